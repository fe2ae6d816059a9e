package im.myna.web.door;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What waits for the peer to take it, one encoded frame to each entry, in order; bounded by the high-water mark. */
public final class Outbox {
    private final long limit;

    /** Written by every thread. */
    private final Queue<byte[]> frames = new ConcurrentLinkedQueue<>();

    /** Bytes that were not sent, those under way included. */
    private final AtomicLong waiting = new AtomicLong();

    private final AtomicLong taken = new AtomicLong();

    /** @param limit bytes; 0 is unlimited */
    Outbox(int limit) {
        this.limit = limit == 0 ? Long.MAX_VALUE : limit;
    }

    /** @return false when the high-water mark is passed */
    boolean add(byte[] frame) {
        boolean room = waiting.addAndGet(frame.length) <= limit;
        if (room) {
            frames.add(frame);
        }
        return room;
    }

    /** The next one to send; it counts until {@link WebLink#sent} is called. */
    public Optional<byte[]> next() {
        return Optional.ofNullable(frames.poll());
    }

    /** Whether there is nothing that {@link #next} would give. */
    public boolean isEmpty() {
        return frames.isEmpty();
    }

    void sent(int bytes) {
        taken.addAndGet(bytes);
        waiting.addAndGet(-bytes);
    }

    /** Bytes that the peer took so far; every thread may ask. */
    long taken() {
        return taken.get();
    }

    /** Bytes; every thread may ask. */
    long waiting() {
        return waiting.get();
    }

    /** Whether all of it was sent. */
    boolean isSent() {
        return waiting.get() == 0;
    }

    void drop() {
        frames.clear();
    }
}
