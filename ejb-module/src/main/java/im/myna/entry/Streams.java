package im.myna.entry;

import im.myna.link.Link;
import im.myna.negotiation.Negotiations;
import im.myna.routing.Errand;
import im.myna.routing.Router;
import im.myna.routing.declaration.Moment;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.stream.Frame;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All streams, whatever door they came in by. */
@ApplicationScoped
public class Streams {
    // Written by the doors: one for each open link, which limits their number.
    private final Map<Link, Stream> open = new ConcurrentHashMap<>();

    @Inject
    private Negotiations negotiations;

    @Inject
    private Router router;

    @Inject
    private Sessions sessions;

    @Inject
    private Workers workers;

    public void opened(Link link) {
        open.put(link, new Stream(link, this, negotiations.begin(link)));
    }

    public void received(Link link, List<Frame> frames) {
        var stream = open.get(link);
        if (stream != null) {
            stream.received(frames);
        }
    }

    public void failed(Link link, StreamException reason) {
        var stream = open.get(link);
        if (stream != null) {
            stream.failed(reason);
        }
    }

    public void closed(Link link) {
        var stream = open.remove(link);
        if (stream != null) {
            stream.closed();
        }
    }

    /** RFC 6120, 4.9.3.20: every peer is told. */
    @PreDestroy
    public void shutDown() {
        var reason = new StreamException(StreamCondition.SYSTEM_SHUTDOWN);
        open.values().forEach(stream -> stream.failed(reason));
    }

    void onWorker(Duration delay, Runnable work) {
        workers.after(delay, work);
    }

    Errand happened(Moment moment, Session session) {
        return router.happened(moment, session);
    }

    /** False when it had been replaced: then it has left already. */
    boolean leaves(Session session) {
        return sessions.remove(session);
    }

    Errand errand(Frame frame, Session sender) {
        if (frame instanceof Frame.Arrived arrived) {
            return router.sent(arrived.stanza(), sender);
        }
        if (frame instanceof Frame.Refused refused) {
            return router.refused(refused.stanza(), refused.reason(), sender);
        }
        // RFC 6120, 4.9.3.24: the server does not support a first-level child of that name.
        throw new StreamException(StreamCondition.UNSUPPORTED_STANZA_TYPE);
    }
}
