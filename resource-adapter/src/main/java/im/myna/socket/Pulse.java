package im.myna.socket;

import im.myna.figures.EventLoopMXBean;
import im.myna.figures.Histogram;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks an event loop every second to do nothing: who comes late had too much to do. */
final class Pulse implements EventLoopMXBean, Runnable {
    private static final long BEAT = TimeUnit.SECONDS.toNanos(1);
    private static final double SECOND = BEAT;

    private final SingleThreadEventExecutor loop;
    private final Histogram lags = new Histogram();
    // Written by the loop.
    private volatile long due = System.nanoTime() + BEAT;
    private volatile long lag;

    Pulse(SingleThreadEventExecutor loop) {
        this.loop = loop;
    }

    /** Beats until the loop ends. */
    void begin() {
        var unused = loop.schedule(this, BEAT, TimeUnit.NANOSECONDS);
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        lag = Math.max(0, now - due);
        lags.add(lag);
        due = now + BEAT;
        begin();
    }

    @Override
    public double getSecondsBehind() {
        return Math.max(lag, System.nanoTime() - due) / SECOND;
    }

    @Override
    public List<Long> getLagCounts() {
        return lags.read().counts();
    }

    @Override
    public double getLagSeconds() {
        return lags.read().seconds();
    }

    @Override
    public int getPendingTasks() {
        return loop.pendingTasks();
    }
}
