package im.myna.socket;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Netty's event loops on threads of the container: each loop is one JCA Work that lasts until {@link #close}. */
final class EventLoops implements AutoCloseable {
    /** Name of the threads, followed by a number: what runs on such a thread must not block. */
    static final String THREAD = "myna-loop-";

    private static final Logger LOG = System.getLogger(EventLoops.class.getName());
    private static final int STOP_SECONDS = 5;
    private static final String EVENTS = "io.netty.jfr.enabled";

    /** One party is this, the others are the loops that run. */
    private final Phaser running = new Phaser(1);

    private final List<Visible> pulses = new ArrayList<>();
    private final EventLoopGroup group;
    private final Executor background;

    EventLoops(WorkManager works, int loops) {
        forgetClassLoader();
        group = new MultiThreadIoEventLoopGroup(loops, onContainerThreads(works, running), NioIoHandler.newFactory());
        background = inBackground(works);
        group.forEach(loop -> loop.execute(EventLoops::begin));
    }

    /** Runs on each loop first: all their threads are there when the start ends, for who looks for them. */
    private static void begin() {}

    /** Container threads for what would block a loop. */
    Executor background() {
        return background;
    }

    EventLoopGroup group() {
        return group;
    }

    /** From now on how late each loop is can be seen; that starts them all. */
    synchronized void watch() {
        if (!pulses.isEmpty()) {
            return;
        }
        for (var loop : group) {
            var pulse = new Pulse((SingleThreadEventExecutor) loop);
            pulses.add(Visible.as("type=EventLoop,loop=" + (pulses.size() + 1), pulse));
            pulse.begin();
        }
    }

    private synchronized void forgetPulses() {
        pulses.forEach(Visible::close);
        pulses.clear();
    }

    /** The JVM keeps every class of events that was registered with its Flight Recorder, and all that was deployed with it. */
    private static void forgetClassLoader() {
        if (System.getProperty(EVENTS) == null) {
            System.setProperty(EVENTS, "false");
        }
    }

    /** Returns when no thread runs any more. */
    @Override
    public void close() {
        forgetPulses();
        try {
            var unused = group.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS);
            running.awaitAdvanceInterruptibly(running.arrive(), 2L * STOP_SECONDS, TimeUnit.SECONDS);
            // The thread that Netty started to tell that the loops have ended.
            GlobalEventExecutor.INSTANCE.awaitInactivity(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "event=loops-still-run count={0}", running.getUnarrivedParties());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Executor onContainerThreads(WorkManager works, Phaser running) {
        var number = new AtomicInteger();
        return loop -> {
            running.register();
            try {
                works.startWork(new Loop(loop, THREAD + number.incrementAndGet(), running));
            } catch (WorkException e) {
                running.arriveAndDeregister();
                throw new RejectedExecutionException("the container gives no thread for an event loop", e);
            }
        };
    }

    private static Executor inBackground(WorkManager works) {
        return task -> {
            try {
                works.scheduleWork(new Task(task));
            } catch (WorkException e) {
                throw new RejectedExecutionException("the container gives no thread", e);
            }
        };
    }

    private record Task(Runnable task) implements Work {
        @Override
        public void run() {
            task.run();
        }

        /** It ends by itself, soon. */
        @Override
        public void release() {}
    }

    private record Loop(Runnable loop, String name, Phaser running) implements Work {
        @Override
        public void run() {
            var thread = Thread.currentThread();
            var nameBefore = thread.getName();
            var loaderBefore = thread.getContextClassLoader();
            thread.setName(name);
            // A loop starts with its first task, which can be the deployment of an application: it must not keep that
            // one's loader.
            thread.setContextClassLoader(EventLoops.class.getClassLoader());
            try {
                loop.run();
            } finally {
                thread.setName(nameBefore);
                thread.setContextClassLoader(loaderBefore);
                running.arriveAndDeregister();
            }
        }

        /** The container asks while it stops the adapter, whose {@code stop} ends the loops. */
        @Override
        public void release() {}
    }
}
