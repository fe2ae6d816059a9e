package im.myna.roster;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One account's roster while somebody uses it. */
final class Held {
    private static final System.Logger LOG = System.getLogger(Held.class.getName());

    private final ReentrantLock changing = new ReentrantLock();
    // Written under the lock; null until it was loaded.
    private volatile Contacts contacts;
    // What the clients are to be told, in the order of the changes. Bounded by the threads that change or ask at this
    // moment, and by the changes of groups that wait to be told.
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final AtomicInteger untold = new AtomicInteger();
    // Guarded by the map that holds this.
    private int users;

    void use() {
        users++;
    }

    /** True when it was the last use. */
    boolean leave() {
        users--;
        return users == 0;
    }

    Optional<Contacts> contacts() {
        return Optional.ofNullable(contacts);
    }

    void exclusively(Runnable work) {
        changing.lock();
        try {
            work.run();
        } finally {
            changing.unlock();
        }
    }

    <T> T exclusively(Supplier<T> work) {
        changing.lock();
        try {
            return work.get();
        } finally {
            changing.unlock();
        }
    }

    /** Only while changing exclusively. */
    void become(Contacts other) {
        contacts = other;
    }

    /** Puts it behind what is to be told already. */
    void note(Runnable item) {
        news.add(item);
    }

    /** Tells what was noted, unless another thread is about to: then that one tells it. */
    void tell() {
        if (untold.getAndIncrement() > 0) {
            return;
        }
        do {
            for (var next = news.poll(); next != null; next = news.poll()) {
                run(next);
            }
        } while (untold.decrementAndGet() > 0);
    }

    /** What fails must not keep the rest from being told. */
    private static void run(Runnable item) {
        try {
            item.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "telling of a roster failed", e);
        }
    }
}
