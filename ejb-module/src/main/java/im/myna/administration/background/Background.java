package im.myna.administration.background;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/**
 * Does one thing after the other while nobody waits; at most {@value #MOST} wait for it. What it is given must be such that nothing is
 * lost when the server stops before it was done.
 */
@ApplicationScoped
public class Background {
    /** That wait for their turn, besides the one that is being done. */
    public static final int MOST = 16;

    private static final Logger LOG = System.getLogger(Background.class.getName());

    // Both guarded by this object.
    private final Queue<Runnable> waiting = new ArrayDeque<>(MOST);
    private boolean busy;

    @Inject
    private Spare spare;

    /** False when it will not be done: too much waits, or the server is going down. */
    public boolean does(Runnable task) {
        synchronized (this) {
            if (waiting.size() == MOST) {
                return false;
            }
            waiting.add(task);
            if (busy) {
                return true;
            }
            busy = true;
        }
        return begins(task);
    }

    /** How much is still to be done. */
    public synchronized int left() {
        return waiting.size() + (busy ? 1 : 0);
    }

    private boolean begins(Runnable task) {
        try {
            spare.execute(this::work);
            return true;
        } catch (RejectedExecutionException e) {
            synchronized (this) {
                busy = false;
                return !waiting.remove(task);
            }
        }
    }

    private void work() {
        for (var task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "event=background-task-failed", e);
            }
        }
    }

    private synchronized Runnable next() {
        var task = waiting.poll();
        busy = task != null;
        return task;
    }
}
