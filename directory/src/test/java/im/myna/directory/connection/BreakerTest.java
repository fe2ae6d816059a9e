package im.myna.directory.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private long now;
    private final Breaker breaker = new Breaker(3, Duration.ofNanos(100), () -> now);

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.mayAsk()).isTrue();
            breaker.failed();
        }
    }

    @Test
    void afterAFewFailuresNobodyAsksForAWhile() {
        fails(3);
        assertThat(breaker.mayAsk()).isFalse();
        assertThat(breaker.isOpen()).isTrue();
        now += 99;
        assertThat(breaker.mayAsk()).isFalse();
    }

    @Test
    void thenOneAsksAndTheOthersWhenThatWentWell() {
        fails(3);
        now += 100;
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.mayAsk()).isTrue();
        assertThat(breaker.mayAsk()).isFalse();
        breaker.succeeded();
        assertThat(breaker.mayAsk()).isTrue();
        assertThat(breaker.mayAsk()).isTrue();
    }

    @Test
    void whenThatOneFailsItLastsAsLongAgain() {
        fails(3);
        now += 100;
        assertThat(breaker.mayAsk()).isTrue();
        now += 50;
        breaker.failed();
        now += 99;
        assertThat(breaker.mayAsk()).isFalse();
        now += 1;
        assertThat(breaker.mayAsk()).isTrue();
    }

    @Test
    void failuresThatAreNotInARowDoNotCount() {
        fails(2);
        breaker.succeeded();
        fails(2);
        assertThat(breaker.mayAsk()).isTrue();
    }
}
