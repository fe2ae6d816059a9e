package im.myna.link;

import im.myna.stream.Frame;
import im.myna.stream.StreamException;
import im.myna.stream.StreamLimits;
import java.net.InetSocketAddress;

/**
 * The server's end of one peer's connection, whatever the door. Every method may be called by every thread, returns at once
 * and does nothing on a link that is closed.
 *
 * <p>Until {@link #established} a link hands over one frame at a time, and looks at the bytes behind it only after the listener
 * returned and while the link is not paused; so a restart or TLS begins at the byte where it belongs.
 */
public interface Link {
    /** Random and unique, for logs. */
    String id();

    Door door();

    InetSocketAddress address();

    /** Current protection; changes when TLS has been negotiated. */
    Security security();

    /**
     * When the peer gave its last sign of life, by {@link System#nanoTime()}; others than the link's own thread may learn it a
     * moment late.
     */
    default long lastHeard() {
        return System.nanoTime();
    }

    /**
     * Sends, in the order of the calls of one thread. What was written goes out together when the current batch is done. A link
     * whose peer does not read is cut when the high-water mark is reached: its listener hears {@code closed}.
     */
    void write(Frame frame);

    /** Sends {@code proceed}, discards what was received in plain text behind the request, and negotiates TLS. */
    void startTls(Frame proceed);

    /** The next thing to come is a new stream header (RFC 6120, 4.3.3). */
    void restart();

    /** The peer is authenticated: the deadline ends, these limits count, frames come in batches. */
    void established(StreamLimits limits);

    /** Stops to read, until {@link #resume}; what is under way to the listener still arrives. */
    void pause();

    void resume();

    /** Sends what was written, then closes the connection. */
    void close();

    /** How much went over it so far; others than the link's own thread may learn it a moment late. */
    default Traffic traffic() {
        return Traffic.NONE;
    }

    /** Says why, closes the stream, then the connection (RFC 6120, 4.9.1.1). The stream must have been opened by us. */
    default void end(StreamException reason) {
        write(new Frame.Nonza(reason.element()));
        write(new Frame.Closed());
        close();
    }
}
