package im.myna.container;

import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.link.Security;
import im.myna.stream.Frame;
import im.myna.stream.StreamLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A peer of yet another kind: what the server writes to it can be looked at. */
final class RecordedLink implements Link {
    private static final int MOST = 100;
    private static final int PATIENCE_SECONDS = 20;

    private final String id = UUID.randomUUID().toString();
    private final BlockingQueue<Frame> written = new ArrayBlockingQueue<>(MOST);

    /** What was written next; waits for it. */
    Frame next() {
        try {
            var frame = written.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("nothing was written");
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Door door() {
        return Door.TCP;
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    }

    @Override
    public Security security() {
        return Security.PLAIN;
    }

    @Override
    public void write(Frame frame) {
        written.add(frame);
    }

    @Override
    public void startTls(Frame proceed) {
        throw new AssertionError("nobody asked for TLS");
    }

    @Override
    public void restart() {
        throw new AssertionError("nobody is authenticated");
    }

    @Override
    public void established(StreamLimits limits) {
        throw new AssertionError("nobody is authenticated");
    }

    @Override
    public void pause() {
        // Nothing is read here.
    }

    @Override
    public void resume() {
        // Nothing is read here.
    }

    @Override
    public void close() {
        // What was written stays to be looked at.
    }
}
