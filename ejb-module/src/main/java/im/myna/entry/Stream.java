package im.myna.entry;

import im.myna.entry.Work.Progress;
import im.myna.link.Link;
import im.myna.negotiation.Negotiation;
import im.myna.negotiation.Outcome;
import im.myna.routing.Errand;
import im.myna.routing.declaration.Moment;
import im.myna.session.Session;
import im.myna.stream.Frame;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One stream: what it brings is handled one by one, in order (RFC 6120, 10.1), on the event loop as long as nothing blocks;
 * what blocks moves to a worker, and the link waits.
 */
final class Stream {
    private static final System.Logger LOG = System.getLogger(Stream.class.getName());
    /** One batch of so many is timed: looking at the clock can cost more than everything else that is counted. */
    private static final int TIMED = 8;

    private final Link link;
    private final Streams streams;
    private final Negotiation negotiation;

    // Guarded by itself, as are 'owned' and 'restating'. Bounded: the link waits while a worker is busy, so there is at
    // most what one read brought, and one restatement.
    private final Queue<Work> waiting = new ArrayDeque<>();
    private boolean owned;
    private boolean restating;

    // Used by the owner only.
    private Optional<Session> session = Optional.empty();
    private boolean over;
    private boolean timed;
    private long begun;
    // Not 0, or the slow beginning of every session would be timed.
    private int batches = ThreadLocalRandom.current().nextInt(TIMED);

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

    /** What the session announced is to be said again; once, however often that is asked for before its turn. */
    void again() {
        synchronized (waiting) {
            if (restating) {
                return;
            }
            restating = true;
        }
        offer(List.of(new Work.Going(this::restatement)));
    }

    private Optional<Errand> restatement() {
        synchronized (waiting) {
            restating = false;
        }
        return session.filter(here -> !over).map(streams::again);
    }

    private void offer(List<Work> works) {
        synchronized (waiting) {
            waiting.addAll(works);
            if (owned) {
                return;
            }
            owned = true;
        }
        timed = session.isPresent() && batches++ % TIMED == 0;
        begun = timed ? System.nanoTime() : 0;
        drive(false);
    }

    private void drive(boolean mayBlock) {
        for (var work = next(mayBlock); work.isPresent(); work = next(mayBlock)) {
            var progress = attempt(work.get(), mayBlock);
            if (!progress.done()) {
                link.pause();
                handOver(progress.delay());
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
            if (!owned) {
                rest(paused);
            }
            return work;
        }
    }

    /** Nothing is left to do. */
    private void rest(boolean paused) {
        if (timed) {
            timed = false;
            streams.handled(System.nanoTime() - begun);
        }
        if (paused) {
            link.resume();
        }
    }

    private void handOver(Duration delay) {
        try {
            streams.onWorker(delay, () -> drive(true));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.ERROR, "no worker for link=" + link.id() + " reason=" + e.getMessage());
            end(new StreamException(StreamCondition.RESOURCE_CONSTRAINT));
            drive(true);
        }
    }

    private Progress attempt(Work work, boolean mayBlock) {
        try {
            return work.run(mayBlock);
        } catch (StreamException e) {
            end(e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "stream failed link=" + link.id(), e);
            end(new StreamException(StreamCondition.INTERNAL_SERVER_ERROR));
        }
        return Progress.DONE;
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
        private boolean suspended;

        Arrival(Frame frame) {
            this.frame = frame;
        }

        @Override
        public Progress run(boolean mayBlock) {
            if (over || session.map(Session::isEnded).orElse(false)) {
                return Progress.DONE;
            }
            return session.isPresent() ? route(session.get(), mayBlock) : negotiate(mayBlock);
        }

        private Progress negotiate(boolean mayBlock) {
            if (!mayBlock && negotiation.blocks(frame)) {
                return Progress.BLOCKS;
            }
            var outcome = suspended ? negotiation.resume() : negotiation.accept(frame);
            if (outcome instanceof Outcome.Later later) {
                suspended = true;
                return new Progress(false, later.delay());
            } else if (outcome instanceof Outcome.Bound bound) {
                begin(bound);
            } else if (outcome instanceof Outcome.Over) {
                over = true;
            }
            return Progress.DONE;
        }

        private Progress route(Session sender, boolean mayBlock) {
            if (frame instanceof Frame.Closed) {
                over = true;
                link.write(new Frame.Closed());
                link.close();
                return Progress.DONE;
            }
            if (errand.isEmpty()) {
                errand = Optional.of(streams.errand(frame, sender));
            }
            return Progress.of(errand.get().run(mayBlock));
        }
    }

    /** Who was replaced leaves before the new one comes, or others would see the two in the wrong order. */
    private void begin(Outcome.Bound bound) {
        session = Optional.of(bound.session());
        bound.replaced().forEach(old -> streams.happened(Moment.GONE, old).run(true));
        streams.happened(Moment.BOUND, bound.session()).run(true);
        bound.answers().forEach(bound.session()::send);
        streams.answered(bound.answers());
        LOG.log(
                Level.DEBUG,
                "bound session={0} link={1} door={2} address={3}",
                bound.session().jid(),
                link.id(),
                link.door(),
                link.address());
    }

    /** The end: the session leaves, and others are told. */
    private final class Departure implements Work {
        private final Work leaving = new Going(() -> {
            var errand = session.filter(streams::leaves).map(left -> streams.happened(Moment.GONE, left));
            session = Optional.empty();
            return errand;
        });

        @Override
        public Progress run(boolean mayBlock) {
            over = true;
            var progress = Progress.DONE;
            try {
                progress = leaving.run(mayBlock);
            } finally {
                if (progress.done()) {
                    streams.finished(link);
                }
            }
            return progress;
        }
    }
}
