package im.myna.store.token;

import static im.myna.store.Cast.JULIET;
import static im.myna.store.Cast.NOBODY;
import static im.myna.store.Cast.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.store.Cast;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.Together;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class TokenStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Database database;
    private final TokenStore tokens;

    TokenStoreTest(Engine engine) {
        database = engine.empty();
        tokens = database.tokens();
        Cast.enter(database, JULIET, ROMEO);
    }

    @Test
    void whatWasAddedIsFoundByItsDigest() {
        var token = new AccessToken(
                "t1",
                JULIET,
                "backup, ‹nightly›",
                Set.of(Scope.READ, Scope.WRITE),
                NOON,
                NOON.plus(DAY),
                Instant.EPOCH);
        assertThat(add(token)).isTrue();
        assertThat(find("t1")).contains(token);
        assertThat(find("t2")).isEmpty();
    }

    @Test
    void theScopeIsKept() {
        add(token("t1", JULIET));
        assertThat(find("t1").orElseThrow().scopes()).containsExactly(Scope.READ);
    }

    @Test
    void eachSeesHisOwnTheOldestFirst() {
        add(new AccessToken("b", JULIET, "first", Set.of(Scope.READ), NOON, NOON.plus(DAY), Instant.EPOCH));
        add(new AccessToken(
                "a", JULIET, "second", Set.of(Scope.READ), NOON.plusSeconds(1), NOON.plus(DAY), Instant.EPOCH));
        add(token("c", ROMEO));
        assertThat(of(JULIET)).extracting(AccessToken::name).containsExactly("first", "second");
        assertThat(of(NOBODY)).isEmpty();
    }

    @Test
    void onlyItsOwnerRemovesAToken() {
        add(token("t1", JULIET));
        assertThat(remove(ROMEO, "t1")).isFalse();
        assertThat(find("t1")).isPresent();
        assertThat(remove(JULIET, "t1")).isTrue();
        assertThat(remove(JULIET, "t1")).isFalse();
        assertThat(find("t1")).isEmpty();
    }

    @Test
    void theLastUseIsKept() {
        add(token("t1", JULIET));
        used("t1", NOON.plusSeconds(5));
        used("t1", NOON);
        used("t2", NOON);
        assertThat(find("t1").orElseThrow().used()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void nobodyHasMoreThanFifty() {
        IntStream.range(0, TokenStore.MAX)
                .forEach(i -> assertThat(add(token("t" + i, JULIET))).isTrue());
        assertThat(add(token("t50", JULIET))).isFalse();
        assertThat(find("t50")).isEmpty();
        assertThat(add(token("t51", ROMEO))).isTrue();
        remove(JULIET, "t7");
        assertThat(add(token("t52", JULIET))).isTrue();
    }

    @Test
    void theBoundHoldsForThoseWhoAskAtTheSameTime() throws Exception {
        var added = Together.call(8, caller -> IntStream.range(0, 10)
                .filter(i -> add(token(caller + "-" + i, JULIET)))
                .count());
        assertThat(added.stream().mapToLong(Long::longValue).sum()).isEqualTo(TokenStore.MAX);
        assertThat(of(JULIET)).hasSize(TokenStore.MAX);
    }

    @Test
    void whatHasExpiredIsStillFoundButMakesRoom() {
        add(token("old", JULIET));
        add(new AccessToken(
                "long", JULIET, "x", Set.of(Scope.READ), NOON, NOON.plus(DAY).plusNanos(1000), NOON));
        add(token("romeo", ROMEO));
        assertThat(find("old").orElseThrow().expired(NOON.plus(DAY))).isTrue();
        add(new AccessToken(
                "new",
                JULIET,
                "x",
                Set.of(Scope.READ),
                NOON.plus(DAY),
                NOON.plus(DAY).plus(DAY),
                NOON));
        assertThat(of(JULIET)).extracting(AccessToken::id).containsExactly("long", "new");
        assertThat(of(ROMEO)).hasSize(1);
    }

    @Test
    void tokensGoWithTheirAccount() {
        add(token("t1", JULIET));
        Cast.leave(database, JULIET);
        Cast.enter(database, JULIET);
        assertThat(find("t1")).isEmpty();
        assertThat(of(JULIET)).isEmpty();
    }

    @Test
    void whoHasNoAccountHasNoToken() {
        assertThat(add(token("t1", NOBODY))).isFalse();
    }

    private boolean add(AccessToken token) {
        return database.transaction(() -> tokens.add(token, digest(token.id())));
    }

    private Optional<AccessToken> find(String id) {
        return database.transaction(() -> tokens.find(digest(id)));
    }

    private List<AccessToken> of(Jid owner) {
        return database.transaction(() -> tokens.of(owner));
    }

    private boolean remove(Jid owner, String id) {
        return database.transaction(() -> tokens.remove(owner, id));
    }

    private void used(String id, Instant at) {
        database.transaction(() -> {
            tokens.used(id, at);
            return true;
        });
    }

    private static byte[] digest(String id) {
        return Arrays.copyOf(id.getBytes(StandardCharsets.US_ASCII), 32);
    }

    private static AccessToken token(String id, Jid owner) {
        return new AccessToken(id, owner, "x", Set.of(Scope.READ), NOON, NOON.plus(DAY), Instant.EPOCH);
    }
}
