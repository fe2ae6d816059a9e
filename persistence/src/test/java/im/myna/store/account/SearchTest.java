package im.myna.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.sasl.ScramHash;
import im.myna.sasl.ScramVerifier;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.account.Search.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class SearchTest {
    private static final String DOMAIN = "im.example.com";
    private static final Search ALL = Search.in(DOMAIN);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final Lock DISABLED = new Lock(true, Instant.EPOCH);
    private static final Lock UNTIL_NOON = new Lock(false, NOON);

    private final Database database;
    private final AccountStore accounts;

    SearchTest(Engine engine) {
        database = engine.empty();
        accounts = database.accounts();
    }

    @Test
    void pagesShowEverybodyOfADomainOnce() {
        IntStream.range(0, 25).forEach(i -> add("user" + i, Role.USER, Lock.NONE));
        add(Jid.of("romeo@other.example"), Role.USER, Lock.NONE);
        var seen = new ArrayList<Account>();
        var page = page(ALL, "");
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            seen.addAll(page);
            page = page(ALL, seen.get(seen.size() - 1).jid().local());
        }
        assertThat(seen).extracting(Account::jid).doesNotHaveDuplicates().hasSize(25);
        assertThat(seen).allSatisfy(account -> assertThat(account.verifiers()).hasSize(1));
    }

    @Test
    void accountsAreCountedByDomain() {
        add("juliet", Role.USER, Lock.NONE);
        add("romeo", Role.USER, Lock.NONE);
        add(Jid.of("romeo@other.example"), Role.USER, Lock.NONE);
        assertThat(count(ALL)).isEqualTo(2);
        assertThat(count(Search.in("nobody.example"))).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nobody",
            value = {
                "juliet|juliet",
                "UL|juliet",
                "o|benvolio,o_o,romeo",
                "_|o_o",
                "%|nobody",
                "é|andré",
                "volio|benvolio"
            })
    void aTextIsAPartOfTheNameAndNothingInItIsSpecial(String text, String found) {
        for (var name : List.of("juliet", "romeo", "benvolio", "o_o", "andré")) {
            add(name, Role.USER, Lock.NONE);
        }
        var search = ALL.text(text);
        assertThat(names(search)).containsExactly(found == null ? new String[0] : found.split(",", -1));
        assertThat(count(search)).isEqualTo(names(search).size());
    }

    @Test
    void rolesAreLookedFor() {
        for (var role : Role.values()) {
            add(role.name(), role, Lock.NONE);
        }
        assertThat(names(ALL.roles(Set.of(Role.ADMIN, Role.DOMAIN_ADMIN)))).containsExactly("admin", "domain_admin");
        assertThat(names(ALL.roles(Set.of(Role.AUDITOR)))).containsExactly("auditor");
        assertThat(count(ALL.roles(Set.of()))).isEqualTo(Role.values().length);
    }

    @Test
    void whoIsLockedAtATimeIsFound() {
        add("juliet", Role.USER, Lock.NONE);
        add("romeo", Role.USER, DISABLED);
        add("tybalt", Role.USER, UNTIL_NOON);
        var before = NOON.minusSeconds(1);
        assertThat(names(ALL.standing(Standing.CLOSED, before))).containsExactly("romeo", "tybalt");
        assertThat(names(ALL.standing(Standing.OPEN, before))).containsExactly("juliet");
        assertThat(names(ALL.standing(Standing.CLOSED, NOON))).containsExactly("romeo");
        assertThat(names(ALL.standing(Standing.OPEN, NOON))).containsExactly("juliet", "tybalt");
        assertThat(names(ALL.standing(Standing.ANY, NOON))).hasSize(3);
    }

    @Test
    void allThatIsLookedForHasToFit() {
        add("juliet", Role.ADMIN, DISABLED);
        add("julia", Role.USER, DISABLED);
        add("julius", Role.ADMIN, Lock.NONE);
        add("nurse", Role.ADMIN, DISABLED);
        var search = ALL.text("jul").roles(Set.of(Role.ADMIN)).standing(Standing.CLOSED, NOON);
        assertThat(names(search)).containsExactly("juliet");
        assertThat(count(search)).isEqualTo(1);
    }

    private void add(String name, Role role, Lock lock) {
        add(Jid.of(name, DOMAIN, ""), role, lock);
    }

    private void add(Jid jid, Role role, Lock lock) {
        var key = new byte[ScramHash.SHA_1.length()];
        var verifier = new ScramVerifier("SHA-1", new byte[] {1}, 4096, key, key);
        database.transaction(() -> accounts.add(new Account(jid, role, List.of(verifier), NOON, lock)));
    }

    private List<String> names(Search search) {
        return page(search, "").stream().map(account -> account.jid().local()).toList();
    }

    private List<Account> page(Search search, String after) {
        return database.transaction(() -> accounts.page(search, after, 10));
    }

    private long count(Search search) {
        return database.transaction(() -> accounts.count(search));
    }
}
