package im.myna.link;

import im.myna.stream.Frame;
import im.myna.stream.StreamException;
import java.util.List;

/** The application's end of all links of one door. For one link its methods are never called by two threads at once. */
public interface LinkListener {
    /** A peer connected; with TLS from the first byte, after the handshake. */
    void opened(Link link);

    /** What one read brought, in order. Must not block: it runs on the event loop. */
    void received(Link link, List<Frame> frames);

    /** The peer broke the stream or ran into a limit or a deadline; nothing more will be received. The listener closes the link. */
    void failed(Link link, StreamException reason);

    /** The connection is gone. Called once for each {@code opened}, last. */
    void closed(Link link);
}
