package im.myna.conversation;

import im.myna.xml.Element;
import java.time.Duration;
import java.util.Optional;

/** A client's end of one connection, by whatever door. */
public interface Wire extends AutoCloseable {
    /** Sends text as it is. */
    void send(String xml);

    /**
     * What the server sent next: a first-level element; the opening tag of a stream as an element without children; its closing
     * tag as {@code <stream:end/>}.
     *
     * @return empty when nothing came in that time, or the connection is closed
     */
    Optional<Element> receive(Duration patience);

    /** True when the server closed the connection, waiting for that at most so long. */
    boolean closed(Duration patience);

    /** Drops the connection without a word. */
    @Override
    void close();
}
