package im.myna.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BindCacheTest {
    private long now;
    private final BindCache cache = new BindCache(Duration.ofSeconds(60), () -> now);

    @Test
    void onlyTheRightPasswordIsKnownAndOnlyForAWhile() {
        cache.put(Firm.jid("juliet"), "fair sun");
        assertThat(cache.knows(Firm.jid("juliet"), "fair sun")).isTrue();
        assertThat(cache.knows(Firm.jid("juliet"), "fair moon")).isFalse();
        assertThat(cache.knows(Firm.jid("romeo"), "fair sun")).isFalse();
        now += Duration.ofSeconds(60).toNanos();
        assertThat(cache.knows(Firm.jid("juliet"), "fair sun")).isFalse();
        assertThat(cache.size()).isZero();
    }

    @Test
    void whoIsForgottenIsAskedForAgain() {
        cache.put(Firm.jid("juliet"), "fair sun");
        cache.forget(Firm.jid("juliet"));
        assertThat(cache.knows(Firm.jid("juliet"), "fair sun")).isFalse();
    }

    @Test
    void aPasswordThatCannotBePreparedIsNotKept() {
        cache.put(Firm.jid("juliet"), "bell\u0007");
        assertThat(cache.size()).isZero();
    }

    @Test
    void withoutATimeNothingIsKept() {
        var none = new BindCache(Duration.ZERO, () -> now);
        none.put(Firm.jid("juliet"), "fair sun");
        assertThat(none.size()).isZero();
    }
}
