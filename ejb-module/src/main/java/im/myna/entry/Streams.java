package im.myna.entry;

import im.myna.figures.Figures;
import im.myna.figures.Flow;
import im.myna.link.Link;
import im.myna.negotiation.Negotiations;
import im.myna.routing.Errand;
import im.myna.routing.Router;
import im.myna.routing.declaration.Moment;
import im.myna.session.Restatement;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.stanza.Stanza;
import im.myna.stream.Frame;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import im.myna.trace.otlp.Reporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All streams, whatever door they came in by. */
@ApplicationScoped
public class Streams {
    private static final Duration SHUTDOWN = Duration.ofSeconds(4);

    // Written by the doors, and by streams that are done with: one for each link, which limits their number.
    private final Map<Link, Stream> open = new ConcurrentHashMap<>();

    @Inject
    private Negotiations negotiations;

    @Inject
    private Router router;

    @Inject
    private Sessions sessions;

    @Inject
    private Workers workers;

    @Inject
    private Figures figures;

    @Inject
    private Reporter reporter;

    public void opened(Link link) {
        open.put(link, new Stream(link, this, negotiations.begin(link)));
    }

    public void received(Link link, List<Frame> frames) {
        figures.arrived(frames);
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
        var stream = open.get(link);
        if (stream != null) {
            stream.closed();
        }
    }

    /** Each says it in its turn: before what its client says next, or behind it. */
    void again(@Observes Restatement restatement) {
        for (var session : sessions.of(restatement.account())) {
            var stream = open.get(session.link());
            if (stream != null) {
                stream.again();
            }
        }
    }

    /** How many there are, those included that are not logged in yet. */
    public int count() {
        return open.size();
    }

    /** The link is closed, and all that followed from it is done. */
    void finished(Link link) {
        open.remove(link);
        synchronized (open) {
            open.notifyAll();
        }
    }

    /** RFC 6120, 4.9.3.20: every peer is told, and what peers began is brought to its end, as long as there are beans to do it. */
    void shutDown() {
        var reason = new StreamException(StreamCondition.SYSTEM_SHUTDOWN);
        open.values().forEach(stream -> stream.failed(reason));
        var deadline = System.nanoTime() + SHUTDOWN.toNanos();
        try {
            synchronized (open) {
                for (long left = SHUTDOWN.toMillis(); !open.isEmpty() && left > 0; left = millisUntil(deadline)) {
                    open.wait(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millisUntil(long deadline) {
        return Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    }

    /** Stanzas have been handled, that much time after they came in. */
    void handled(long nanos) {
        figures.routing().add(nanos);
    }

    /** Stanzas that answer a binding, which goes past the router. */
    void answered(List<Stanza> answers) {
        answers.forEach(answer -> figures.sent().add(Flow.of(answer)));
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

    Errand again(Session session) {
        return router.again(session);
    }

    Errand errand(Frame frame, Session sender) {
        if (frame instanceof Frame.Arrived arrived) {
            return traced(router.sent(arrived.stanza(), sender), arrived.stanza(), sender);
        }
        if (frame instanceof Frame.Refused refused) {
            return traced(router.refused(refused.stanza(), refused.reason(), sender), refused.stanza(), sender);
        }
        // RFC 6120, 4.9.3.24: the server does not support a first-level child of that name.
        throw new StreamException(StreamCondition.UNSUPPORTED_STANZA_TYPE);
    }

    private Errand traced(Errand errand, Stanza stanza, Session sender) {
        return sender.isTraced() ? errand.traced(reporter.begin(stanza.name(), sender)) : errand;
    }
}
