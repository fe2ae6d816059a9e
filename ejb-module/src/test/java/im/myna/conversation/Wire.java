package im.myna.conversation;

import java.time.Duration;
import java.util.Optional;

/** A client's end of one connection, by whatever door. */
public interface Wire extends AutoCloseable {
    /** Sends text as it is. */
    void send(String xml);

    /**
     * What the server sent next, one first-level element with all its namespaces, as text: {@code <stream:stream/>} and
     * {@code </stream:stream>} (written as {@code <stream:end/>}) among them.
     *
     * @return empty when nothing came in that time, or the connection is closed
     */
    Optional<String> receive(Duration patience);

    /** True when the server closed the connection, waiting for that at most so long. */
    boolean closed(Duration patience);

    /** Drops the connection without a word. */
    @Override
    void close();
}
