package im.myna.socket.tcp;

import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.link.Security;
import im.myna.link.Traffic;
import im.myna.stream.Frame;
import im.myna.stream.Framing;
import im.myna.stream.StreamEncoder;
import im.myna.stream.StreamLimits;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A connection as the application has it. What other threads ask for waits in one queue, in order, and is done on the
 * connection's event loop; what is asked on that loop is done at once.
 */
final class TcpLink implements Link {
    private final String id = Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final Door door;
    private final InetSocketAddress address;
    private final EventLoop loop;
    private final Connection connection;
    private final StreamEncoder encoder = new StreamEncoder(Framing.TCP);

    /** Written by every thread; bounded because what is written counts for the high-water mark from the start. */
    private final Queue<Runnable> calls = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean called = new AtomicBoolean();
    private boolean working;
    private volatile Security security = Security.PLAIN;
    private volatile boolean gone;

    TcpLink(Door door, InetSocketAddress address, EventLoop loop, Connection connection) {
        this.door = door;
        this.address = address;
        this.loop = loop;
        this.connection = connection;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Door door() {
        return door;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Security security() {
        return security;
    }

    @Override
    public long lastHeard() {
        return connection.heard();
    }

    @Override
    public void write(Frame frame) {
        if (gone) {
            return;
        }
        var bytes = encoder.encode(frame);
        boolean room = connection.outbox().reserve(bytes.length);
        if (loop.inEventLoop()) {
            work();
            connection.write(bytes, room);
        } else if (room) {
            call(() -> connection.write(bytes, true));
        } else {
            gone = true;
            execute(connection::cut);
        }
    }

    @Override
    public void startTls(Frame proceed) {
        var bytes = encoder.encode(proceed);
        call(() -> connection.startTls(bytes));
    }

    @Override
    public void restart() {
        call(connection::restart);
    }

    @Override
    public void established(StreamLimits limits) {
        call(() -> connection.established(limits));
    }

    @Override
    public void pause() {
        call(connection::pause);
    }

    @Override
    public void resume() {
        call(connection::resume);
    }

    @Override
    public void close() {
        call(connection::close);
    }

    @Override
    public Traffic traffic() {
        return connection.traffic();
    }

    void secured(Security security) {
        this.security = security;
    }

    /** From now on, nothing is done. */
    void gone() {
        gone = true;
        calls.clear();
    }

    private void call(Runnable what) {
        if (gone) {
            return;
        }
        if (loop.inEventLoop()) {
            work();
            what.run();
        } else {
            calls.add(what);
            if (called.compareAndSet(false, true)) {
                execute(this::work);
            }
        }
    }

    /** Does what other threads asked for; on the loop. */
    private void work() {
        if (working) {
            return;
        }
        working = true;
        try {
            called.set(false);
            for (var call = calls.poll(); call != null; call = calls.poll()) {
                call.run();
            }
        } finally {
            working = false;
        }
    }

    private void execute(Runnable what) {
        try {
            loop.execute(what);
        } catch (RejectedExecutionException e) {
            // The loop has ended, and all its links with it.
            gone();
        }
    }
}
