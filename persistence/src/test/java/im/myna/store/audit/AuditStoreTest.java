package im.myna.store.audit;

import static im.myna.store.Cast.JULIET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.store.Cast;
import im.myna.store.Database;
import im.myna.store.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class AuditStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private final Database database;
    private final AuditStore audits;

    AuditStoreTest(Engine engine) {
        database = engine.empty();
        audits = database.audits();
    }

    @Test
    void anEntryComesOutAsItWasPutIn() {
        add(new AuditEntry(
                0, NOON, "admin@im.example.com", "192.0.2.1", "lock", "juliet@im.example.com", "open", "‹disabled›"));
        var entry = page(AuditSearch.ALL, Long.MAX_VALUE, 10).get(0);
        assertThat(entry.number()).isPositive();
        assertThat(entry)
                .usingRecursiveComparison()
                .ignoringFields("number")
                .isEqualTo(new AuditEntry(
                        0,
                        NOON,
                        "admin@im.example.com",
                        "192.0.2.1",
                        "lock",
                        "juliet@im.example.com",
                        "open",
                        "‹disabled›"));
    }

    @Test
    void theNewestComeFirstPageByPage() {
        IntStream.range(0, 25).forEach(i -> add(entry("admin", "step " + i, "juliet@im.example.com")));
        var seen = new ArrayList<String>();
        var page = page(AuditSearch.ALL, Long.MAX_VALUE, 10);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            page.forEach(entry -> seen.add(entry.action()));
            page = page(AuditSearch.ALL, page.get(page.size() - 1).number(), 10);
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "step " + (24 - i)).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'','','','',d c b a",
        "im.example.com,'','','',c a",
        "'',nurse,'','',c b",
        "'','',juliet@im.example.com,'',a",
        "'','','',lock,b a",
        "im.example.com,nurse,romeo@im.example.com,unlock,c",
        "im.example.com,nurse,romeo@im.example.com,lock,''"
    })
    void entriesAreFoundByEachOfTheirParts(String domain, String who, String subject, String action, String found) {
        add(new AuditEntry(0, NOON, "admin", "::1", "lock", "juliet@im.example.com", "", "a"));
        add(new AuditEntry(0, NOON, "nurse", "::1", "lock", "juliet@other.example", "", "b"));
        add(new AuditEntry(0, NOON, "nurse", "::1", "unlock", "romeo@im.example.com", "", "c"));
        add(new AuditEntry(0, NOON, "admin", "::1", "restart", "the server", "", "d"));
        var search = new AuditSearch(domain, who, subject, action);
        assertThat(String.join(
                        " ",
                        page(search, Long.MAX_VALUE, 10).stream()
                                .map(AuditEntry::after)
                                .toList()))
                .isEqualTo(found);
    }

    @Test
    void theLongestTextsHaveRoom() {
        var longest = "é".repeat(511) + "a@" + ("a".repeat(60) + ".").repeat(4) + "ab";
        var long4 = "\uD83C\uDFAD".repeat(3000);
        add(new AuditEntry(0, NOON, longest, long4, long4, longest, long4, long4 + "\0"));
        var entry = page(AuditSearch.ALL, Long.MAX_VALUE, 1).get(0);
        assertThat(entry.who()).isEqualTo(longest);
        assertThat(entry.before()).isEqualTo("\uD83C\uDFAD".repeat(2000));
        assertThat(page(new AuditSearch("", longest, longest, ""), Long.MAX_VALUE, 1))
                .hasSize(1);
    }

    @Test
    void entriesOutliveWhomTheyTellOf() {
        Cast.enter(database, JULIET);
        add(entry("admin", "lock", JULIET.toString()));
        Cast.leave(database, JULIET);
        assertThat(page(AuditSearch.ALL, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void whatDidNotHappenLeavesNoEntry() {
        assertThatThrownBy(() -> database.transaction(() -> {
                    audits.add(entry("admin", "lock", "juliet@im.example.com"));
                    throw new IllegalStateException("after the first step");
                }))
                .hasMessage("after the first step");
        assertThat(page(AuditSearch.ALL, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void theOldestAreForgottenSoManyAtATime() {
        IntStream.range(0, 10)
                .forEach(i ->
                        add(new AuditEntry(0, NOON.plusSeconds(i), "admin", "::1", "step", "juliet@x", "", "" + i)));
        assertThat(forget(NOON.plusSeconds(7), 5)).isEqualTo(5);
        assertThat(forget(NOON.plusSeconds(7), 5)).isEqualTo(2);
        assertThat(forget(NOON.plusSeconds(7), 5)).isZero();
        assertThat(page(AuditSearch.ALL, Long.MAX_VALUE, 10))
                .extracting(AuditEntry::after)
                .containsExactly("9", "8", "7");
    }

    private static AuditEntry entry(String who, String action, String subject) {
        return new AuditEntry(0, NOON, who, "::1", action, subject, "", "");
    }

    private void add(AuditEntry entry) {
        database.transaction(() -> {
            audits.add(entry);
            return true;
        });
    }

    private List<AuditEntry> page(AuditSearch search, long before, int max) {
        return database.transaction(() -> audits.page(search, before, max));
    }

    private int forget(Instant olderThan, int max) {
        return database.transaction(() -> audits.forget(olderThan, max));
    }
}
