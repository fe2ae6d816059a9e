package im.myna.entry;

import im.myna.link.Link;
import im.myna.negotiation.Negotiation;
import im.myna.negotiation.Outcome;
import im.myna.routing.Errand;
import im.myna.routing.Moment;
import im.myna.session.Session;
import im.myna.stream.Frame;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/**
 * One stream: what it brings is handled one by one, in order (RFC 6120, 10.1), on the event loop as long as nothing blocks;
 * what blocks moves to a worker, and the link waits.
 */
final class Stream {
    private static final System.Logger LOG = System.getLogger(Stream.class.getName());

    private final Link link;
    private final Streams streams;
    private final Negotiation negotiation;

    // Guarded by itself, as is 'owned'. Bounded: the link waits while a worker is busy, so there is at most what one read brought.
    private final Queue<Work> waiting = new ArrayDeque<>();
    private boolean owned;

    // Used by the owner only.
    private Optional<Session> session = Optional.empty();
    private boolean over;

    /** Something to do in its turn; asked again, and then allowed to block, when it answered false. */
    private interface Work {
        boolean run(boolean mayBlock);
    }

    Stream(Link link, Streams streams, Negotiation negotiation) {
        this.link = link;
        this.streams = streams;
        this.negotiation = negotiation;
    }

    void received(List<Frame> frames) {
        var works = frames.stream().<Work>map(Arrival::new).toList();
        offer(works);
    }

    void failed(StreamException reason) {
        offer(List.of(mayBlock -> {
            throw reason;
        }));
    }

    void closed() {
        offer(List.of(new Departure()));
    }

    private void offer(List<Work> works) {
        synchronized (waiting) {
            waiting.addAll(works);
            if (owned) {
                return;
            }
            owned = true;
        }
        drive(false);
    }

    private void drive(boolean mayBlock) {
        for (var work = next(mayBlock); work.isPresent(); work = next(mayBlock)) {
            if (!attempt(work.get(), mayBlock)) {
                link.pause();
                handOver();
                return;
            }
            synchronized (waiting) {
                waiting.remove();
            }
        }
    }

    private Optional<Work> next(boolean paused) {
        synchronized (waiting) {
            var work = Optional.ofNullable(waiting.peek());
            owned = work.isPresent();
            if (!owned && paused) {
                link.resume();
            }
            return work;
        }
    }

    private void handOver() {
        try {
            streams.workers().execute(() -> drive(true));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.ERROR, "no worker for link=" + link.id() + " reason=" + e.getMessage());
            end(new StreamException(StreamCondition.RESOURCE_CONSTRAINT));
            drive(true);
        }
    }

    private boolean attempt(Work work, boolean mayBlock) {
        try {
            return work.run(mayBlock);
        } catch (StreamException e) {
            end(e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "stream failed link=" + link.id(), e);
            end(new StreamException(StreamCondition.INTERNAL_SERVER_ERROR));
        }
        return true;
    }

    private void end(StreamException reason) {
        if (!over) {
            over = true;
            LOG.log(Level.DEBUG, "stream ended link={0} condition={1}", link.id(), reason.condition());
            if (session.isPresent()) {
                link.end(reason);
            } else {
                negotiation.end(reason);
            }
        }
    }

    /** A frame: to the negotiation until a session is bound, then to the router. */
    private final class Arrival implements Work {
        private final Frame frame;
        private Optional<Errand> errand = Optional.empty();

        Arrival(Frame frame) {
            this.frame = frame;
        }

        @Override
        public boolean run(boolean mayBlock) {
            if (over || session.map(Session::isEnded).orElse(false)) {
                return true;
            }
            return session.isPresent() ? route(session.get(), mayBlock) : negotiate(mayBlock);
        }

        private boolean negotiate(boolean mayBlock) {
            if (!mayBlock && negotiation.blocks(frame)) {
                return false;
            }
            var outcome = negotiation.accept(frame);
            if (outcome instanceof Outcome.Bound bound) {
                session = Optional.of(bound.session());
                bound.replaced().ifPresent(old -> streams.happened(Moment.GONE, old).run(true));
                streams.happened(Moment.BOUND, bound.session()).run(true);
                bound.answer().ifPresent(bound.session()::send);
            } else if (outcome instanceof Outcome.Over) {
                over = true;
            }
            return true;
        }

        private boolean route(Session sender, boolean mayBlock) {
            if (errand.isEmpty()) {
                errand = streams.errand(frame, sender);
            }
            if (frame instanceof Frame.Closed) {
                over = true;
                link.write(new Frame.Closed());
                link.close();
            }
            return errand.map(started -> started.run(mayBlock)).orElse(true);
        }
    }

    /** The end: the session leaves, and others are told. */
    private final class Departure implements Work {
        private Optional<Errand> errand = Optional.empty();

        @Override
        public boolean run(boolean mayBlock) {
            over = true;
            if (errand.isEmpty()) {
                negotiation.gone();
                errand = session.filter(streams::leaves).map(left -> streams.happened(Moment.GONE, left));
                session = Optional.empty();
            }
            return errand.map(started -> started.run(mayBlock)).orElse(true);
        }
    }
}
