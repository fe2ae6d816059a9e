package im.myna.store.group;

import static im.myna.store.Cast.JULIET;
import static im.myna.store.Cast.NOBODY;
import static im.myna.store.Cast.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.store.Cast;
import im.myna.store.Database;
import im.myna.store.Engine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class GroupStoreTest {
    private static final String DOMAIN = JULIET.domain();
    private static final Jid MONTAGUES = Jid.of("montagues@" + DOMAIN);
    private static final Jid CAPULETS = Jid.of("capulets@" + DOMAIN);

    private final Database database;
    private final GroupStore groups;

    GroupStoreTest(Engine engine) {
        database = engine.empty();
        groups = database.groups();
        Cast.enter(database, JULIET, ROMEO);
    }

    private <T> T in(Supplier<T> work) {
        return database.transaction(work);
    }

    private Group only() {
        var all = in(() -> groups.groups(DOMAIN));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Map<Jid, Set<Jid>> members() {
        return in(() -> groups.members(DOMAIN));
    }

    @Test
    void aGroupIsFoundAsItWasAdded() {
        var group = Group.of(CAPULETS)
                .displayName("House of Capulet <3 ‹kin›")
                .description("alike in dignity")
                .shared(Sharing.GROUPS, Set.of(CAPULETS));
        assertThat(in(() -> groups.add(group))).isTrue();
        assertThat(only()).isEqualTo(group);
        assertThat(in(() -> groups.groups("other.example.com"))).isEmpty();
    }

    @Test
    void aNameIsGivenOnceInADomain() {
        in(() -> groups.add(Group.of(CAPULETS)));
        assertThat(in(() -> groups.add(Group.of(CAPULETS).description("another"))))
                .isFalse();
        assertThat(only().description()).isEmpty();
        assertThat(in(() -> groups.add(Group.of(Jid.of("capulets@other.example.com")))))
                .isTrue();
    }

    @Test
    void aGroupChanges() {
        in(() -> groups.add(Group.of(MONTAGUES)));
        in(() -> groups.add(Group.of(CAPULETS).shared(Sharing.GROUPS, Set.of(MONTAGUES))));
        var other = Group.of(CAPULETS).displayName("Kin").shared(Sharing.GROUPS, Set.of(CAPULETS));
        assertThat(in(() -> groups.change(other))).isTrue();
        assertThat(in(() -> groups.groups(DOMAIN))).contains(other);
        in(() -> groups.change(other.shared(Sharing.EVERYBODY, Set.of())));
        assertThat(in(() -> groups.groups(DOMAIN))).contains(other.shared(Sharing.EVERYBODY, Set.of()));
        assertThat(in(() -> groups.change(Group.of(NOBODY)))).isFalse();
    }

    @Test
    void aGroupThatIsRemovedIsNoAudienceAnyMore() {
        in(() -> groups.add(Group.of(MONTAGUES)));
        in(() -> groups.add(Group.of(CAPULETS).shared(Sharing.GROUPS, Set.of(MONTAGUES, CAPULETS))));
        in(() -> groups.join(MONTAGUES, ROMEO));
        assertThat(in(() -> groups.remove(MONTAGUES))).isTrue();
        assertThat(in(() -> groups.remove(MONTAGUES))).isFalse();
        assertThat(only()).isEqualTo(Group.of(CAPULETS).shared(Sharing.GROUPS, Set.of(CAPULETS)));
        assertThat(members()).isEmpty();
    }

    @Test
    void itsMembersBecomeOthers() {
        in(() -> groups.add(Group.of(CAPULETS)));
        in(() -> groups.join(CAPULETS, ROMEO));
        for (var wanted : List.of(Set.of(JULIET, ROMEO), Set.of(JULIET), Set.<Jid>of())) {
            in(() -> {
                groups.become(CAPULETS, wanted);
                return true;
            });
            assertThat(members().getOrDefault(CAPULETS, Set.of())).isEqualTo(wanted);
        }
    }

    @Test
    void accountsJoinAndLeave() {
        in(() -> groups.add(Group.of(CAPULETS)));
        in(() -> groups.add(Group.of(MONTAGUES)));
        assertThat(in(() -> groups.join(CAPULETS, JULIET))).isTrue();
        assertThat(in(() -> groups.join(CAPULETS, JULIET))).isTrue();
        assertThat(in(() -> groups.join(CAPULETS, ROMEO))).isTrue();
        assertThat(in(() -> groups.join(MONTAGUES, ROMEO))).isTrue();
        assertThat(members()).isEqualTo(Map.of(CAPULETS, Set.of(JULIET, ROMEO), MONTAGUES, Set.of(ROMEO)));
        assertThat(in(() -> groups.leave(CAPULETS, ROMEO))).isTrue();
        assertThat(in(() -> groups.leave(CAPULETS, ROMEO))).isFalse();
        assertThat(members()).isEqualTo(Map.of(CAPULETS, Set.of(JULIET), MONTAGUES, Set.of(ROMEO)));
    }

    @Test
    void onlyWhoHasAnAccountJoinsAndOnlyWhatIsThere() {
        in(() -> groups.add(Group.of(CAPULETS)));
        assertThat(in(() -> groups.join(CAPULETS, NOBODY))).isFalse();
        assertThat(in(() -> groups.join(MONTAGUES, ROMEO))).isFalse();
        assertThat(members()).isEmpty();
    }

    @Test
    void whoHasNoAccountAnyMoreIsInNoGroup() {
        in(() -> groups.add(Group.of(CAPULETS)));
        in(() -> groups.join(CAPULETS, JULIET));
        Cast.leave(database, JULIET);
        assertThat(members()).isEmpty();
        assertThat(only()).isEqualTo(Group.of(CAPULETS));
    }

    @Test
    void namesMayBeAsLongAsTheyMay() {
        var id = Jid.of("x".repeat(Group.NAME), DOMAIN, "");
        var group = Group.of(id).displayName("字".repeat(Group.DISPLAY_NAME)).description("字".repeat(Group.DESCRIPTION));
        in(() -> groups.add(group));
        assertThat(only()).isEqualTo(group);
    }
}
