package im.myna.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.roster.Circle;
import im.myna.roster.Directory;
import im.myna.store.group.Group;
import im.myna.store.group.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GroupRulesTest {
    private static final Group GROUP = Group.of(jid("young"));

    private static Jid jid(String name) {
        return Jid.of(name + "@im.example.com");
    }

    private static Reason refused(ThrowingCallable work) {
        return catchThrowableOfType(RefusedException.class, work).reason();
    }

    private static Set<Jid> members(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> jid("member" + i)).collect(Collectors.toSet());
    }

    private static Circle circle(int number, Sharing sharing, Set<Jid> members) {
        return Circle.of(Group.of(jid("group" + number)).shared(sharing, Set.of()), members);
    }

    @Test
    void aGroupHasNamesThatPeopleCanRead() {
        assertThatCode(() -> GroupRules.check(GROUP.displayName("字".repeat(256)).description("<&>")))
                .doesNotThrowAnyException();
        for (var wrong : List.of("", "  ", "x".repeat(257), "a\u0000", "a\u001f")) {
            assertThat(refused(() -> GroupRules.check(GROUP.displayName(wrong))))
                    .isEqualTo(Reason.INVALID);
        }
        assertThat(refused(() -> GroupRules.check(GROUP.description("x".repeat(1001)))))
                .isEqualTo(Reason.INVALID);
        for (var wrong : List.of("im.example.com", "a@im.example.com/b", "x".repeat(101) + "@im.example.com")) {
            assertThat(refused(() -> GroupRules.check(Group.of(Jid.of(wrong))))).isEqualTo(Reason.INVALID);
        }
    }

    @Test
    void membersAreAccountsOfTheDomain() {
        assertThatCode(() -> GroupRules.check(GROUP.id(), Set.of(jid("juliet"))))
                .doesNotThrowAnyException();
        for (var wrong : List.of("im.example.com", "juliet@im.example.com/balcony", "juliet@other.example.com")) {
            assertThat(refused(() -> GroupRules.check(GROUP.id(), Set.of(Jid.of(wrong)))))
                    .isEqualTo(Reason.INVALID);
        }
    }

    @Test
    void anAudienceIsThere() {
        var group = GROUP.shared(Sharing.GROUPS, Set.of(jid("nothing")));
        assertThat(refused(() -> GroupRules.check(Directory.of(List.of(Circle.of(group, Set.of()))))))
                .isEqualTo(Reason.INVALID);
        var own = GROUP.shared(Sharing.GROUPS, Set.of(GROUP.id()));
        assertThatCode(() -> GroupRules.check(Directory.of(List.of(Circle.of(own, Set.of())))))
                .doesNotThrowAnyException();
    }

    @Test
    void aDomainHasAThousandGroups() {
        var circles = IntStream.range(0, 1000)
                .mapToObj(i -> circle(i, Sharing.NOBODY, Set.of()))
                .collect(Collectors.toCollection(ArrayList::new));
        assertThatCode(() -> GroupRules.check(Directory.of(circles))).doesNotThrowAnyException();
        circles.add(circle(1000, Sharing.NOBODY, Set.of()));
        assertThat(refused(() -> GroupRules.check(Directory.of(circles)))).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void aGroupHasTenThousandMembers() {
        var most = circle(0, Sharing.EVERYBODY, members(0, 10_000));
        assertThatCode(() -> GroupRules.check(Directory.of(List.of(most)))).doesNotThrowAnyException();
        var more = circle(0, Sharing.NOBODY, members(0, 10_001));
        assertThat(refused(() -> GroupRules.check(Directory.of(List.of(more))))).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void nobodyHasMoreThanTenThousandContactsByGroups() {
        var most = circle(0, Sharing.EVERYBODY, members(0, 10_000));
        var more = circle(1, Sharing.EVERYBODY, members(10_000, 10_001));
        assertThat(refused(() -> GroupRules.check(Directory.of(List.of(most, more)))))
                .isEqualTo(Reason.CONFLICT);
    }

    @Test
    void aDomainHasTwoHundredThousandMemberships() {
        var members = members(0, 10_000);
        var circles = IntStream.range(0, 20)
                .mapToObj(i -> circle(i, Sharing.NOBODY, members))
                .collect(Collectors.toCollection(ArrayList::new));
        assertThatCode(() -> GroupRules.check(Directory.of(circles))).doesNotThrowAnyException();
        circles.add(circle(20, Sharing.NOBODY, members(0, 1)));
        assertThat(refused(() -> GroupRules.check(Directory.of(circles)))).isEqualTo(Reason.CONFLICT);
    }
}
