package im.myna.benchmark.scenario;

import org.HdrHistogram.Histogram;

/** When messages are to be sent, and how long after that they arrived. All times are nanoseconds of one clock. */
final class Schedule {
    /** Messages of one direction that may be under way; a server that leaves more lying has failed anyway. */
    private static final int WINDOW = 1 << 12;

    private static final long LONGEST_MICROSECONDS = 600_000_000;
    private static final int DIGITS = 3;

    private final long interval;
    private final long[][] intended;
    private final Histogram latencies = new Histogram(LONGEST_MICROSECONDS, DIGITS);
    private final Histogram lateness = new Histogram(LONGEST_MICROSECONDS, DIGITS);
    private long next;
    private long measuredFrom = Long.MAX_VALUE;

    Schedule(int directions, long interval) {
        this.interval = interval;
        intended = new long[directions][WINDOW];
    }

    void begin(long now) {
        next = now;
    }

    /** Only what is to be sent from now on counts. */
    void measureFromNow() {
        measuredFrom = next;
    }

    boolean due(long now) {
        return next <= now;
    }

    /** Until the next is due. */
    long left(long now) {
        return Math.max(0, next - now);
    }

    /** The one that is due is on its way. */
    void sent(int direction, int number, long now) {
        intended[direction][number & (WINDOW - 1)] = next;
        record(lateness, next, now);
        next += interval;
    }

    void arrived(int direction, int number, long now) {
        record(latencies, intended[direction][number & (WINDOW - 1)], now);
    }

    private void record(Histogram histogram, long from, long now) {
        if (from >= measuredFrom) {
            histogram.recordValue(Math.min(LONGEST_MICROSECONDS, (now - from) / 1000));
        }
    }

    /** In microseconds. */
    Histogram latencies() {
        return latencies;
    }

    /** How much later than it should the load generator sent, in microseconds; part of the latencies. */
    Histogram lateness() {
        return lateness;
    }
}
