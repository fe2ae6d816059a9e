package im.myna.socket.tcp;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends what the links of one event loop have written, once the loop has done what was waiting: a stanza for a thousand links,
 * or a thousand stanzas for one, are each flushed once. Used on that loop only.
 */
final class Flushes implements Runnable {
    private final EventExecutor loop;
    private List<Outbox> written = new ArrayList<>();
    private List<Outbox> flushing = new ArrayList<>();

    Flushes(EventExecutor loop) {
        this.loop = loop;
    }

    void add(Outbox outbox) {
        if (written.isEmpty()) {
            loop.execute(this);
        }
        written.add(outbox);
    }

    @Override
    public void run() {
        var now = written;
        written = flushing;
        flushing = now;
        now.forEach(Outbox::flush);
        now.clear();
    }
}
