package im.myna.figures;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How long something took, each time sorted into one of a few classes. Every thread adds. */
public final class Histogram {
    /** Up to how many seconds each class goes, from 50 microseconds to 10 seconds; behind them is one for all that took longer. */
    public static final List<Double> BOUNDS = List.of(
            0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5,
            5.0, 10.0);

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long[] NANOS =
            BOUNDS.stream().mapToLong(bound -> Math.round(bound * SECOND)).toArray();

    private final List<LongAdder> counts =
            Stream.generate(LongAdder::new).limit(NANOS.length + 1L).toList();
    private final LongAdder nanos = new LongAdder();

    /**
     * What was measured until a moment ago.
     *
     * @param counts of each class alone, in the order of {@link #BOUNDS}, one more at the end
     * @param seconds of all together
     */
    public record Reading(List<Long> counts, double seconds) {
        public Reading {
            counts = List.copyOf(counts);
        }

        /** How many were measured. */
        public long count() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param took nanoseconds */
    public void add(long took) {
        int at = Arrays.binarySearch(NANOS, took);
        counts.get(at < 0 ? -at - 1 : at).increment();
        nanos.add(took);
    }

    /** While others add, the sum may be that of a moment later. */
    public Reading read() {
        return new Reading(counts.stream().map(LongAdder::sum).toList(), nanos.sum() / SECOND);
    }
}
