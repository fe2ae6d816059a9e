package im.myna.web.door;

import im.myna.link.Door;
import im.myna.link.LinkListener;
import im.myna.link.Patience;
import im.myna.link.Traffic;
import im.myna.stanza.Stanza;
import im.myna.stream.Frame;
import im.myna.stream.Framing;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamEncoder;
import im.myna.stream.StreamException;
import im.myna.stream.StreamHeader;
import im.myna.stream.StreamLimits;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A browser's link, whatever carries it. A door makes one of these for each peer that the {@link Porter} admitted: it calls
 * {@link #begin}, then {@link #receive} with what comes, and {@link #depart} when the connection is gone. In return it is asked, in the
 * link's turns, to {@link #flush}, to {@link #finish} and to {@link #cut}.
 */
public abstract class WebLink extends Guest implements Patience.Host {
    private static final Logger LOG = System.getLogger(WebLink.class.getName());

    private final Outbox outbox;
    private final Intake intake;
    private final Patience patience;
    private final StreamEncoder encoder = new StreamEncoder(Framing.WEBSOCKET);
    private final AtomicBoolean flushing = new AtomicBoolean();
    private volatile StreamLimits limits;
    private volatile boolean header;
    private volatile boolean mute;

    // Used in turns only.
    private boolean open;
    private boolean closing;
    private boolean finished;
    private boolean gone;

    /** @param visitor whom the porter admitted; {@link #depart} says that he has left */
    protected WebLink(Door door, Visitor visitor, Porter porter) {
        super(door, visitor, porter);
        long now = System.nanoTime();
        var all = porter.limits();
        limits = all.unauthenticated();
        outbox = new Outbox(all.outputBytes());
        patience = new Patience(this, this::turn, porter.wheel(), all, now);
        intake = new Intake(all, now, patience::throttle);
    }

    /** What a stream may send now. Asked whenever something is decoded. */
    protected final StreamLimits limits() {
        return limits;
    }

    @Override
    public final long lastHeard() {
        return patience.heard();
    }

    @Override
    public final void write(Frame frame) {
        if (mute) {
            return;
        }
        header |= frame instanceof Frame.Opened;
        if (!outbox.add(encoder.encode(frame))) {
            LOG.log(Level.DEBUG, "link={0} event=cut reason=reads-too-slowly", id());
            mute = true;
            turn(this::cut);
        } else if (flushing.compareAndSet(false, true)) {
            turn(this::flushOnce);
        }
    }

    @Override
    public final Traffic traffic() {
        return new Traffic(intake.taken(), outbox.taken(), outbox.waiting());
    }

    private void flushOnce() {
        flushing.set(false);
        if (!gone) {
            flush();
        }
    }

    @Override
    public final void restart() {
        header = false;
    }

    @Override
    public final void established(StreamLimits now) {
        limits = now;
        intake.batches();
        turn(patience::established);
    }

    @Override
    public final void pause() {
        intake.pause(true);
        turn(() -> patience.silenced(true));
    }

    @Override
    public final void resume() {
        intake.pause(false);
        turn(() -> {
            patience.silenced(false);
            work();
        });
    }

    @Override
    public final void close() {
        turn(() -> {
            mute = true;
            closing = true;
            intake.deafen();
            patience.closing();
            // A door that answers what was taken first need not wait for that any more.
            flushOnce();
            finishWhenSent();
        });
    }

    /** The peer is there. */
    protected final void begin() {
        turn(() -> {
            open = true;
            tellOrBreak(listener -> listener.opened(this));
        });
    }

    /** The peer sent something. Every thread may say so; what one thread says stays in order. */
    protected final void receive(Parcel parcel) {
        boolean room = intake.expect(parcel);
        turn(() -> {
            patience.heard(System.nanoTime());
            if (room) {
                intake.add(parcel);
                work();
            } else {
                fail(new StreamException(StreamCondition.POLICY_VIOLATION, "too much at once"));
            }
        });
    }

    /** Whether so much came in already that nothing more should be read, if the door has a choice; {@link #emptied} ends it. */
    protected final boolean isFull() {
        return intake.isFull();
    }

    /** There is room again. In the link's turns, rather too often than too seldom. */
    protected void emptied() {}

    /** The peer gave a sign of life that is no part of the stream. */
    protected final void alive() {
        turn(() -> patience.heard(System.nanoTime()));
    }

    /** The peer cannot be understood any more: the listener says so to the peer, then closes the link. In its turn. */
    protected final void broken(StreamException reason) {
        turn(() -> fail(reason));
    }

    /** So much of what {@link Outbox#next} gave has left. Every thread may say so. */
    protected final void sent(int bytes) {
        outbox.sent(bytes);
        turn(() -> {
            flushOnce();
            finishWhenSent();
        });
    }

    /** The connection is gone, however that came. */
    protected final void depart() {
        turn(() -> {
            if (!gone) {
                gone = true;
                mute = true;
                patience.end();
                intake.deafen();
                outbox.drop();
                left();
                tell(listener -> listener.closed(this));
            }
        });
    }

    /** Whether nothing more is taken of what the peer sends. In the link's turns. */
    protected final boolean isDeaf() {
        return intake.isDeaf();
    }

    /** What waits for the peer. */
    protected final Outbox outbox() {
        return outbox;
    }

    /** Takes from the outbox what the peer can take now, sends it without waiting and calls {@link #sent}. In the link's turns. */
    protected abstract void flush();

    /** Everything was sent: closes the connection in good order. In the link's turns, once. */
    protected abstract void finish();

    /** Drops the connection at once, and has {@link #depart} called. In the link's turns. */
    @Override
    public abstract void cut();

    @Override
    public final void unthrottle() {
        intake.unthrottle();
        work();
    }

    @Override
    public final void fail(StreamException reason) {
        LOG.log(Level.DEBUG, "link={0} event=failed condition={1}", id(), reason.condition());
        if (!open) {
            cut();
        } else if (!intake.isDeaf()) {
            patience.closing();
            var before = intake.all();
            if (!before.isEmpty()) {
                tell(listener -> listener.received(this, before));
            }
            intake.deafen();
            if (!tell(listener -> listener.failed(this, reason))) {
                part(reason);
            }
        }
    }

    private void part(StreamException reason) {
        if (!header) {
            // RFC 6120, 4.9.1.2: an error needs an opening tag before it.
            write(new Frame.Opened(new StreamHeader(domain(), "", id(), "1.0", "en", Stanza.NS)));
        }
        end(reason);
    }

    private void work() {
        intake.work(frames -> tellOrBreak(listener -> listener.received(this, frames)), this::fail);
        if (!intake.isFull()) {
            emptied();
        }
    }

    private void finishWhenSent() {
        if (closing && !finished && !gone && outbox.isSent()) {
            finished = true;
            finish();
        }
    }

    private void tellOrBreak(Consumer<LinkListener> news) {
        if (!tell(news)) {
            fail(new StreamException(StreamCondition.INTERNAL_SERVER_ERROR));
        }
    }
}
