package im.myna.benchmark.scenario;

import im.myna.benchmark.measure.Meter;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Messages at a fixed rate, however long the server takes. What is measured begins when a message should have been sent, not when it
 * was: a server that stops for a while is charged for everybody who had to wait (no coordinated omission).
 */
public final class OpenLoop {
    /** The event loop counts its sleep in milliseconds: shorter than two it does not sleep, or it would be late by one. */
    private static final long AWAKE = TimeUnit.MILLISECONDS.toNanos(2);

    private final Stage stage;
    private final Conversations conversations;
    private final Schedule schedule;
    private boolean going = true;
    private long sent;

    private OpenLoop(Stage stage) {
        this.stage = stage;
        conversations = Conversations.of(stage);
        schedule = new Schedule(
                conversations.count(),
                TimeUnit.SECONDS.toNanos(1) / stage.load().rate());
    }

    /** Plays it. */
    public static void play(Stage stage) {
        var title = "Latency at %,d messages per second".formatted(stage.load().rate());
        var loop = new OpenLoop(stage);
        var cost = loop.measured();
        var report = stage.report();
        report.add(title + ": p50, ms", loop.milliseconds(50));
        report.add(title + ": p99, ms", loop.milliseconds(99));
        report.add(title + ": p99.9, ms", loop.milliseconds(99.9));
        report.add(title + ": longest, ms", loop.milliseconds(100));
        report.add(title + ": server CPU per message, us", cost.microseconds());
        report.add(title + ": sent too late by the load itself, p99, ms", loop.late(99));
    }

    private Meter.Cost measured() {
        var clients = stage.clients();
        clients.run(this::begin);
        Stage.sleep(stage.timing().warmUp());
        clients.run(schedule::measureFromNow);
        var lap = stage.meter().start();
        long before = clients.call(conversations::arrived);
        Stage.sleep(stage.timing().measured());
        var cost = lap.stop(clients.call(conversations::arrived) - before);
        clients.run(() -> going = false);
        stage.drain(conversations::underWay);
        stage.report().add(clients.call(conversations::faults));
        conversations.end(clients);
        return cost;
    }

    private void begin() {
        conversations.arrival((direction, number) -> schedule.arrived(direction, number, System.nanoTime()));
        schedule.begin(System.nanoTime());
        tick();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A tick does not fail; what was not sent is missed in the end.
    private void tick() {
        if (!going) {
            return;
        }
        while (schedule.due(System.nanoTime())) {
            int direction = (int) (sent++ % conversations.count());
            schedule.sent(direction, conversations.next(direction), System.nanoTime());
            conversations.send(direction);
            conversations.flush(direction);
        }
        // At once means: after the loop has looked for what arrived. A task that is executed comes before.
        long sleep = Math.max(0, schedule.left(System.nanoTime()) - AWAKE);
        stage.clients().loop().schedule(this::tick, sleep, TimeUnit.NANOSECONDS);
    }

    private double milliseconds(double percentile) {
        return of(schedule.latencies(), percentile);
    }

    private double late(double percentile) {
        return of(schedule.lateness(), percentile);
    }

    private static double of(Histogram microseconds, double percentile) {
        return microseconds.getValueAtPercentile(percentile) / 1e3;
    }
}
