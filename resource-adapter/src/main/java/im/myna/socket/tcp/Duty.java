package im.myna.socket.tcp;

import im.myna.link.Wheel;
import io.netty.util.concurrent.EventExecutor;

/** What an event loop does for all of its links together. */
record Duty(Wheel wheel, Flushes flushes) {
    Duty(EventExecutor loop) {
        this(new Wheel(loop), new Flushes(loop));
    }
}
