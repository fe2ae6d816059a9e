package im.myna.benchmark.scenario;

import im.myna.benchmark.client.Clients;
import im.myna.benchmark.client.Login;
import im.myna.benchmark.measure.Meter;
import im.myna.benchmark.measure.Report;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Where a scenario plays.
 *
 * @param meter of the server
 * @param login how everybody logs in where a scenario does not say otherwise
 * @param report takes the figures
 */
public record Stage(
        Clients clients, Meter meter, Login login, Accounts accounts, Timing timing, Load load, Report report) {
    private static final int LOOK_MILLISECONDS = 20;

    /**
     * How long.
     *
     * @param patience with what is still under way at the end, while nothing at all arrives
     */
    public record Timing(Duration warmUp, Duration measured, Duration patience) {}

    /**
     * How much.
     *
     * @param pairs who chat
     * @param inFlight messages under way in each pair
     * @param rate messages per second of the open loop
     * @param bytes of a message stanza
     * @param subscribers of the one whose presence changes
     * @param logins under way at once
     */
    public record Load(int pairs, int inFlight, int rate, int bytes, int subscribers, int logins) {}

    /** Lets what is going on warm up, and then measures what it costs. */
    Meter.Cost measure(LongSupplier count) {
        return measure(timing.warmUp(), count);
    }

    /** Lets what is going on warm up for so long, and then measures what it costs. */
    Meter.Cost measure(Duration warmUp, LongSupplier count) {
        sleep(warmUp);
        var lap = meter.start();
        long before = clients.call(count::getAsLong);
        sleep(timing.measured());
        return lap.stop(clients.call(count::getAsLong) - before);
    }

    /** Waits until nothing is left, or nothing has changed for a while. */
    void drain(LongSupplier left) {
        long least = Long.MAX_VALUE;
        long since = System.nanoTime();
        while (true) {
            long now = clients.call(left::getAsLong);
            if (now < least) {
                least = now;
                since = System.nanoTime();
            }
            if (now <= 0 || System.nanoTime() - since > timing.patience().toNanos()) {
                return;
            }
            sleep(Duration.ofMillis(LOOK_MILLISECONDS));
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
