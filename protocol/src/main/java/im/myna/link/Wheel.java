package im.myna.link;

import java.util.ArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The deadlines of many links: one timer for all, and none while there are no links. A deadline is met late by at most two ticks.
 * Where there is one event loop for those links it is used on that loop only; else by every thread.
 */
public final class Wheel implements Runnable {
    static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int SLOTS = 1024;

    /** Something that waits; it stands in the wheel at most once. */
    public abstract static class Deadline {
        private Deadline before;
        private Deadline after;
        private long due;

        /** The time has come. No longer stands in the wheel. Called by its timer, and must not wait for anything. */
        protected abstract void due(long now);

        boolean waiting() {
            return before != null;
        }

        private void stand(Deadline before, Deadline after) {
            this.before = before;
            this.after = after;
        }

        private void unlink() {
            before.after = after;
            after.before = before;
            stand(null, null);
        }
    }

    private static final class Slot extends Deadline {
        @Override
        protected void due(long now) {
            throw new IllegalStateException("a slot waits for nothing");
        }
    }

    private final ScheduledExecutorService timer;
    private final Deadline[] slots = new Deadline[SLOTS];
    private int waiting;
    private long turned;
    private boolean turning;

    /** @param timer of one thread */
    public Wheel(ScheduledExecutorService timer) {
        this.timer = timer;
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Slot();
            slots[i].stand(slots[i], slots[i]);
        }
    }

    /** Sets the only deadline of {@code what}, in place of an earlier one. */
    public synchronized void set(Deadline what, long due) {
        remove(what);
        if (waiting++ == 0 && !turning) {
            turned = tick(System.nanoTime());
            next();
        }
        what.due = due;
        Deadline slot = slot(Math.max(tick(due), turned) + 1);
        what.stand(slot.before, slot);
        slot.before.after = what;
        slot.before = what;
    }

    /** It will not be due. */
    public synchronized void remove(Deadline what) {
        if (what.waiting()) {
            what.unlink();
            waiting--;
        }
    }

    /** Runs what is due. */
    @Override
    public synchronized void run() {
        long now = System.nanoTime();
        long from = Math.max(turned, tick(now) - SLOTS);
        turned = tick(now);
        for (long tick = from + 1; tick <= turned; tick++) {
            turn(slot(tick), now);
        }
        turning = waiting > 0;
        if (turning) {
            next();
        }
    }

    private void turn(Deadline slot, long now) {
        var ripe = new ArrayList<Deadline>();
        for (var one = slot.after; one != slot; one = one.after) {
            if (one.due <= now) {
                ripe.add(one);
            }
        }
        for (var one : ripe) {
            // What ran before it may have moved it.
            if (one.waiting() && one.due <= now) {
                remove(one);
                one.due(now);
            }
        }
    }

    private Deadline slot(long tick) {
        return slots[(int) Math.floorMod(tick, (long) SLOTS)];
    }

    private static long tick(long nanos) {
        return Math.floorDiv(nanos, TICK);
    }

    private void next() {
        turning = true;
        var unused = timer.schedule(this, TICK, TimeUnit.NANOSECONDS);
    }
}
