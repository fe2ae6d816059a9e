package im.myna.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.sasl.ScramHash;
import im.myna.sasl.ScramVerifier;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.Together;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class AccountStoreTest {
    private static final String DOMAIN = "im.example.com";
    private static final Jid JULIET = Jid.of("juliet@im.example.com");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final ScramVerifier SHA1 = verifier("SHA-1", 1);
    private static final ScramVerifier SHA256 = verifier("SHA-256", 2);

    private final Database database;
    private final AccountStore accounts;

    AccountStoreTest(Engine engine) {
        database = engine.empty();
        accounts = database.accounts();
    }

    @Test
    void whatWasAddedIsFound() {
        var account = new Account(JULIET, Role.ADMIN, List.of(SHA1, SHA256), NOON);
        assertThat(add(account)).isTrue();
        var found = find(JULIET);
        assertThat(found.jid()).isEqualTo(JULIET);
        assertThat(found.role()).isEqualTo(Role.ADMIN);
        assertThat(found.created()).isEqualTo(NOON);
        assertThat(found.verifiers()).containsExactlyInAnyOrder(SHA1, SHA256);
    }

    @Test
    void anAccountWithoutVerifiersIsFoundToo() {
        add(account("juliet", DOMAIN));
        assertThat(find(JULIET).verifiers()).isEmpty();
    }

    @Test
    void theSameNameInTwoDomainsIsTwoAccounts() {
        assertThat(add(account("juliet", DOMAIN))).isTrue();
        assertThat(add(account("juliet", "other.example"))).isTrue();
        remove(JULIET);
        assertThat(exists(Jid.of("juliet@other.example"))).isTrue();
    }

    @Test
    void whoExistsIsNotAddedAgain() {
        add(new Account(JULIET, Role.USER, List.of(SHA1), NOON));
        assertThat(add(new Account(JULIET, Role.ADMIN, List.of(SHA256), NOON))).isFalse();
        assertThat(find(JULIET).role()).isEqualTo(Role.USER);
    }

    @Test
    void ofManyWhoAddTheSameAccountAtOnceOneSucceeds() throws Exception {
        for (int round = 0; round < 10; round++) {
            var account = account("juliet" + round, DOMAIN);
            assertThat(Together.call(8, caller -> add(account)).stream().filter(added -> added))
                    .hasSize(1);
        }
        assertThat(database.transaction(() -> accounts.count(Search.in(DOMAIN))))
                .isEqualTo(10);
    }

    @Test
    void theLongestAddressHasRoom() {
        var longest = Jid.of("é".repeat(511) + "a", ("a".repeat(60) + ".").repeat(4) + "ab", "");
        assertThat(add(new Account(longest, Role.USER, List.of(SHA1), NOON))).isTrue();
        assertThat(exists(longest)).isTrue();
    }

    @Test
    void verifiersAreReplaced() {
        add(new Account(JULIET, Role.USER, List.of(SHA1), NOON));
        var changed = List.of(verifier("SHA-1", 7), SHA256);
        assertThat(database.transaction(() -> accounts.changeVerifiers(JULIET, changed)))
                .isTrue();
        assertThat(find(JULIET).verifiers()).containsExactlyInAnyOrderElementsOf(changed);
    }

    @Test
    void aRoleIsChanged() {
        add(account("juliet", DOMAIN));
        assertThat(database.transaction(() -> accounts.changeRole(JULIET, Role.ADMIN)))
                .isTrue();
        assertThat(find(JULIET).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void nothingIsChangedOfWhoDoesNotExist() {
        assertThat(database.transaction(() -> accounts.changeVerifiers(JULIET, List.of(SHA1))))
                .isFalse();
        assertThat(database.transaction(() -> accounts.changeRole(JULIET, Role.ADMIN)))
                .isFalse();
        assertThat(database.transaction(() -> accounts.changeLock(JULIET, Lock.NONE)))
                .isFalse();
        assertThat(remove(JULIET)).isFalse();
        assertThat(exists(JULIET)).isFalse();
        assertThat(database.transaction(() -> accounts.find(JULIET))).isEmpty();
    }

    @Test
    void whoWasRemovedIsGone() {
        add(new Account(JULIET, Role.USER, List.of(SHA1), NOON));
        assertThat(remove(JULIET)).isTrue();
        assertThat(exists(JULIET)).isFalse();
        assertThat(add(account("juliet", DOMAIN))).isTrue();
        assertThat(find(JULIET).verifiers()).isEmpty();
    }

    @Test
    void whoWasNotLockedIsOpen() {
        add(account("juliet", DOMAIN));
        assertThat(find(JULIET).lock()).isEqualTo(Lock.NONE);
    }

    @Test
    void aLockIsKept() {
        var disabled = new Lock(true, NOON);
        add(new Account(JULIET, Role.USER, List.of(), NOON, disabled));
        assertThat(find(JULIET).lock()).isEqualTo(disabled);
    }

    @Test
    void aLockIsChanged() {
        add(account("juliet", DOMAIN));
        var lock = new Lock(false, NOON);
        assertThat(database.transaction(() -> accounts.changeLock(JULIET, lock)))
                .isTrue();
        assertThat(find(JULIET).lock()).isEqualTo(lock);
        database.transaction(() -> accounts.changeLock(JULIET, Lock.NONE));
        assertThat(find(JULIET).lock()).isEqualTo(Lock.NONE);
    }

    private boolean add(Account account) {
        return database.transaction(() -> accounts.add(account));
    }

    private boolean exists(Jid account) {
        return database.transaction(() -> accounts.exists(account));
    }

    private Account find(Jid account) {
        return database.transaction(() -> accounts.find(account)).orElseThrow();
    }

    private boolean remove(Jid account) {
        return database.transaction(() -> accounts.remove(account));
    }

    private static Account account(String name, String domain) {
        return new Account(Jid.of(name, domain, ""), Role.USER, List.of(), NOON);
    }

    private static ScramVerifier verifier(String hash, int seed) {
        var type = ScramHash.of(hash);
        var key = new byte[type.length()];
        key[0] = (byte) seed;
        return new ScramVerifier(hash, new byte[] {(byte) seed, 0, -1}, 4096 + seed, key, key);
    }
}
