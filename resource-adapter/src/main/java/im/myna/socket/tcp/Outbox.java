package im.myna.socket.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.atomic.AtomicLong;

/** What waits for the peer to read it: bounded, sent in order. Used on the link's event loop, where nothing else is said. */
final class Outbox {
    /** Sent at once when that much has come together. */
    private static final int CHUNK = 1 << 16;

    private final Channel channel;
    private final Flushes flushes;
    private final long limit;

    /** Written by who reserves, and by the loop when bytes have left. */
    private final AtomicLong waiting = new AtomicLong();

    /** Bytes; written on the loop. */
    private long sent;

    private ByteBuf pending;
    private int sending;
    private boolean held;
    private boolean closing;
    private boolean closingBoth;
    private boolean done;
    private boolean header;

    /** @param limit bytes; 0 is unlimited */
    Outbox(Channel channel, Flushes flushes, int limit) {
        this.channel = channel;
        this.flushes = flushes;
        this.limit = limit == 0 ? Long.MAX_VALUE : limit;
    }

    /** Makes room for what will be appended; every thread may. @return false when the high-water mark is passed */
    boolean reserve(int bytes) {
        return waiting.addAndGet(bytes) <= limit;
    }

    /** Whether there is too much, even when all is flushed that can be. */
    boolean overflows() {
        flush();
        return waiting.get() > limit;
    }

    /** Bytes; every thread may ask. */
    long waiting() {
        return waiting.get();
    }

    /** Bytes; every thread may ask. */
    long sent() {
        return sent;
    }

    void release(int bytes) {
        waiting.addAndGet(-bytes);
    }

    /** @param bytes for which room was reserved */
    void append(byte[] bytes) {
        if (done || closing) {
            release(bytes.length);
            return;
        }
        if (pending == null) {
            pending = channel.alloc().ioBuffer(Math.max(bytes.length, 256));
            flushes.add(this);
        }
        header = true;
        pending.writeBytes(bytes);
        if (pending.readableBytes() >= CHUNK) {
            flush();
        }
    }

    /** Whether something was written on the current stream; that begins with its header. */
    boolean hasHeader() {
        return header;
    }

    /** What comes next is a new stream. */
    void restart() {
        header = false;
    }

    void flush() {
        if (pending == null || held) {
            return;
        }
        int bytes = pending.readableBytes();
        var chunk = pending;
        pending = null;
        sending++;
        channel.writeAndFlush(chunk).addListener(written -> {
            sending--;
            sent += bytes;
            release(bytes);
            endWhenEmpty();
        });
    }

    /** What comes from now on waits for {@link #proceed}, what came goes out. */
    void hold() {
        flush();
        held = true;
    }

    void proceed() {
        held = false;
        flush();
    }

    /**
     * Sends what there is, then ends our direction. Takes nothing more.
     *
     * @param both whether the peer's direction is at its end
     */
    void close(boolean both) {
        flush();
        closing = true;
        closingBoth |= both;
        endWhenEmpty();
    }

    /** The channel is gone. */
    void drop() {
        done = true;
        if (pending != null) {
            pending.release();
            pending = null;
        }
    }

    private void endWhenEmpty() {
        if (!closing || done || sending > 0) {
            return;
        }
        done = true;
        var tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            end();
        } else {
            tls.closeOutbound().addListener(sent -> end());
        }
    }

    /** The peer's half stays open until it ends it: closing with unread input would reset what the peer has not read yet. */
    private void end() {
        if (closingBoth) {
            Connections.cut(channel);
            return;
        }
        ((DuplexChannel) channel).shutdownOutput().addListener(ended -> {
            if (!ended.isSuccess()) {
                Connections.cut(channel);
            }
        });
    }
}
