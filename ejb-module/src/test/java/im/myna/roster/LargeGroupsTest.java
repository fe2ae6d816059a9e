package im.myna.roster;

import static org.assertj.core.api.Assertions.assertThat;

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
import im.myna.store.group.Group;
import im.myna.store.group.Sharing;
import im.myna.store.roster.RosterChange;
import im.myna.store.roster.RosterItem;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not grow with the square of a group. */
class LargeGroupsTest {
    private static final int MANY = 300;
    private static final String DOMAIN = "im.example.com";
    private static final Jid GROUP = Jid.of("many@" + DOMAIN);
    private static final Jid[] PEOPLE = IntStream.range(0, MANY)
            .mapToObj(i -> Jid.of("p" + i + "@" + DOMAIN))
            .toArray(Jid[]::new);
    private static final Jid NEWCOMER = Jid.of("newcomer@" + DOMAIN);

    private final StoresExtension stores = new StoresExtension(Engine.H2);
    private final Database database = stores.database();
    private WeldContainer container;
    private Rosters rosters;

    // CDI calls the observer.
    @SuppressWarnings("UnusedMethod")
    private static final class Served implements Extension {
        void lend(@Observes AfterBeanDiscovery discovery) {
            var settings = Settings.read(key -> Optional.of(DOMAIN).filter(value -> key.equals("myna.domain")));
            discovery.addBean().types(Settings.class).scope(Singleton.class).createWith(context -> settings);
        }
    }

    @BeforeEach
    void start() {
        Cast.enter(database, PEOPLE);
        Cast.enter(database, NEWCOMER);
        database.transaction(() -> {
            database.groups().add(Group.of(GROUP).shared(Sharing.GROUPS, Set.of(GROUP)));
            for (var person : PEOPLE) {
                database.groups().join(GROUP, person);
            }
            return true;
        });
        container = new Weld()
                .disableDiscovery()
                .beanClasses(Rosters.class, Directories.class, Regrouping.class, Pushes.class, Sessions.class)
                .addExtensions(stores, new Served())
                .initialize();
        rosters = container.select(Rosters.class).get();
    }

    @AfterEach
    void stop() {
        container.close();
    }

    private Recorder enter(Jid account) {
        var link = new Recorder();
        rosters.enter(account);
        var session = new Session(account.withResource("one"), link, "PLAIN");
        session.interested();
        container.select(Sessions.class).get().add(session);
        return link;
    }

    private boolean join(Jid account) {
        return container
                .select(Regrouping.class)
                .get()
                .change(
                        DOMAIN,
                        directory -> {
                            var circle = directory.circle(GROUP).orElseThrow();
                            var members = new HashSet<>(circle.members());
                            members.add(account);
                            return directory.with(circle.with(members));
                        },
                        () -> database.transaction(() -> database.groups().join(GROUP, account)))
                .map(telling -> {
                    telling.tell();
                    return true;
                })
                .orElse(false);
    }

    @Test
    void eachWhoIsHereIsToldOfTheOneWhoJoinsAndHeOfAll() {
        var links = new ArrayList<Recorder>();
        for (var person : PEOPLE) {
            links.add(enter(person));
        }
        var newcomer = enter(NEWCOMER);
        assertThat(join(NEWCOMER)).isTrue();
        assertThat(links).allSatisfy(link -> assertThat(link.sent()).hasSize(1));
        assertThat(newcomer.sent()).hasSize(MANY);
        assertThat(rosters.of(NEWCOMER).orElseThrow().items()).hasSize(MANY);
    }

    /** Whoever changes the group may tell them later, and knows how long it will take. */
    @Test
    void untilTheyAreToldTheyKnowNothingAndYetItIsSo() {
        var link = enter(PEOPLE[0]);
        enter(PEOPLE[1]);
        var telling = container
                .select(Regrouping.class)
                .get()
                .change(
                        DOMAIN,
                        directory -> directory.without(GROUP),
                        () -> database.transaction(() -> database.groups().remove(GROUP)))
                .orElseThrow();
        assertThat(rosters.of(PEOPLE[0]).orElseThrow().items()).isEmpty();
        assertThat(link.sent()).isEmpty();
        assertThat(telling.size()).isEqualTo(2 * MANY);
        telling.tell();
        assertThat(link.sent()).hasSize(MANY - 1);
        telling.tell();
        assertThat(link.sent()).hasSize(MANY - 1);
    }

    /** RFC 6121, 2.1.6, and XEP-0237, 2.6: the last thing that a client was told is what is so. */
    @Test
    void whateverHappensAtTheSameTimeTheLastPushHasTheVersionOfTheRoster() throws Exception {
        var link = enter(PEOPLE[0]);
        var guests = IntStream.range(0, 8)
                .mapToObj(i -> Jid.of("guest" + i + "@" + DOMAIN))
                .toArray(Jid[]::new);
        Cast.enter(database, guests);
        Together.call(4, caller -> {
            for (int i = 0; i < 10; i++) {
                var name = "name " + i;
                if (caller < 2) {
                    assertThat(join(guests[caller * 4 + i % 4])).isTrue();
                } else {
                    var contact = PEOPLE[caller];
                    rosters.change(
                            PEOPLE[0],
                            roster -> Decision.of(
                                    new RosterChange.Put(RosterItem.of(contact).called(name, List.of()))));
                }
            }
            return caller;
        });
        var pushes = link.sent();
        assertThat(pushes).hasSize(28);
        var last = (Iq) pushes.get(pushes.size() - 1);
        assertThat(last.payload().first().orElseThrow().attribute("ver"))
                .contains(rosters.of(PEOPLE[0]).orElseThrow().version());
        assertThat(rosters.of(PEOPLE[0]).orElseThrow().items()).hasSize(MANY - 1 + guests.length);
    }

    @Test
    void whoComesWhileAGroupChangesMissesNothing() throws Exception {
        for (int round = 0; round < 20; round++) {
            var guest = Jid.of("guest" + round + "@" + DOMAIN);
            Cast.enter(database, guest);
            Together.call(2, caller -> {
                if (caller == 0) {
                    rosters.enter(PEOPLE[1]);
                } else {
                    join(guest);
                }
                return caller;
            });
            assertThat(rosters.of(PEOPLE[1]).orElseThrow().isGiven(guest)).isTrue();
            rosters.leave(PEOPLE[1]);
        }
    }
}
