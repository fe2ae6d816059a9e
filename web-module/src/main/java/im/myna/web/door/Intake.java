package im.myna.web.door;

import im.myna.link.TokenBucket;
import im.myna.settings.Limits;
import im.myna.stream.Frame;
import im.myna.stream.StreamException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** What came in and was not handed in yet. All but {@link #expect} is used in the turns of the link. */
final class Intake {
    /** Frames that are handed in together. */
    private static final int BATCH = 64;

    /** Beyond that, a door that can do so lets its peer wait. */
    private static final int PLENTY = 1 << 16;

    private final long most;
    private final TokenBucket bucket;
    private final LongConsumer throttle;

    /** Bounded by {@link #most}. */
    private final Queue<Parcel> parcels = new ArrayDeque<>();

    /** Of one parcel, and in batches of at most so many more. */
    private final Queue<Frame> frames = new ArrayDeque<>();

    /** Written by who brings, and in turns when it was handed in. */
    private final AtomicLong expected = new AtomicLong();

    /** Bytes, written in turns. */
    private long taken;

    private volatile boolean paused;
    private volatile boolean batching;
    private boolean throttled;
    private boolean deaf;

    /** @param throttle is told until when nothing may be read */
    Intake(Limits limits, long now, LongConsumer throttle) {
        // A peer that ignores how slowly it is read may send its burst, and a stanza that began within.
        this.most = limits.bytesBurst() == 0 || limits.stanzaBytes() == 0
                ? Integer.MAX_VALUE
                : (long) limits.bytesBurst() + limits.stanzaBytes();
        this.bucket = new TokenBucket(limits.bytesPerSecond(), limits.bytesBurst(), now);
        this.throttle = throttle;
    }

    /** Makes room for what will be added; every thread may. @return false when there is too much */
    boolean expect(Parcel parcel) {
        return expected.addAndGet(parcel.bytes()) <= most;
    }

    /** Bytes that were unpacked so far; every thread may ask, and learn it a moment late. */
    long taken() {
        return taken;
    }

    /** Whether there is so much that nothing more should be read; every thread may ask. */
    boolean isFull() {
        return expected.get() > PLENTY;
    }

    /** @param parcel for which room was made */
    void add(Parcel parcel) {
        if (!deaf) {
            parcels.add(parcel);
        }
    }

    /**
     * Hands in what may be handed in.
     *
     * @param broken is told what breaks the stream
     */
    void work(Consumer<List<Frame>> listener, Consumer<StreamException> broken) {
        while (!paused && !throttled && !deaf) {
            try {
                unpack();
            } catch (StreamException e) {
                broken.accept(e);
                return;
            }
            if (frames.isEmpty()) {
                return;
            }
            listener.accept(batching ? all() : List.of(frames.remove()));
        }
    }

    private void unpack() {
        while (!throttled && frames.size() < (batching ? BATCH : 1) && !parcels.isEmpty()) {
            var parcel = parcels.remove();
            expected.addAndGet(-parcel.bytes());
            taken += parcel.bytes();
            long now = System.nanoTime();
            long wait = bucket.take(parcel.bytes(), now);
            if (wait > 0) {
                throttled = true;
                throttle.accept(now + wait);
            }
            frames.addAll(parcel.frames().get());
        }
    }

    /** Hands in what was found before the stream broke. */
    List<Frame> all() {
        var all = List.copyOf(new ArrayList<>(frames));
        frames.clear();
        return all;
    }

    void unthrottle() {
        throttled = false;
    }

    void pause(boolean yes) {
        paused = yes;
    }

    void batches() {
        batching = true;
    }

    void deafen() {
        deaf = true;
        parcels.clear();
        frames.clear();
    }

    boolean isDeaf() {
        return deaf;
    }
}
