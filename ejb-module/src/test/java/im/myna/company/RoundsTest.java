package im.myna.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.administration.Actor;
import im.myna.administration.Groups;
import im.myna.administration.RefusedException;
import im.myna.administration.Users;
import im.myna.directory.Town;
import im.myna.jid.Jid;
import im.myna.negotiation.Elsewhere.Answer;
import im.myna.roster.Circle;
import im.myna.roster.Directories;
import im.myna.session.Expulsions;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import im.myna.store.directory.KeptPerson;
import im.myna.store.directory.KeptPerson.State;
import im.myna.store.group.Group;
import im.myna.store.group.Sharing;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts and groups follow a directory, and stay as they are while it is away. */
class RoundsTest {
    private static final String JULIET = "member: uid=juliet," + Town.PEOPLE;
    private static final String ROMEO = "member: uid=romeo," + Town.PEOPLE;

    private final Firm firm = new Firm(Map.of());

    @AfterEach
    void close() {
        firm.close();
    }

    private static Actor admin() {
        return new Actor(Firm.jid("admin"), Role.ADMIN, true, "192.0.2.1");
    }

    private Optional<Circle> circle(String name) {
        return firm.bean(Directories.class).of(Firm.DOMAIN).circle(Firm.jid(name));
    }

    private boolean locked(String name) {
        return firm.account(name).map(Account::lock).orElseThrow().disabled();
    }

    private State state(String name) {
        return firm.person(name).map(KeptPerson::state).orElseThrow();
    }

    @Test
    void everybodyHasAnAccountBeforeHeLogsIn() throws Exception {
        firm.opens();
        var round = firm.follows();
        assertThat(round.people()).isEqualTo(2);
        assertThat(round.problem()).isEmpty();
        assertThat(round.skipped()).isEmpty();
        assertThat(firm.account("juliet").map(Account::verifiers))
                .hasValueSatisfying(none -> assertThat(none).isEmpty());
        assertThat(firm.person("romeo").map(KeptPerson::name)).contains("Romeo Montague");
    }

    @Test
    void whoIsGoneIsSentAwayAndKeepsWhatHeHas() throws Exception {
        firm.opens();
        firm.follows();
        long before = firm.bean(Expulsions.class).now();
        firm.town().remove("uid=juliet," + Town.PEOPLE);
        firm.follows();
        assertThat(state("juliet")).isEqualTo(State.GONE);
        assertThat(locked("juliet")).isTrue();
        assertThat(firm.bean(Expulsions.class).since(before, Firm.jid("juliet")))
                .isPresent();
        assertThat(locked("romeo")).isFalse();
        firm.town().person("juliet", "Juliet", "Capulet");
        firm.follows();
        assertThat(state("juliet")).isEqualTo(State.HERE);
        assertThat(locked("juliet")).isFalse();
    }

    @Test
    void whoIsDisabledMayComeBackButNotWhomAnAdministratorLocked() throws Exception {
        firm.opens("users-disabled", "(employeeType=away)");
        firm.follows();
        firm.bean(AccountStore.class).changeLock(Firm.jid("romeo"), new Lock(true, Instant.EPOCH));
        for (var name : new String[] {"juliet", "romeo"}) {
            firm.town()
                    .modify(
                            "dn: uid=" + name + "," + Town.PEOPLE,
                            "changetype: modify",
                            "add: employeeType",
                            "employeeType: away");
        }
        firm.follows();
        assertThat(state("juliet")).isEqualTo(State.DISABLED);
        assertThat(locked("juliet")).isTrue();
        for (var name : new String[] {"juliet", "romeo"}) {
            firm.town().modify("dn: uid=" + name + "," + Town.PEOPLE, "changetype: modify", "delete: employeeType");
        }
        firm.follows();
        assertThat(locked("juliet")).isFalse();
        assertThat(locked("romeo")).isTrue();
    }

    @Test
    void whoComesBackAndLogsInNeedsNoRound() throws Exception {
        firm.opens("cache-seconds", "0");
        firm.follows();
        firm.town().remove("uid=juliet," + Town.PEOPLE);
        firm.follows();
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.WRONG);
        firm.town().person("juliet", "Juliet", "Capulet");
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        assertThat(locked("juliet")).isFalse();
    }

    @Test
    void whatCannotBeTakenOverIsToldWithItsReason() throws Exception {
        firm.town().person("a b", "A", "B");
        firm.town().person("JULIET\\2B", "Another", "Juliet", "uid: x");
        firm.town()
                .add(
                        "dn: cn=second romeo," + Town.PEOPLE,
                        "objectClass: inetOrgPerson",
                        "cn: second romeo",
                        "sn: Romeo",
                        "uid: ROMEO");
        firm.opens();
        var round = firm.follows();
        assertThat(round.skipped()).anySatisfy(line -> assertThat(line).contains("'a b'", "RFC 7622"));
        assertThat(round.skipped()).anySatisfy(line -> assertThat(line).contains("several are romeo@"));
        assertThat(firm.account("romeo")).isEmpty();
        assertThat(firm.account("juliet")).isPresent();
    }

    @Test
    void whileItIsAwayAllStaysAsItWas() throws Exception {
        firm.town().group("kin", JULIET, ROMEO);
        firm.opens("groups-shared", "(cn=kin)");
        firm.follows();
        firm.town().close("plain");
        assertThat(firm.follows().problem()).isNotEmpty();
        assertThat(locked("juliet")).isFalse();
        assertThat(circle("kin").orElseThrow().members()).hasSize(2);
        firm.town().open("plain");
    }

    @Test
    void anAnswerThatThereIsNobodyIsNotBelieved() throws Exception {
        firm.opens();
        firm.follows();
        firm.town().remove("uid=juliet," + Town.PEOPLE);
        firm.town().remove("uid=romeo," + Town.PEOPLE);
        assertThat(firm.follows().problem()).contains("nobody");
        assertThat(locked("juliet")).isFalse();
    }

    @Test
    void groupsThatAreSharedFollowTheirMembers() throws Exception {
        firm.town().group("kin", JULIET, "member: cn=more," + Town.GROUPS, "description: alike in dignity");
        var more = firm.town().group("more", ROMEO);
        firm.opens("groups-shared", "(cn=kin)");
        assertThat(firm.follows().teams()).isEqualTo(1);
        var kin = circle("kin").orElseThrow();
        assertThat(kin.members()).containsExactlyInAnyOrder(Firm.jid("juliet"), Firm.jid("romeo"));
        assertThat(kin.group().sharing()).isEqualTo(Sharing.GROUPS);
        assertThat(kin.group().audience()).containsExactly(Firm.jid("kin"));
        assertThat(kin.group().description()).isEqualTo("alike in dignity");
        assertThat(circle("more")).isEmpty();
        firm.town().remove(more);
        firm.follows();
        assertThat(circle("kin").orElseThrow().members()).containsExactly(Firm.jid("juliet"));
        firm.town().remove("cn=kin," + Town.GROUPS);
        firm.follows();
        assertThat(circle("kin")).isEmpty();
    }

    @Test
    void othersMaySeeThemToo() throws Exception {
        firm.town().group("kin", JULIET);
        firm.town().group("watch", ROMEO);
        firm.opens("groups-shared", "(cn=*)", "groups-audience", "watch");
        firm.follows();
        assertThat(circle("kin").orElseThrow().group().audience()).containsExactly(Firm.jid("watch"));
        firm.opens("groups-shared", "(cn=*)", "groups-audience", "everybody");
        firm.follows();
        assertThat(circle("kin").orElseThrow().group().sharing()).isEqualTo(Sharing.EVERYBODY);
    }

    @Test
    void withoutAFilterAnAdministratorChoosesAndNothingElse() throws Exception {
        firm.town().group("kin", JULIET);
        firm.opens();
        firm.follows();
        var groups = firm.bean(Groups.class);
        var kin = circle("kin").orElseThrow().group();
        groups.change(admin(), kin.shared(Sharing.EVERYBODY, Set.of()));
        firm.follows();
        assertThat(circle("kin").orElseThrow().group().sharing()).isEqualTo(Sharing.EVERYBODY);
        for (Runnable attempt : new Runnable[] {
            () -> groups.change(admin(), kin.displayName("Others")),
            () -> groups.join(admin(), kin.id(), Firm.jid("romeo")),
            () -> groups.leave(admin(), kin.id(), Firm.jid("juliet")),
            () -> groups.remove(admin(), kin.id()),
            () -> firm.bean(Users.class).changePassword(admin(), Firm.jid("juliet"), "another")
        }) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("verona");
        }
    }

    @Test
    void aGroupOfAnAdministratorsIsLeftAlone() throws Exception {
        firm.bean(Groups.class).add(admin(), Group.of(Firm.jid("kin")), Set.<Jid>of());
        firm.town().group("kin", JULIET);
        firm.opens();
        assertThat(firm.follows().skipped()).singleElement().asString().contains("not from this directory");
        assertThat(circle("kin").orElseThrow().members()).isEmpty();
    }

    @Test
    void rolesFollowGroups() throws Exception {
        var rulers = firm.town().group("rulers", JULIET);
        firm.opens("domain-admins", rulers);
        firm.follows();
        assertThat(firm.account("juliet").map(Account::role)).contains(Role.DOMAIN_ADMIN);
        firm.town().modify("dn: " + rulers, "changetype: modify", "replace: member", ROMEO);
        firm.follows();
        assertThat(firm.account("juliet").map(Account::role)).contains(Role.USER);
        assertThat(firm.account("romeo").map(Account::role)).contains(Role.DOMAIN_ADMIN);
    }
}
