package im.myna.socket.tcp;

import im.myna.link.LinkListener;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;

/** An open port: makes a link of every connection and finds somebody who listens to it. */
public final class Listener implements AutoCloseable {
    private static final int BACKLOG = 4096;
    private static final int READ_BYTES = 1 << 15;
    private static final int READS = 4;

    private static final Duration CUTTING = Duration.ofSeconds(5);

    private final Connections connections;
    private final Channel port;
    private final InetSocketAddress address;

    private Listener(Gate gate, EventLoopGroup loops, Supplier<LinkListener> listeners) throws IOException {
        this.connections = new Connections(gate, listeners);
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(512, 2048, READ_BYTES).maxMessagesPerRead(READS))
                .childHandler(connections)
                .bind(gate.address())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "cannot listen on " + gate.address() + ": " + bound.cause().getMessage(), bound.cause());
        }
        this.port = bound.channel();
        this.address = (InetSocketAddress) port.localAddress();
    }

    /**
     * Opens a port.
     *
     * @param loops whose threads call the listeners
     * @param listeners gives a listener for each link; called on an event loop
     * @throws IOException when the port is taken; its message names it
     */
    public static Listener open(Gate gate, EventLoopGroup loops, Supplier<LinkListener> listeners) throws IOException {
        return new Listener(gate, loops, listeners);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Whether somebody may still come in. */
    public boolean isOpen() {
        return port.isActive();
    }

    /** Connections, also those in a handshake. */
    public int connections() {
        return connections.count();
    }

    /**
     * Lets nobody in any more and takes leave of every peer ({@code system-shutdown}; RFC 6120, 4.9.3.20). Listeners only hear
     * that their links are closed: an application that goes cannot be asked any more. Not to be called on an event loop.
     */
    public void shut() {
        port.close().awaitUninterruptibly();
        connections.shut();
        connections.each(connection -> connection.leave(new StreamException(StreamCondition.SYSTEM_SHUTDOWN)));
    }

    /** As {@link #close(Duration)}, at once. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }

    /** As {@link #shut}; the connections that are still there when the grace is over are cut. Returns when all are gone. */
    public void close(Duration grace) {
        shut();
        if (!connections.await(grace)) {
            connections.each(Connection::cut);
            connections.await(CUTTING);
        }
    }
}
