package im.myna.store.token;

import static im.myna.store.Cast.JULIET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void aTokenExpiresAtItsTime() {
        var token = token("t1", "backup", Set.of(Scope.READ));
        assertThat(token.expired(NOON.minusNanos(1))).isFalse();
        assertThat(token.expired(NOON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b"})
    void aNameHasSomethingToRead(String name) {
        assertThatThrownBy(() -> token("t1", name, Set.of(Scope.READ))).hasMessageContaining("the name of a token");
    }

    @Test
    void whatTheTableCannotHoldIsRefused() {
        assertThatThrownBy(() -> token("t1", "x".repeat(101), Set.of(Scope.READ)))
                .hasMessageContaining("1 to 100 characters");
        assertThatThrownBy(() -> token("x".repeat(44), "backup", Set.of(Scope.READ)))
                .hasMessageContaining("1 to 43 characters");
        assertThatThrownBy(() -> token("", "backup", Set.of(Scope.READ))).hasMessageContaining("the id of a token");
    }

    @Test
    void aTokenIsForSomething() {
        assertThatThrownBy(() -> token("t1", "backup", Set.of())).hasMessage("a token has a scope");
    }

    private static AccessToken token(String id, String name, Set<Scope> scopes) {
        return new AccessToken(id, JULIET, name, scopes, Instant.EPOCH, NOON, Instant.EPOCH);
    }
}
