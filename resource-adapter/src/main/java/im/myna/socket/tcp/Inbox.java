package im.myna.socket.tcp;

import im.myna.link.Link;
import im.myna.link.LinkListener;
import im.myna.stream.Frame;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamDecoder;
import im.myna.stream.StreamException;
import im.myna.stream.StreamLimits;
import io.netty.buffer.ByteBuf;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Turns what was read into frames, and tells the listener: one thing at a time, all on the link's event loop. */
final class Inbox {
    private static final Logger LOG = System.getLogger(Inbox.class.getName());
    private static final LinkListener NOBODY = new LinkListener() {
        @Override
        public void opened(Link link) {}

        @Override
        public void received(Link link, List<Frame> frames) {}

        @Override
        public void failed(Link link, StreamException reason) {}

        @Override
        public void closed(Link link) {}
    };

    private final Link link;
    private final Consumer<StreamException> broken;
    private final StreamDecoder decoder;
    private final List<Frame> batch = new ArrayList<>();
    private LinkListener listener = NOBODY;
    private boolean batching;
    private boolean paused;
    private boolean decoding;
    private boolean deaf;
    private boolean ended;

    /** @param broken is told what breaks the stream; calls {@link #fail} */
    Inbox(Link link, StreamDecoder decoder, Consumer<StreamException> broken) {
        this.link = link;
        this.broken = broken;
        this.decoder = decoder;
    }

    void open(LinkListener listener) {
        this.listener = listener;
        tellOrBreak(l -> l.opened(link));
    }

    boolean isOpen() {
        return listener != NOBODY;
    }

    boolean isPaused() {
        return paused;
    }

    /** Decodes; what is found is told by {@link #deliver} once frames come in batches, one by one and at once before. */
    void read(ByteBuf bytes) {
        if (deaf) {
            return;
        }
        try {
            decoder.feed(bytes.nioBuffer());
        } catch (StreamException e) {
            broken.accept(e);
        }
        decode();
    }

    void deliver() {
        if (!batch.isEmpty()) {
            var frames = List.copyOf(batch);
            batch.clear();
            tellOrBreak(l -> l.received(link, frames));
        }
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        decode();
        if (!decoding) {
            deliver();
        }
    }

    void batches(StreamLimits limits) {
        batching = true;
        decoder.limits(limits);
    }

    void restart() {
        decoder.restart();
    }

    /** Forgets what was read behind the last frame; a new stream follows. */
    void discard() {
        decoder.discard();
        decoder.restart();
    }

    /** Tells that the stream is over, and nothing after that but the end. @return whether somebody takes care of it */
    boolean fail(StreamException reason) {
        deliver();
        deafen();
        return tell(l -> l.failed(link, reason));
    }

    /** Whether the peer has closed its stream: nothing is under way from it. */
    boolean hasEnded() {
        return ended;
    }

    /** Tells nothing more but the end. */
    void deafen() {
        deaf = true;
        batch.clear();
        decoder.discard();
    }

    boolean isDeaf() {
        return deaf;
    }

    void closed() {
        deafen();
        tell(l -> l.closed(link));
        listener = NOBODY;
    }

    private void decode() {
        if (decoding) {
            return;
        }
        decoding = true;
        try {
            while (!paused && !deaf) {
                var frame = decoder.next();
                if (frame.isEmpty()) {
                    break;
                }
                batch.add(frame.get());
                ended |= frame.get() instanceof Frame.Closed;
                if (!batching) {
                    deliver();
                }
            }
        } catch (StreamException e) {
            broken.accept(e);
        } finally {
            decoding = false;
        }
    }

    private void tellOrBreak(Consumer<LinkListener> news) {
        if (!tell(news)) {
            broken.accept(new StreamException(StreamCondition.INTERNAL_SERVER_ERROR));
        }
    }

    /** What the listener throws is our bug. */
    private boolean tell(Consumer<LinkListener> news) {
        try {
            news.accept(listener);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "link=" + link.id() + " event=listener-threw", e);
            return false;
        }
    }
}
