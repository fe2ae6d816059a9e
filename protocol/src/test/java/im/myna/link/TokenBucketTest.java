package im.myna.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void aBurstPassesAndWhatIsBeyondWaits() {
        var bucket = new TokenBucket(100, 1000, 0);
        assertThat(bucket.take(1000, 0)).isZero();
        assertThat(bucket.take(50, 0)).isEqualTo(SECOND / 2);
        assertThat(bucket.take(0, SECOND / 2)).isZero();
        assertThat(bucket.take(100, SECOND / 2)).isEqualTo(SECOND);
    }

    @Test
    void timeFillsItToTheBurstAndNoFurther() {
        var bucket = new TokenBucket(100, 1000, 0);
        bucket.take(1000, 0);
        assertThat(bucket.take(1000, 3600 * SECOND)).isZero();
        assertThat(bucket.take(1, 3600 * SECOND)).isPositive();
    }

    @Test
    void zeroIsUnlimited() {
        assertThat(new TokenBucket(0, 0, 0).take(Integer.MAX_VALUE, 0)).isZero();
    }

    @Test
    void withoutABurstASecondsWorthIsOne() {
        var bucket = new TokenBucket(100, 0, 0);
        assertThat(bucket.take(100, 0)).isZero();
        assertThat(bucket.take(1, 0)).isPositive();
    }

    @Property
    void whoWaitsAsToldNeverGetsMoreThanRateAndBurst(
            @ForAll @Size(min = 1, max = 50) java.util.List<@IntRange(max = 100_000) Integer> reads,
            @ForAll @IntRange(min = 1, max = 1_000_000) int rate,
            @ForAll @IntRange(min = 1, max = 1_000_000) int burst) {
        var bucket = new TokenBucket(rate, burst, 0);
        long now = 0;
        long total = 0;
        for (int read : reads) {
            total += read;
            now += bucket.take(read, now);
            assertThat((double) total).isLessThanOrEqualTo(burst + rate * ((now + 1000) / 1e9) + 1);
        }
    }
}
