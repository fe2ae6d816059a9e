package im.myna.socket;

import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import java.util.concurrent.locks.LockSupport;

/** Threads as a container gives them. */
final class Works implements WorkManager {
    private final ThreadGroup threads = new ThreadGroup("container");

    /** Whether all have ended, those included that are just about to. */
    boolean haveEnded() {
        for (int i = 0; i < 10_000 && threads.activeCount() > 0; i++) {
            LockSupport.parkNanos(1_000_000);
        }
        return threads.activeCount() == 0;
    }

    private void start(Work work) {
        new Thread(threads, work, "container").start();
    }

    @Override
    public void doWork(Work work) {
        work.run();
    }

    @Override
    public void doWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        work.run();
    }

    @Override
    public long startWork(Work work) {
        start(work);
        return 0;
    }

    @Override
    public long startWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        return startWork(work);
    }

    @Override
    public void scheduleWork(Work work) {
        start(work);
    }

    @Override
    public void scheduleWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        start(work);
    }
}
