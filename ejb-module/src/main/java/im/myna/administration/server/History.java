package im.myna.administration.server;

import im.myna.administration.Actor;
import im.myna.entry.Streams;
import im.myna.entry.Workers;
import im.myna.figures.Figures;
import im.myna.figures.Histogram;
import im.myna.figures.LoginOutcome;
import im.myna.figures.Tally;
import im.myna.session.Sessions;
import im.myna.store.measure.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** How the server did in the last hour. */
@ApplicationScoped
public class History {
    /** So often it is written down how it does. */
    public static final Duration STEP = Duration.ofSeconds(10);

    private static final double MILLIS = 1000;
    private static final String SUCCESS = "success";

    /** An hour; the oldest moment is dropped for a new one. */
    static final int MOMENTS = 360;

    private final Deque<Moment> moments = new ArrayDeque<>();
    private Totals before = new Totals(0, 0, 0, 0, 0, 0);

    @Inject
    private Sessions sessions;

    @Inject
    private Streams streams;

    @Inject
    private Workers workers;

    @Inject
    private Figures figures;

    @Inject
    private Pool pool;

    @Inject
    private Clock clock;

    /**
     * How it was then.
     *
     * @param received stanzas since the moment before, as all that is not a size
     * @param memory bytes of the heap in use
     * @param busy threads that ask the database
     * @param waiting tasks that wait for such a thread
     * @param connections to the database that are in use
     * @param connectionWaitMillis what it took on the average to get one
     */
    public record Moment(
            Instant at,
            int sessions,
            int streams,
            long received,
            long sent,
            long logins,
            long failedLogins,
            long memory,
            int threads,
            int busy,
            int waiting,
            long connections,
            double connectionWaitMillis) {}

    /** @param waits how often a connection was asked for, which took so many seconds in all */
    private record Totals(long received, long sent, long logins, long failedLogins, long waits, double seconds) {
        double millisSince(Totals before) {
            long more = waits - before.waits;
            return more == 0 ? 0 : (seconds - before.seconds) / more * MILLIS;
        }
    }

    /** Writes down how it is. */
    void note() {
        var connections = pool.read();
        var now = totals(connections.waits());
        var visitors = new int[1];
        sessions.forEach(session -> visitors[0]++);
        synchronized (moments) {
            if (moments.size() == MOMENTS) {
                moments.removeFirst();
            }
            moments.addLast(new Moment(
                    clock.instant(),
                    visitors[0],
                    streams.count(),
                    now.received() - before.received(),
                    now.sent() - before.sent(),
                    now.logins() - before.logins(),
                    now.failedLogins() - before.failedLogins(),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    workers.busy(),
                    workers.waiting(),
                    connections.lent(),
                    now.millisSince(before)));
            before = now;
        }
    }

    /** The oldest first; none of before that time. */
    public List<Moment> since(Actor actor, Instant time) {
        actor.mustSeeAll();
        synchronized (moments) {
            return moments.stream()
                    .filter(moment -> !moment.at().isBefore(time))
                    .toList();
        }
    }

    private Totals totals(Histogram.Reading waits) {
        var logins = figures.logins().counts();
        long good = logins.entrySet().stream()
                .filter(each -> each.getKey().outcome().equals(SUCCESS))
                .mapToLong(Map.Entry<LoginOutcome, Long>::getValue)
                .sum();
        long all = logins.values().stream().mapToLong(Long::longValue).sum();
        return new Totals(
                sum(figures.received()), sum(figures.sent()), good, all - good, waits.count(), waits.seconds());
    }

    private static long sum(Tally<?> tally) {
        return tally.counts().values().stream().mapToLong(Long::longValue).sum();
    }
}
