package im.myna.web.door;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** One thing after the other, in the order in which they were asked for, on threads of a pool. */
final class Turns implements Executor {
    private static final Logger LOG = System.getLogger(Turns.class.getName());

    /** So many in a row; then it is another's turn. */
    private static final int ROW = 64;

    private final Executor pool;

    /** Written by every thread; its owner bounds what it asks for. */
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    private final AtomicInteger count = new AtomicInteger();

    Turns(Executor pool) {
        this.pool = pool;
    }

    /** Never runs it in the caller's thread. When the pool is closed, the application goes, and nothing is done any more. */
    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (count.getAndIncrement() == 0) {
            begin();
        }
    }

    private void begin() {
        try {
            pool.execute(this::run);
        } catch (RejectedExecutionException e) {
            waiting.clear();
        }
    }

    private void run() {
        int done = 0;
        for (var task = waiting.poll(); task != null; task = done < ROW ? waiting.poll() : null) {
            done++;
            run(task);
        }
        if (count.addAndGet(-done) > 0) {
            begin();
        }
    }

    /** What a turn throws is our bug, and must not end the turns. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "event=turn-failed", e);
        }
    }
}
