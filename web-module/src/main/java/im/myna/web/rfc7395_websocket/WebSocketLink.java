package im.myna.web.rfc7395_websocket;

import im.myna.link.Door;
import im.myna.link.Wheel;
import im.myna.stream.Frame;
import im.myna.stream.FramingDecoder;
import im.myna.stream.StreamException;
import im.myna.web.door.Parcel;
import im.myna.web.door.Porter;
import im.myna.web.door.Visitor;
import im.myna.web.door.WebLink;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** One WebSocket: what comes in is a message, one element each; what goes out likewise. */
final class WebSocketLink extends WebLink implements FrameReader.Receiver {
    private static final Logger LOG = System.getLogger(WebSocketLink.class.getName());
    private static final int CEILING = 64 << 20;
    private static final byte[] NOTHING = {};
    private static final long GRACE = TimeUnit.SECONDS.toNanos(2);
    private static final int NORMAL = 1000;
    private static final int NO_CODE = 1005;

    /** Sent together. */
    private static final int CHUNK = 1 << 16;

    private final Wheel wheel;
    private final Pulse pulse;
    private final Input input = new Input(this, new FrameReader(this::most, this));

    /** The last ping that was not answered: RFC 6455, 5.5.3 lets the earlier ones go. Written by who reads, and in turns. */
    private final AtomicReference<byte[]> ping = new AtomicReference<>(NOTHING);

    /** Set before anything is done in turns. */
    private volatile Output output;

    private volatile boolean pinged;
    private volatile int code = NORMAL;

    // Used in turns only.
    private final FramingDecoder decoder = new FramingDecoder(limits());
    private boolean asking;
    private boolean finishing;
    /** Our close frame is out. */
    private boolean closing;

    private boolean closed;

    WebSocketLink(Visitor visitor, Porter porter) {
        super(Door.WEBSOCKET, visitor, porter);
        wheel = porter.wheel();
        pulse = new Pulse(this, porter);
    }

    private int most() {
        int bytes = limits().stanzaBytes();
        return bytes == 0 ? CEILING : bytes;
    }

    /** By the container, first of all. */
    void connect(WebConnection connection) {
        output = new Output(connection, () -> turn(this::flush));
        begin();
        pulse.begin();
        input.open(connection);
    }

    /** The connection is gone, says the container. */
    void gone() {
        output.gone();
        input.gone();
        pulse.end();
        depart();
    }

    boolean isWaiting() {
        return isFull();
    }

    void heard() {
        pulse.heard();
        alive();
    }

    @Override
    public void message(byte[] text) {
        receive(new Parcel(text.length, () -> List.of(decoded(text))));
    }

    private Frame decoded(byte[] text) {
        try {
            decoder.limits(limits());
            return decoder.decode(text);
        } catch (StreamException e) {
            code = FramingException.code(e);
            throw e;
        }
    }

    @Override
    public void ping(byte[] data) {
        ping.set(data);
        pinged = true;
        // It costs the sender what a message of that length would.
        receive(new Parcel(data.length, List::of));
        turn(this::flush);
    }

    @Override
    public void pong() {
        receive(new Parcel(1, List::of));
    }

    /** RFC 6455, 5.5.1: answered by the same code; what was not sent by then will not be read. */
    @Override
    public void close(int theirs) {
        turn(() -> {
            if (!closing && output.isReady()) {
                write(new FrameWriter()
                        .close(theirs == NO_CODE ? NORMAL : theirs)
                        .toByteArray());
            }
            cut();
        });
    }

    /** What came is no frame. */
    void broken(FramingException reason) {
        code = reason.code();
        broken(reason.reason());
    }

    /** Asks for a sign of life. */
    void ask() {
        turn(() -> {
            asking = true;
            flush();
        });
    }

    void dead(StreamException reason) {
        broken(reason);
    }

    @Override
    protected void emptied() {
        input.goOn();
    }

    @Override
    protected void flush() {
        while (!closed && hasMore() && output.isReady()) {
            var frames = new FrameWriter();
            control(frames);
            int bytes = 0;
            for (var next = outbox().next();
                    next.isPresent();
                    next = bytes < CHUNK ? outbox().next() : Optional.empty()) {
                frames.frame(FrameReader.TEXT, next.get());
                bytes += next.get().length;
            }
            if (finishing && outbox().isEmpty()) {
                closing = true;
                frames.close(code);
            }
            write(frames.toByteArray());
            if (bytes > 0) {
                sent(bytes);
            }
        }
    }

    private boolean hasMore() {
        return !closing && (pinged || asking || finishing || !outbox().isEmpty());
    }

    private void control(FrameWriter frames) {
        if (pinged) {
            pinged = false;
            frames.frame(FrameReader.PONG, ping.get());
        }
        if (asking) {
            asking = false;
            frames.frame(FrameReader.PING, NOTHING);
        }
    }

    private void write(byte[] frames) {
        try {
            output.write(frames);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "link={0} event=broken reason={1}", id(), e.getMessage());
            lose();
        }
    }

    /** RFC 6455, 7.1.2: the peer answers by a close frame, or its time is over soon. */
    @Override
    protected void finish() {
        finishing = true;
        flush();
    }

    @Override
    public void cut() {
        if (!closed) {
            closed = true;
            pulse.end();
            output.close();
            depart();
        }
    }

    /** The connection broke, or the peer ended it. */
    void lost() {
        turn(this::lose);
    }

    /** The container is about to find out itself, and then closes the connection; if it has not by and by, it is closed for it. */
    private void lose() {
        if (!closed) {
            closed = true;
            pulse.end();
            wheel.set(
                    new Wheel.Deadline() {
                        @Override
                        protected void due(long now) {
                            turn(output::close);
                        }
                    },
                    System.nanoTime() + GRACE);
            depart();
        }
    }
}
