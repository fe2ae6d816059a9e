package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.sasl.SaslCondition;
import im.myna.sasl.SaslException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final InetSocketAddress MALLORY = address("198.51.100.7");
    private static final InetSocketAddress ROMEO = address("203.0.113.1");

    private final HandClock clock = new HandClock();
    private final Throttle throttle = new Throttle(clock, () -> true);

    private static InetSocketAddress address(String host) {
        return new InetSocketAddress(host, 1234);
    }

    private void guesses(InetSocketAddress address, String account, int times) {
        IntStream.range(0, times).forEach(i -> throttle.failed(address, account));
    }

    @Test
    void whoMistypesAFewTimesDoesNotWait() {
        guesses(ROMEO, "romeo", 4);
        assertThat(throttle.failed(ROMEO, "romeo")).isZero();
        assertThat(throttle.before(ROMEO)).isZero();
    }

    @Test
    void whoGuessesWaitsLongerAndLongerUpToALimit() {
        guesses(MALLORY, "romeo", 6);
        assertThat(throttle.before(MALLORY)).isEqualTo(Duration.ofMillis(250));
        clock.pass(Duration.ofMillis(250));
        guesses(MALLORY, "juliet", 1);
        assertThat(throttle.before(MALLORY)).isBetween(Duration.ofMillis(490), Duration.ofMillis(500));
        guesses(MALLORY, "nurse", 100);
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.before(MALLORY)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void attemptsFromOneAddressTakeTurnsAndTooManyAreTurnedAway() {
        guesses(MALLORY, "romeo", 100);
        assertThat(throttle.before(MALLORY)).isEqualTo(Duration.ofSeconds(8));
        assertThat(throttle.before(MALLORY)).isEqualTo(Duration.ofSeconds(16));
        var refusal = catchThrowableOfType(SaslException.class, () -> throttle.before(MALLORY));
        assertThat(refusal.condition()).isEqualTo(SaslCondition.TEMPORARY_AUTH_FAILURE);
        clock.pass(Duration.ofSeconds(8));
        assertThat(throttle.before(MALLORY)).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void anAccountIsNeverLockedForSomebodyElsewhere() {
        guesses(MALLORY, "romeo", 1000);
        assertThat(throttle.before(ROMEO)).isZero();
    }

    @Test
    void wrongAnswersAboutAnAccountUnderAttackComeLateWhereverTheyAreAskedFrom() {
        for (int i = 0; i < 20; i++) {
            throttle.failed(address("198.51.100." + i), "romeo");
        }
        assertThat(throttle.failed(ROMEO, "romeo")).isEqualTo(Duration.ofSeconds(8));
        assertThat(throttle.failed(ROMEO, "juliet")).isZero();
    }

    @Test
    void whoDoesNotWaitHisTurnIsToldHowLongItIs() {
        assertThat(throttle.pause(MALLORY)).isZero();
        guesses(MALLORY, "romeo", 7);
        assertThat(throttle.pause(MALLORY)).isEqualTo(Duration.ofMillis(500));
        clock.pass(Duration.ofMillis(400));
        assertThat(throttle.pause(MALLORY)).isBetween(Duration.ofMillis(99), Duration.ofMillis(100));
        clock.pass(Duration.ofMillis(100));
        assertThat(throttle.pause(MALLORY)).isZero();
        assertThat(throttle.pause(ROMEO)).isZero();
    }

    @Test
    void timeHeals() {
        guesses(MALLORY, "romeo", 10);
        clock.pass(Duration.ofMinutes(10));
        assertThat(throttle.before(MALLORY)).isZero();
        assertThat(throttle.failed(ROMEO, "romeo")).isBetween(Duration.ofMillis(200), Duration.ofMillis(250));
    }

    @Test
    void addressesOfOneIpv6NetworkAreOne() {
        guesses(address("2001:db8::1"), "romeo", 10);
        assertThat(throttle.before(address("2001:db8::ffff"))).isPositive();
        assertThat(throttle.before(address("2001:db8:0:1::1"))).isZero();
    }

    @Test
    void whatIsNobodysPasswordCountsForTheAddressOnly() {
        guesses(MALLORY, "", 10);
        assertThat(throttle.before(MALLORY)).isPositive();
        assertThat(throttle.failed(ROMEO, "")).isZero();
    }

    @Test
    void itForgetsTheOldestWhenThereAreTooMany() {
        guesses(MALLORY, "romeo", 100);
        for (int i = 0; i < 10_000; i++) {
            throttle.failed(address("10.0." + i / 256 + "." + i % 256), "account" + i);
        }
        assertThat(throttle.before(MALLORY)).isZero();
    }

    @Test
    void itCanBeTurnedOff() {
        var off = new Throttle(clock, () -> false);
        IntStream.range(0, 100)
                .forEach(i -> assertThat(off.failed(MALLORY, "romeo")).isZero());
        assertThat(off.before(MALLORY)).isZero();
    }
}
