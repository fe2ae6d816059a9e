package im.myna.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void noLockKeepsNobodyOut() {
        assertThat(Lock.NONE.closed(Instant.EPOCH)).isFalse();
        assertThat(Lock.NONE.closed(NOON)).isFalse();
    }

    @Test
    void whoIsDisabledStaysOut() {
        assertThat(new Lock(true, Instant.EPOCH).closed(NOON)).isTrue();
    }

    @Test
    void aTimeKeepsOutUntilItComes() {
        var lock = new Lock(false, NOON);
        assertThat(lock.closed(NOON.minusNanos(1))).isTrue();
        assertThat(lock.closed(NOON)).isFalse();
    }
}
