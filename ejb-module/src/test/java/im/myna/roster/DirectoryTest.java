package im.myna.roster;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.store.group.Group;
import im.myna.store.group.Sharing;
import im.myna.store.roster.Roster;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.Subscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final Jid JULIET = jid("juliet");
    private static final Jid ROMEO = jid("romeo");
    private static final Jid NURSE = jid("nurse");
    private static final Jid YOUNG = jid("young");
    private static final Jid HOUSE = jid("house");
    private static final Directory EMPTY = Directory.of(List.of());

    private static Jid jid(String name) {
        return Jid.of(name + "@im.example.com");
    }

    private static Circle circle(Jid id, Sharing sharing, Set<Jid> audience, Jid... members) {
        return Circle.of(Group.of(id).shared(sharing, audience), Set.of(members));
    }

    private static Contacts contacts(Directory directory, Jid owner, RosterItem... items) {
        var own = new HashMap<Jid, RosterItem>();
        for (var item : items) {
            own.put(item.contact(), item);
        }
        return new Contacts(new Roster(7, 7, own, Map.of(), Map.of()), directory.sight(owner));
    }

    @Test
    void whatIsNotSharedIsSeenByNobody() {
        var directory = EMPTY.with(circle(YOUNG, Sharing.NOBODY, Set.of(), JULIET, ROMEO));
        assertThat(contacts(directory, JULIET).items()).isEmpty();
        assertThat(contacts(directory, JULIET).isSubscribed(ROMEO)).isFalse();
        assertThat(directory.groupsOf(JULIET)).containsExactly(YOUNG);
    }

    @Test
    void theMembersOfTheAudienceSeeTheMembers() {
        var directory = EMPTY.with(circle(HOUSE, Sharing.NOBODY, Set.of(), NURSE))
                .with(circle(YOUNG, Sharing.GROUPS, Set.of(HOUSE), JULIET));
        var nurse = contacts(directory, NURSE);
        var juliet = contacts(directory, JULIET);
        assertThat(nurse.item(JULIET).orElseThrow().subscription()).isEqualTo(Subscription.TO);
        assertThat(nurse.isSubscribedTo(JULIET)).isTrue();
        assertThat(nurse.isSubscribed(JULIET)).isFalse();
        assertThat(juliet.items()).isEmpty();
        assertThat(juliet.isSubscribed(NURSE)).isTrue();
        assertThat(juliet.isSubscribed(ROMEO)).isFalse();
    }

    @Test
    void everybodyIsOfTheDomain() {
        var directory = EMPTY.with(circle(YOUNG, Sharing.EVERYBODY, Set.of(), JULIET));
        var juliet = contacts(directory, JULIET);
        assertThat(juliet.isSubscribed(NURSE)).isTrue();
        assertThat(juliet.isSubscribed(JULIET)).isFalse();
        assertThat(juliet.isSubscribed(Jid.of("nurse@other.example.com"))).isFalse();
        assertThat(juliet.isSubscribed(Jid.of("im.example.com"))).isFalse();
        assertThat(contacts(directory, NURSE).items()).containsOnlyKeys(JULIET);
    }

    @Test
    void aContactInSeveralGroupsIsInAllOfThem() {
        var directory = EMPTY.with(circle(HOUSE, Sharing.EVERYBODY, Set.of(), ROMEO))
                .with(circle(YOUNG, Sharing.EVERYBODY, Set.of(), ROMEO));
        var own = RosterItem.of(ROMEO).called("Mine", List.of("young", "Lovers"));
        assertThat(contacts(directory, JULIET, own).item(ROMEO).orElseThrow().groups())
                .containsExactly("young", "Lovers", "house");
    }

    @Test
    void theVersionIsOfWhatIsSeenAndNotOfTheWayThere() {
        var directly = EMPTY.with(circle(YOUNG, Sharing.EVERYBODY, Set.of(), ROMEO, NURSE));
        var byAndBy = EMPTY.with(circle(YOUNG, Sharing.NOBODY, Set.of(), NURSE, JULIET))
                .with(circle(HOUSE, Sharing.EVERYBODY, Set.of(), JULIET))
                .with(circle(YOUNG, Sharing.EVERYBODY, Set.of(), NURSE, ROMEO))
                .without(HOUSE);
        assertThat(contacts(byAndBy, JULIET).version())
                .isEqualTo(contacts(directly, JULIET).version());
        assertThat(contacts(EMPTY, JULIET).version()).isEqualTo("7");
    }

    @Test
    void theVersionIsAnotherOneWhenSomethingElseIsSeen() {
        var group = circle(YOUNG, Sharing.EVERYBODY, Set.of(), ROMEO);
        var version = contacts(EMPTY.with(group), JULIET).version();
        var others = List.of(
                group.with(Set.of(NURSE)),
                group.with(Set.of(NURSE, ROMEO)),
                group.with(group.group().displayName("Youth")),
                group.with(Set.of(JULIET, ROMEO)));
        for (var other : others) {
            assertThat(contacts(EMPTY.with(other), JULIET).version()).isNotEqualTo(version);
        }
        var described = group.with(group.group().description("of Verona"));
        assertThat(contacts(EMPTY.with(described), JULIET).version()).isEqualTo(version);
    }

    @Test
    void whoKnowsTheVersionOfBeforeTheGroupsGetsEverything() {
        var juliet = contacts(EMPTY.with(circle(YOUNG, Sharing.EVERYBODY, Set.of(), ROMEO)), JULIET);
        assertThat(juliet.since("7")).isEmpty();
        assertThat(juliet.since("")).isEmpty();
        assertThat(juliet.since("7-0")).isEmpty();
        assertThat(juliet.since(juliet.version() + ".1")).isEmpty();
        assertThat(juliet.since(juliet.version()).orElseThrow()).isEmpty();
    }

    @Test
    void aGroupThatIsGoneIsNoAudience() {
        var directory = EMPTY.with(circle(HOUSE, Sharing.NOBODY, Set.of(), NURSE))
                .with(circle(YOUNG, Sharing.GROUPS, Set.of(HOUSE, YOUNG), JULIET))
                .without(HOUSE);
        assertThat(directory.circle(YOUNG).orElseThrow().group().audience()).containsExactly(YOUNG);
        assertThat(directory.circles()).containsOnlyKeys(YOUNG);
        assertThat(directory.groupsOf(NURSE)).isEmpty();
        assertThat(contacts(directory, NURSE).items()).isEmpty();
    }

    @Test
    void itIsKnownHowManyContactsAnybodyHas() {
        var directory = EMPTY.with(circle(HOUSE, Sharing.EVERYBODY, Set.of(), NURSE, ROMEO))
                .with(circle(YOUNG, Sharing.GROUPS, Set.of(YOUNG), JULIET));
        assertThat(directory.size()).isEqualTo(3);
        assertThat(directory.widest()).isEqualTo(3);
        assertThat(directory.without(YOUNG).widest()).isEqualTo(2);
        assertThat(EMPTY.widest()).isZero();
    }

    /** However large the group is: each of the others looks at one contact. */
    @Test
    void whoIsNotConcernedLooksOnlyAtWhoMoved() {
        var before = EMPTY.with(circle(YOUNG, Sharing.GROUPS, Set.of(YOUNG), JULIET, ROMEO));
        var after = before.with(circle(YOUNG, Sharing.GROUPS, Set.of(YOUNG), JULIET, ROMEO, NURSE));
        var shift = Shift.between(before, after);
        assertThat(shift.concerned(JULIET, contacts(before, JULIET), contacts(after, JULIET)))
                .containsExactly(NURSE);
        assertThat(shift.concerned(NURSE, contacts(before, NURSE), contacts(after, NURSE)))
                .containsExactlyInAnyOrder(JULIET, ROMEO);
        var renamed = before.with(before.circle(YOUNG)
                .orElseThrow()
                .with(before.circle(YOUNG).orElseThrow().group().displayName("Youth")));
        assertThat(Shift.between(before, renamed)
                        .concerned(JULIET, contacts(before, JULIET), contacts(renamed, JULIET)))
                .containsExactly(ROMEO);
    }
}
