package im.myna.entry;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which is done what would block an event loop.
 *
 * @param executor with as many threads as the database has connections, or a few more; at most one task of each stream waits for them
 * @param timer only counts the time and hands over
 */
public record Workers(Executor executor, ScheduledExecutorService timer) {
    /** Tasks that wait for a thread. */
    public int waiting() {
        return executor instanceof ThreadPoolExecutor pool ? pool.getQueue().size() : 0;
    }

    /** Threads that do something. */
    public int busy() {
        return executor instanceof ThreadPoolExecutor pool ? pool.getActiveCount() : 0;
    }

    /** @throws java.util.concurrent.RejectedExecutionException when the server is going down */
    void after(Duration delay, Runnable work) {
        if (delay.isZero()) {
            executor.execute(work);
        } else {
            var unused = timer.schedule(() -> executor.execute(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
