package im.myna.socket.tcp;

import im.myna.link.Door;
import im.myna.link.LinkListener;
import im.myna.link.Patience;
import im.myna.link.Security;
import im.myna.link.TokenBucket;
import im.myna.link.Traffic;
import im.myna.stream.Frame;
import im.myna.stream.StreamDecoder;
import im.myna.stream.StreamException;
import im.myna.stream.StreamHeader;
import im.myna.stream.StreamLimits;
import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.SocketChannel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** A connection as its event loop has it; used there only. */
final class Connection implements Patience.Host {
    private static final Logger LOG = System.getLogger(Connection.class.getName());

    private final Gate gate;
    private final SocketChannel channel;
    private final Supplier<LinkListener> listeners;
    private final TcpLink link;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Patience patience;
    private final TokenBucket bucket;
    private long received;
    private boolean securing;
    private boolean throttled;
    private boolean ended;

    Connection(Gate gate, SocketChannel channel, Duty duty, Supplier<LinkListener> listeners) {
        long now = System.nanoTime();
        var limits = gate.limits().get();
        this.gate = gate;
        this.channel = channel;
        this.listeners = listeners;
        this.link = new TcpLink(gate.door(), channel.remoteAddress(), channel.eventLoop(), this);
        this.inbox = new Inbox(link, new StreamDecoder(limits.unauthenticated(), gate.content()), this::fail);
        this.outbox = new Outbox(channel, duty.flushes(), limits.outputBytes());
        this.patience = new Patience(this, Runnable::run, duty.wheel(), limits, now);
        this.bucket = new TokenBucket(limits.bytesPerSecond(), limits.bytesBurst(), now);
    }

    void begin() {
        if (gate.door() == Door.DIRECT_TLS) {
            secure();
        } else {
            open();
        }
    }

    private void open() {
        LinkListener listener;
        try {
            listener = listeners.get();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "link={0} event=nobody-listens reason={1}", link.id(), e.getMessage());
            cut();
            return;
        }
        inbox.open(listener);
    }

    private void secure() {
        securing = true;
        outbox.hold();
        channel.pipeline().addFirst(gate.certificates().handshake());
        readWhenWanted();
    }

    void secured(Security security) {
        link.secured(security);
        securing = false;
        outbox.proceed();
        readWhenWanted();
        if (!inbox.isOpen()) {
            open();
        }
    }

    /** Of every thread. */
    long heard() {
        return patience.heard();
    }

    /** Of every thread. */
    Traffic traffic() {
        return new Traffic(received, outbox.sent(), outbox.waiting());
    }

    void read(ByteBuf bytes) {
        long now = System.nanoTime();
        received += bytes.readableBytes();
        patience.heard(now);
        long wait = bucket.take(bytes.readableBytes(), now);
        if (wait > 0) {
            throttled = true;
            patience.throttle(now + wait);
            readWhenWanted();
        }
        inbox.read(bytes);
    }

    void readComplete() {
        inbox.deliver();
    }

    @Override
    public void unthrottle() {
        throttled = false;
        readWhenWanted();
    }

    /** A handshake is read in any case; what it brings waits in the decoder. */
    private void readWhenWanted() {
        channel.config().setAutoRead(securing || (!throttled && (!inbox.isPaused() || inbox.isDeaf())));
    }

    Outbox outbox() {
        return outbox;
    }

    /** @param room whether the high-water mark was respected; else the bytes must leave at once */
    void write(byte[] bytes, boolean room) {
        outbox.append(bytes);
        if (!room && outbox.overflows()) {
            LOG.log(Level.DEBUG, "link={0} event=cut reason=reads-too-slowly", link.id());
            cut();
        }
    }

    void startTls(byte[] proceed) {
        if (securing || link.security().encrypted() || inbox.isDeaf()) {
            return;
        }
        outbox.reserve(proceed.length);
        outbox.append(proceed);
        outbox.restart();
        inbox.discard();
        secure();
    }

    void restart() {
        inbox.restart();
        outbox.restart();
    }

    void established(StreamLimits limits) {
        inbox.batches(limits);
        patience.established();
    }

    void pause() {
        inbox.pause();
        patience.silenced(true);
        readWhenWanted();
    }

    void resume() {
        patience.silenced(false);
        inbox.resume();
        readWhenWanted();
    }

    /** The listener says so to the peer, where a stream can be spoken. */
    @Override
    public void fail(StreamException reason) {
        LOG.log(Level.DEBUG, "link={0} event=failed condition={1}", link.id(), reason.condition());
        if (securing || !inbox.isOpen()) {
            cut();
        } else if (!inbox.isDeaf()) {
            patience.closing();
            if (!inbox.fail(reason)) {
                part(reason);
            }
            readWhenWanted();
        }
    }

    /** Ends the stream without its listener, which only hears that it is closed. */
    void leave(StreamException reason) {
        if (securing || !inbox.isOpen()) {
            cut();
        } else if (!inbox.isDeaf()) {
            part(reason);
        }
    }

    private void part(StreamException reason) {
        if (!outbox.hasHeader()) {
            // RFC 6120, 4.9.1.2: an error needs an opening tag before it.
            link.write(new Frame.Opened(new StreamHeader(gate.domain(), "", link.id(), "1.0", "en", gate.content())));
        }
        link.write(new Frame.Nonza(reason.element()));
        link.write(new Frame.Closed());
        close();
    }

    void close() {
        inbox.deafen();
        patience.closing();
        if (securing) {
            cut();
        } else {
            outbox.close(ended || inbox.hasEnded());
            readWhenWanted();
        }
    }

    /** The peer has ended its direction. */
    void ended() {
        ended = true;
        if (inbox.isDeaf()) {
            cut();
        } else {
            close();
        }
    }

    @Override
    public void cut() {
        Connections.cut(channel);
    }

    void gone() {
        link.gone();
        outbox.drop();
        inbox.closed();
        patience.end();
    }
}
