package im.myna.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.stanza.Iq;
import im.myna.store.Cast;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import im.myna.store.Together;
import im.myna.store.roster.Roster;
import im.myna.store.roster.RosterChange.Put;
import im.myna.store.roster.RosterChange.Remove;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.RosterOutcome.Refused;
import im.myna.store.roster.Subscription;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RostersTest {
    private static final Jid JULIET = Jid.of("juliet@im.example.com");
    private static final Jid ROMEO = Jid.of("romeo@im.example.com");

    private final StoresExtension stores = new StoresExtension(Engine.H2);
    private final Database database = stores.database();
    private WeldContainer container;
    private Rosters rosters;

    /** Three hundred contacts are enough. */
    // CDI calls the observer.
    @SuppressWarnings("UnusedMethod")
    private static final class Narrow implements Extension {
        void lend(@Observes AfterBeanDiscovery discovery) {
            var settings =
                    Settings.read(key -> Optional.of("300").filter(value -> key.equals("myna.limits.roster-items")));
            discovery.addBean().types(Settings.class).scope(Singleton.class).createWith(context -> settings);
        }
    }

    @BeforeEach
    void start() {
        container = new Weld()
                .disableDiscovery()
                .beanClasses(Rosters.class, Directories.class, Pushes.class, Sessions.class)
                .addExtensions(stores, new Narrow())
                .initialize();
        rosters = container.select(Rosters.class).get();
        Cast.enter(database, JULIET, ROMEO);
    }

    @AfterEach
    void stop() {
        container.close();
    }

    @Test
    void aRosterIsInMemoryFromTheFirstEnteringToTheLastLeaving() {
        put(ROMEO);
        assertThat(rosters.of(JULIET)).isEmpty();
        rosters.enter(JULIET);
        rosters.enter(JULIET);
        rosters.leave(JULIET);
        assertThat(rosters.of(JULIET).orElseThrow().items()).containsOnlyKeys(ROMEO);
        rosters.leave(JULIET);
        assertThat(rosters.of(JULIET)).isEmpty();
    }

    @Test
    void whoIsNotHereHasTheRosterThatIsStored() {
        put(ROMEO);
        assertThat(rosters.of(JULIET)).isEmpty();
        assertThat(rosters.read(JULIET).items()).containsOnlyKeys(ROMEO);
    }

    @Test
    void aChangeIsStoredBeforeItIsInMemory() {
        rosters.enter(JULIET);
        put(ROMEO);
        assertThat(rosters.of(JULIET).map(Contacts::own)).contains(stored());
    }

    @Test
    void whatIsDecidedAgainstChangesNothing() {
        rosters.enter(JULIET);
        var turn = rosters.change(JULIET, roster -> Decision.NOTHING);
        assertThat(turn.isRefused()).isFalse();
        assertThatThrownBy(() -> rosters.change(JULIET, roster -> {
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(rosters.of(JULIET).map(Contacts::own)).contains(stored());
        put(ROMEO);
        assertThat(rosters.of(JULIET).map(Contacts::own)).contains(stored());
    }

    @Test
    void whatTheStoreRefusesIsNotInMemoryEither() {
        rosters.enter(JULIET);
        IntStream.range(0, 300).forEach(i -> put(Jid.of("contact" + i + "@im.example.com")));
        assertThat(put(ROMEO).outcome()).isEqualTo(Refused.FULL);
        assertThat(rosters.of(JULIET).orElseThrow().items()).hasSize(300).doesNotContainKey(ROMEO);
        var nobody = Jid.of("nobody@im.example.com");
        assertThat(rosters.change(nobody, roster -> Decision.of(new Put(RosterItem.of(ROMEO))))
                        .outcome())
                .isEqualTo(Refused.NO_ACCOUNT);
    }

    @Test
    void anAccountThatWasMadeAnewStartsWithoutContacts() {
        rosters.enter(JULIET);
        put(ROMEO);
        Cast.leave(database, JULIET);
        Cast.enter(database, JULIET);
        rosters.enter(JULIET);
        assertThat(rosters.of(JULIET).map(Contacts::own)).contains(Roster.EMPTY);
    }

    @Test
    void onlySubscribersMaySee() {
        rosters.change(
                JULIET, roster -> Decision.of(new Put(RosterItem.of(ROMEO).with(Subscription.FROM, false, false))));
        assertThat(rosters.isSubscribed(ROMEO, JULIET)).isTrue();
        assertThat(rosters.isSubscribed(JULIET, ROMEO)).isFalse();
        assertThat(rosters.isSubscribed(JULIET, JULIET)).isTrue();
    }

    /** RFC 6121, 2.1.6: to the resources that asked for the roster. */
    @Test
    void onlyInterestedClientsAreTold() {
        var balcony = new Recorder();
        var chamber = new Recorder();
        enter("balcony", balcony).interested();
        enter("chamber", chamber);
        put(ROMEO);
        rosters.change(JULIET, roster -> Decision.of(new Remove(ROMEO)));
        assertThat(balcony.sent()).hasSize(2);
        assertThat(chamber.sent()).isEmpty();
    }

    @Test
    void changesAtTheSameTimeAreToldInTheOrderOfTheirVersions() throws Exception {
        var link = new Recorder();
        enter("balcony", link).interested();
        Together.call(6, caller -> IntStream.range(0, 20)
                .mapToObj(i -> put(Jid.of("c" + caller + "-" + i + "@im.example.com")))
                .toList());
        long last = stored().version();
        assertThat(link.sent())
                .extracting(stanza -> version((Iq) stanza))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(last - 119, last).boxed().toList());
        assertThat(rosters.of(JULIET).map(Contacts::own)).contains(stored());
    }

    @Test
    void whoeverEntersWhileTheRosterChangesMissesNothing() throws Exception {
        for (int round = 0; round < 20; round++) {
            var contact = Jid.of("contact" + round + "@im.example.com");
            Together.call(2, caller -> {
                if (caller == 0) {
                    rosters.enter(JULIET);
                } else {
                    put(contact);
                }
                return caller;
            });
            assertThat(rosters.of(JULIET).map(Contacts::own)).contains(stored());
            rosters.leave(JULIET);
        }
    }

    private Session enter(String resource, Recorder link) {
        rosters.enter(JULIET);
        var session = new Session(JULIET.withResource(resource), link, "PLAIN");
        container.select(Sessions.class).get().add(session);
        return session;
    }

    private Rosters.Turn put(Jid contact) {
        return rosters.change(JULIET, roster -> Decision.of(new Put(RosterItem.of(contact))));
    }

    private Roster stored() {
        return database.transaction(() -> database.rosters().load(JULIET));
    }

    private static long version(Iq push) {
        var query = push.payload().first(RosterXml.NS, "query").orElseThrow();
        assertThat(query.children("item")).hasSize(1);
        return Long.parseLong(query.attribute("ver").orElseThrow());
    }
}
