package im.myna.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;

/**
 * How long lists take to answer. The 95th percentile is printed, and the median must hold: on a machine that is busy with other things,
 * the slowest times say nothing.
 */
public final class Pace {
    private static final int ROUNDS = 20;
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private Pace() {}

    /** Asks again and again. @return the last answer */
    public static int quickly(String what, IntSupplier question) {
        var answer = new int[1];
        var times = LongStream.generate(() -> {
                    long begun = System.nanoTime();
                    answer[0] = question.getAsInt();
                    return System.nanoTime() - begun;
                })
                .limit(ROUNDS)
                .sorted()
                .toArray();
        System.out.printf(
                "%s: median %.1f ms, 95th percentile %.1f ms%n",
                what, times[ROUNDS / 2] / 1e6, times[ROUNDS * 95 / 100 - 1] / 1e6);
        assertThat(Duration.ofNanos(times[ROUNDS / 2]))
                .as(Arrays.toString(times))
                .isLessThan(PATIENCE);
        return answer[0];
    }
}
