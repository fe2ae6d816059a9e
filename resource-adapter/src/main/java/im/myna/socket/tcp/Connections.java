package im.myna.socket.tcp;

import im.myna.link.Door;
import im.myna.link.LinkListener;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who is inside one gate: lets them in, turns them away, waits for the last to leave. */
final class Connections extends ChannelInitializer<SocketChannel> {
    private static final Logger LOG = System.getLogger(Connections.class.getName());

    /** Being turned away at the same time; more are cut without a word. */
    private static final int REFUSALS = 256;

    private final Gate gate;
    private final Supplier<LinkListener> listeners;

    /** Written by the event loops, each for its own channels. */
    private final Map<Channel, Connection> inside = new ConcurrentHashMap<>();

    private final Map<EventLoop, Duty> duties = new ConcurrentHashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean closed;

    Connections(Gate gate, Supplier<LinkListener> listeners) {
        this.gate = gate;
        this.listeners = listeners;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        var address = channel.remoteAddress();
        if (address == null || closed) {
            // Gone already, or too late.
            cut(channel);
        } else if (gate.addresses().enter(address.getAddress())) {
            admit(channel, address.getAddress());
        } else {
            LOG.log(Level.DEBUG, "address={0} event=refused reason=connections-per-address", address);
            refuse(channel);
        }
    }

    private void admit(SocketChannel channel, InetAddress address) {
        var connection = new Connection(gate, channel, duty(channel), listeners);
        inside.put(channel, connection);
        channel.pipeline().addLast(new Intake(connection), onLeaving(() -> {
            gate.addresses().leave(address);
            leave(channel);
        }));
    }

    private void refuse(SocketChannel channel) {
        if (gate.door() == Door.DIRECT_TLS || refusals.incrementAndGet() > REFUSALS) {
            cut(channel);
        } else {
            channel.pipeline()
                    .addLast(new Refusal(gate, duty(channel).wheel(), channel), onLeaving(refusals::decrementAndGet));
        }
    }

    static void cut(Channel channel) {
        channel.unsafe().close(channel.unsafe().voidPromise());
    }

    private Duty duty(Channel channel) {
        return duties.computeIfAbsent(channel.eventLoop(), Duty::new);
    }

    private static ChannelInboundHandlerAdapter onLeaving(Runnable then) {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void handlerRemoved(ChannelHandlerContext ctx) {
                then.run();
            }
        };
    }

    private synchronized void leave(Channel channel) {
        inside.remove(channel);
        notifyAll();
    }

    int count() {
        return inside.size();
    }

    /** Nobody comes in any more. */
    void shut() {
        closed = true;
    }

    /** Runs that for each, on its event loop. */
    void each(Consumer<Connection> then) {
        inside.forEach((channel, connection) -> channel.eventLoop().execute(() -> then.accept(connection)));
    }

    /** @return whether all have left */
    synchronized boolean await(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (!inside.isEmpty()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
