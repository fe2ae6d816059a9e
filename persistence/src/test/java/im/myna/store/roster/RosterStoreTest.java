package im.myna.store.roster;

import static im.myna.store.Cast.JULIET;
import static im.myna.store.Cast.NOBODY;
import static im.myna.store.Cast.NURSE;
import static im.myna.store.Cast.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.store.Cast;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.Together;
import im.myna.store.roster.RosterChange.Ask;
import im.myna.store.roster.RosterChange.Put;
import im.myna.store.roster.RosterChange.Remove;
import im.myna.store.roster.RosterChange.Settle;
import im.myna.store.roster.RosterOutcome.Changed;
import im.myna.store.roster.RosterOutcome.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class RosterStoreTest {
    private static final RosterLimits LIMITS = new RosterLimits(1000, 100);

    private final Database database;
    private final RosterStore rosters;

    RosterStoreTest(Engine engine) {
        database = engine.empty();
        rosters = database.rosters();
        Cast.enter(database, JULIET, ROMEO);
    }

    @Test
    void whoNeverHadAContactHasAnEmptyRoster() {
        assertThat(load()).isEqualTo(Roster.EMPTY);
    }

    @Test
    void anItemIsLoadedAsItWasPut() {
        var item = RosterItem.of(ROMEO)
                .called("Romeo & \"friend\"", List.of("Lovers", "Montagues", ""))
                .with(Subscription.TO, true, true);
        long version = put(item);
        var roster = load();
        assertThat(roster.version()).isEqualTo(version);
        assertThat(roster.item(ROMEO)).contains(item.version(version));
        assertThat(roster.items()).hasSize(1);
    }

    @Test
    void itemsWithoutGroupsHaveNone() {
        put(RosterItem.of(ROMEO));
        assertThat(load().item(ROMEO).orElseThrow().groups()).isEmpty();
    }

    @Test
    void anItemThatIsPutAgainIsChanged() {
        put(RosterItem.of(ROMEO).called("Romeo", List.of("Friends")));
        put(RosterItem.of(ROMEO).with(Subscription.BOTH, false, false));
        var item = load().item(ROMEO).orElseThrow();
        assertThat(item.name()).isEmpty();
        assertThat(item.groups()).isEmpty();
        assertThat(item.subscription()).isEqualTo(Subscription.BOTH);
    }

    @Test
    void eachVisibleChangeIsTheNextVersion() {
        long first = put(RosterItem.of(ROMEO));
        assertThat(put(RosterItem.of(NURSE))).isEqualTo(first + 1);
        assertThat(change(new Remove(NURSE), new Put(RosterItem.of(ROMEO)))).isEqualTo(new Changed(first + 3));
        assertThat(load().item(ROMEO).orElseThrow().version()).isEqualTo(first + 3);
    }

    @Test
    void requestsAreKeptWithAllThatTheySay() {
        var request = request(NURSE, "<status>It is I</status>");
        assertThat(change(new Ask(request))).isInstanceOf(Changed.class);
        var roster = load();
        assertThat(roster.requests()).hasSize(1);
        var kept = roster.requests().get(NURSE);
        assertThat(kept.head()).isEqualTo(request.head());
        assertThat(kept.payload().bytes()).isEqualTo(request.payload().bytes());
        assertThat(roster.items()).isEmpty();
        assertThat(roster.isRequested(NURSE)).isTrue();
    }

    @Test
    void requestsAreNoNewVersion() {
        long version = put(RosterItem.of(ROMEO));
        assertThat(change(new Ask(request(NURSE, "")))).isEqualTo(new Changed(version));
        assertThat(change(new Settle(NURSE))).isEqualTo(new Changed(version));
        assertThat(load().requests()).isEmpty();
    }

    @Test
    void aRequestIsSettledAndBecomesAnItemInOneStep() {
        change(new Ask(request(NURSE, "")));
        var item = RosterItem.of(NURSE).with(Subscription.FROM, false, false);
        change(new Settle(NURSE), new Put(item));
        assertThat(load().requests()).isEmpty();
        assertThat(load().item(NURSE).orElseThrow().subscription()).isEqualTo(Subscription.FROM);
    }

    @Test
    void aRemovedItemIsGoneAndItsRemovalRemembered() {
        long before = put(RosterItem.of(ROMEO));
        change(new Remove(ROMEO));
        var roster = load();
        assertThat(roster.items()).isEmpty();
        assertThat(missed(roster, before)).containsExactly(new Remove(ROMEO));
    }

    @Test
    void removalsArePastWhenTheItemComesBack() {
        long before = put(RosterItem.of(ROMEO));
        change(new Remove(ROMEO));
        long after = put(RosterItem.of(ROMEO));
        var expected = new Put(RosterItem.of(ROMEO).version(after));
        assertThat(missed(load(), before)).containsExactly(expected);
    }

    @Test
    void onlyTheLatestRemovalsAreRemembered() {
        long start = put(RosterItem.of(ROMEO));
        var changes = new ArrayList<RosterChange>();
        for (int i = 0; i < Roster.REMOVALS + 5; i++) {
            var contact = Jid.of("contact" + i + "@im.example.com");
            changes.add(new Put(RosterItem.of(contact)));
            changes.add(new Remove(contact));
        }
        change(changes.toArray(RosterChange[]::new));
        var roster = load();
        assertThat(roster.removed()).hasSize(Roster.REMOVALS);
        assertThat(roster.since(start)).isEmpty();
        assertThat(missed(roster, start + 10)).hasSize(Roster.REMOVALS);
    }

    @Test
    void theRosterInMemoryChangesAsTheStoredOneDoes() {
        var inMemory = Roster.EMPTY;
        for (int i = 0; i < Roster.REMOVALS + 20; i++) {
            var contact = Jid.of("contact" + i + "@im.example.com");
            List<RosterChange> changes = List.of(
                    new Put(RosterItem.of(contact).called("No. " + i, List.of("Group"))),
                    new Put(RosterItem.of(ROMEO).called("Romeo " + i, List.of())),
                    i % 5 == 0 ? new Ask(request(contact, "")) : new Settle(NURSE),
                    new Remove(contact));
            var changed = (Changed) change(changes.toArray(RosterChange[]::new));
            inMemory = inMemory.after(changes, changed.version());
        }
        var stored = load();
        assertThat(inMemory.requests().keySet()).isEqualTo(stored.requests().keySet());
        assertThat(inMemory.items()).isEqualTo(stored.items());
        assertThat(inMemory.removed()).isEqualTo(stored.removed());
        assertThat(inMemory.oldest()).isEqualTo(stored.oldest());
        assertThat(inMemory.version()).isEqualTo(stored.version());
    }

    @Test
    void aFullRosterTakesNoNewItemButLetsTheOthersChange() {
        var narrow = new RosterLimits(1, 100);
        assertThat(change(narrow, new Put(RosterItem.of(ROMEO)))).isInstanceOf(Changed.class);
        assertThat(change(narrow, new Put(RosterItem.of(NURSE)))).isEqualTo(Refused.FULL);
        assertThat(change(narrow, new Put(RosterItem.of(ROMEO).called("R", List.of()))))
                .isInstanceOf(Changed.class);
        assertThat(change(narrow, new Remove(ROMEO))).isInstanceOf(Changed.class);
        assertThat(change(narrow, new Put(RosterItem.of(NURSE)))).isInstanceOf(Changed.class);
    }

    @Test
    void tooManyRequestsAreNotKept() {
        var narrow = new RosterLimits(1, 1);
        assertThat(change(narrow, new Ask(request(ROMEO, "")))).isInstanceOf(Changed.class);
        assertThat(change(narrow, new Ask(request(NURSE, "")))).isEqualTo(Refused.FULL);
        assertThat(change(narrow, new Ask(request(ROMEO, "<status>again</status>"))))
                .isInstanceOf(Changed.class);
        change(narrow, new Settle(ROMEO));
        assertThat(change(narrow, new Ask(request(NURSE, "")))).isInstanceOf(Changed.class);
    }

    @Test
    void zeroIsNoLimit() {
        var wide = new RosterLimits(0, 0);
        assertThat(change(wide, new Put(RosterItem.of(ROMEO)), new Ask(request(NURSE, ""))))
                .isInstanceOf(Changed.class);
    }

    @Test
    void whatIsRefusedChangesNothing() {
        assertThat(change(new RosterLimits(1, 1), new Put(RosterItem.of(ROMEO)), new Put(RosterItem.of(NURSE))))
                .isEqualTo(Refused.FULL);
        assertThat(load().items()).isEmpty();
    }

    @Test
    void whoHasNoAccountHasNoRoster() {
        var outcome =
                database.transaction(() -> rosters.change(NOBODY, LIMITS, List.of(new Put(RosterItem.of(ROMEO)))));
        assertThat(outcome).isEqualTo(Refused.NO_ACCOUNT);
    }

    @Test
    void theRosterGoesWithItsAccount() {
        put(RosterItem.of(ROMEO));
        change(new Ask(request(NURSE, "")));
        Cast.leave(database, JULIET);
        Cast.enter(database, JULIET);
        assertThat(load()).isEqualTo(Roster.EMPTY);
    }

    @Test
    void theLongestContactHasRoom() {
        var longest = Jid.of("ü".repeat(511), ("b".repeat(60) + ".").repeat(4) + "ab", "");
        put(RosterItem.of(longest));
        assertThat(load().items()).containsOnlyKeys(longest);
    }

    @Test
    void changesAtTheSameTimeGetAllVersionsWithoutAGap() throws Exception {
        int callers = 8;
        int each = 10;
        var versions = Together.call(callers, caller -> {
            var mine = new ArrayList<Long>();
            for (int i = 0; i < each; i++) {
                mine.add(put(RosterItem.of(Jid.of("c" + caller + "-" + i + "@im.example.com"))));
            }
            return mine;
        });
        var seen = new HashSet<Long>();
        versions.forEach(mine -> {
            assertThat(mine).isSorted();
            seen.addAll(mine);
        });
        var roster = load();
        assertThat(seen).hasSize(callers * each);
        assertThat(seen).contains(roster.version(), roster.version() - (long) callers * each + 1);
        assertThat(roster.items()).hasSize(callers * each);
    }

    @Test
    void theLimitHoldsForThoseWhoComeAtTheSameTime() throws Exception {
        var narrow = new RosterLimits(3, 3);
        Together.call(8, caller -> change(narrow, new Put(RosterItem.of(Jid.of("c" + caller + "@im.example.com")))));
        assertThat(load().items()).hasSize(3);
    }

    @Test
    void itSaysWhoShowsPresenceToAContact() {
        var showing = RosterItem.of(JULIET).with(Subscription.FROM, false, false);
        Cast.enter(database, NURSE, NOBODY);
        change(ROMEO, showing);
        change(NURSE, showing.with(Subscription.TO, false, false));
        var names = Set.of("romeo", "nurse", "nobody");
        assertThat(database.transaction(() -> rosters.showingTo(JULIET, "im.example.com", names)))
                .containsExactly(ROMEO);
        assertThat(database.transaction(() -> rosters.showingTo(JULIET, "im.example.com", Set.of())))
                .isEmpty();
    }

    private void change(Jid owner, RosterItem item) {
        database.transaction(() -> rosters.change(owner, LIMITS, List.of(new Put(item))));
    }

    private static List<RosterChange> missed(Roster roster, long known) {
        return List.copyOf(roster.since(known).orElseThrow().values());
    }

    private Roster load() {
        return database.transaction(() -> rosters.load(JULIET));
    }

    private long put(RosterItem item) {
        return ((Changed) change(new Put(item))).version();
    }

    private RosterOutcome change(RosterChange... changes) {
        return change(LIMITS, changes);
    }

    private RosterOutcome change(RosterLimits limits, RosterChange... changes) {
        return database.transaction(() -> rosters.change(JULIET, limits, List.of(changes)));
    }

    private static Presence request(Jid from, String content) {
        var payload = Payload.parse(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Presence(new Head(from, JULIET, "r1", "subscribe", "en"), payload);
    }
}
