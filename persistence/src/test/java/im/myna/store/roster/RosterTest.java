package im.myna.store.roster;

import static im.myna.store.Cast.NURSE;
import static im.myna.store.Cast.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.store.roster.RosterChange.Put;
import im.myna.store.roster.RosterChange.Remove;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a client is told that knows a version (XEP-0237, 2.4; RFC 6121, 2.6). */
class RosterTest {
    private static final Roster ROSTER =
            Roster.EMPTY.after(List.of(new Put(RosterItem.of(ROMEO)), new Put(RosterItem.of(NURSE))), 12);

    @Test
    void whoKnowsTheLatestMissedNothing() {
        assertThat(ROSTER.since(12)).contains(changes());
    }

    @Test
    void whoKnowsAnEarlierOneIsToldTheDifference() {
        assertThat(ROSTER.since(11))
                .contains(changes(new Put(RosterItem.of(NURSE).version(12))));
        assertThat(ROSTER.after(List.of(new Remove(ROMEO)), 13).since(11))
                .contains(changes(new Put(RosterItem.of(NURSE).version(12)), new Remove(ROMEO)));
    }

    @Test
    void onlyTheLastChangeOfAContactIsTold() {
        var changed = RosterItem.of(ROMEO).called("R", List.of());
        var roster = ROSTER.after(List.of(new Put(changed)), 13).after(List.of(new Put(changed)), 14);
        assertThat(roster.since(12)).hasValueSatisfying(missed -> assertThat(missed)
                .containsExactly(Map.entry(14L, new Put(changed.version(14)))));
    }

    @Test
    void whoKnowsAVersionThatNeverWasGetsTheWholeRoster() {
        assertThat(ROSTER.since(13)).isEmpty();
        assertThat(ROSTER.since(9)).isEmpty();
        assertThat(ROSTER.since(0)).isEmpty();
        assertThat(Roster.EMPTY.since(0)).isEmpty();
    }

    private static SortedMap<Long, RosterChange> changes(RosterChange... fromTwelveOn) {
        var changes = new TreeMap<Long, RosterChange>();
        for (int i = 0; i < fromTwelveOn.length; i++) {
            changes.put(12L + i, fromTwelveOn[i]);
        }
        return changes;
    }
}
