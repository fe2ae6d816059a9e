package im.myna.directory.connection;

import java.time.Duration;
import java.util.function.LongSupplier;

/** After a few failures in a row nobody asks for a while; then one does, and the others when that went well. */
final class Breaker {
    private final int failures;
    private final long pause;
    private final LongSupplier nanos;
    private int inARow;
    private long until;

    Breaker(int failures, Duration pause, LongSupplier nanos) {
        this.failures = failures;
        this.pause = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whoever is told yes says afterwards how it went. */
    synchronized boolean mayAsk() {
        if (inARow < failures) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - until < 0) {
            return false;
        }
        until = now + pause;
        return true;
    }

    synchronized void succeeded() {
        inARow = 0;
    }

    synchronized void failed() {
        if (inARow < failures) {
            inARow++;
        }
        until = nanos.getAsLong() + pause;
    }

    /** Whether somebody would be sent away now. */
    synchronized boolean isOpen() {
        return inARow >= failures && nanos.getAsLong() - until < 0;
    }
}
