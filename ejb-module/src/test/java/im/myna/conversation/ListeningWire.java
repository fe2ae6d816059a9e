package im.myna.conversation;

import im.myna.xml.Element;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What all wires do with what the server said: they keep it until it is asked for. */
public abstract class ListeningWire implements Wire {
    private final BlockingQueue<Element> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The server said that. */
    protected final void heard(Collection<Element> elements) {
        heard.addAll(elements);
    }

    /** The connection is closed. */
    protected final void closed() {
        closed.countDown();
    }

    @Override
    public final Optional<Element> receive(Duration patience) {
        try {
            return Optional.ofNullable(heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public final boolean closed(Duration patience) {
        try {
            return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
