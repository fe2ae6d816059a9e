package im.myna.administration.server;

import static im.myna.administration.server.Premises.ADMIN;
import static im.myna.administration.server.Premises.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.administration.server.Broadcasts.Reach;
import im.myna.entry.Container;
import im.myna.entry.Workers;
import im.myna.figures.Figures;
import im.myna.figures.Flow;
import im.myna.figures.LoginOutcome;
import im.myna.jid.Jid;
import im.myna.settings.Settings;
import im.myna.stanza.Message;
import im.myna.store.Cast;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import im.myna.store.audit.AuditSearch;
import im.myna.store.offline.OfflineStore;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What needs sessions, streams and workers, all of which are there but nobody is. */
class WholeServerTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final StoresExtension stores = new StoresExtension(Engine.H2);
    private final WeldContainer container =
            new Weld().addExtensions(stores, new Lent(work)).initialize();
    private final Broadcasts broadcasts = container.select(Broadcasts.class).get();
    private final History history = container.select(History.class).get();

    @AfterEach
    void close() {
        container.shutdown();
    }

    /** The tests' database answers nobody outside of a transaction. */
    private void note() {
        container.select(Database.class).get().transaction(() -> {
            history.note();
            return true;
        });
    }

    private static void refused(Reason reason, Runnable call) {
        assertThat(catchThrowableOfType(RefusedException.class, call::run).reason())
                .isEqualTo(reason);
    }

    @Test
    void oneBroadcastGoesOutAtATime() {
        assertThat(broadcasts.send(ADMIN, "", "", "first")).isZero();
        refused(Reason.CONFLICT, () -> broadcasts.send(ADMIN, "", "", "second"));
        work.remove().run();
        assertThat(broadcasts.send(ADMIN, "im.example.com", "", "third")).isZero();
        assertThat(container.select(Chronicle.class).get().page(ADMIN, AuditSearch.ALL, Long.MAX_VALUE, 10))
                .extracting(deed -> deed.action() + " " + deed.subject() + " " + deed.after())
                .containsExactly("broadcast im.example.com sessions=0", "broadcast im.example.com sessions=0");
    }

    @Test
    void whoIsAwayFindsABroadcastToAllWhenHeComes() {
        var people = IntStream.range(0, 450)
                .mapToObj(i -> Jid.of("p" + i + "@im.example.com"))
                .toArray(Jid[]::new);
        Cast.enter(stores.database(), people);
        assertThat(broadcasts.send(ADMIN, Reach.ALL, "", "tonight", "the server rests"))
                .isZero();
        work.remove().run();
        var box = container.select(OfflineStore.class).get();
        assertThat(people).allSatisfy(person -> assertThat(box.count(person)).isEqualTo(1));
        var letter = box.page(people[0], 0, 2).get(0).letter();
        assertThat(letter.message().type()).isEqualTo(Message.Type.NORMAL);
        assertThat(letter.message().head().from()).isEqualTo(Jid.of("im.example.com"));
        assertThat(work).isEmpty();
    }

    @Test
    void aBroadcastThatIsRefusedKeepsNobodyBack() {
        refused(Reason.INVALID, () -> broadcasts.send(ADMIN, "", "", ""));
        refused(Reason.INVALID, () -> broadcasts.send(ADMIN, "", "", "a\u0001"));
        refused(Reason.NOT_FOUND, () -> broadcasts.send(ADMIN, "nowhere.example", "", "x"));
        refused(Reason.FORBIDDEN, () -> broadcasts.send(CHIEF, "", "", "x"));
        refused(Reason.NOT_FOUND, () -> broadcasts.send(CHIEF, "nowhere.example", "", "x"));
        for (var actor : new Actor[] {Premises.AUDITOR, Premises.USER}) {
            refused(Reason.FORBIDDEN, () -> broadcasts.send(actor, "im.example.com", "", "x"));
        }
        assertThat(broadcasts.send(CHIEF, "im.example.com", "", "x")).isZero();
    }

    @Test
    void aMomentTellsWhatHappenedSinceTheOneBefore() {
        var figures = container.select(Figures.class).get();
        note();
        figures.received().add(Flow.MESSAGE_OK, 5);
        figures.sent().add(Flow.IQ_ERROR, 3);
        figures.logins().add(new LoginOutcome("PLAIN", "success"), 2);
        figures.logins().add(new LoginOutcome("PLAIN", "not-authorized"));
        note();
        note();
        var moments = history.since(ADMIN, Instant.EPOCH);
        assertThat(moments).hasSize(3);
        assertThat(moments.get(1).received()).isEqualTo(5);
        assertThat(moments.get(1).sent()).isEqualTo(3);
        assertThat(moments.get(1).logins()).isEqualTo(2);
        assertThat(moments.get(1).failedLogins()).isEqualTo(1);
        assertThat(moments.get(2).received()).isZero();
        assertThat(moments.get(2).memory()).isPositive();
        assertThat(moments.get(2).threads()).isPositive();
        assertThat(moments.get(2).connectionWaitMillis()).isZero();
    }

    @Test
    void noMoreThanAnHourIsRemembered() {
        for (int i = 0; i < History.MOMENTS + 5; i++) {
            note();
        }
        assertThat(history.since(ADMIN, Instant.EPOCH)).hasSize(History.MOMENTS);
        assertThat(history.since(ADMIN, Instant.now().plusSeconds(60))).isEmpty();
        refused(Reason.FORBIDDEN, () -> history.since(CHIEF, Instant.EPOCH));
    }

    /** What an application server would lend; work is done when the test says so. */
    // CDI calls the observers.
    @SuppressWarnings("UnusedMethod")
    private record Lent(Deque<Runnable> work) implements Extension {
        void container(@Observes ProcessAnnotatedType<Container> type) {
            type.veto();
        }

        void lend(@Observes AfterBeanDiscovery discovery) {
            var settings =
                    Settings.read(key -> Optional.of("im.example.com").filter(value -> key.equals("myna.domain")));
            var workers = new Workers(work::add, Executors.newSingleThreadScheduledExecutor());
            discovery.addBean().types(Settings.class).scope(Singleton.class).createWith(context -> settings);
            discovery.addBean().types(Clock.class).scope(Singleton.class).createWith(context -> Clock.systemUTC());
            discovery.addBean().types(Workers.class).scope(Singleton.class).createWith(context -> workers);
        }
    }
}
