package im.myna.routing;

import im.myna.figures.Flow;
import im.myna.figures.Tally;
import im.myna.stanza.Stanza;
import im.myna.trace.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The steps that are still to be taken for one stanza. Used by one thread at a time: begun on the event loop, and handed to a
 * worker as a whole where it blocks. Bounded by what one stanza can set in motion.
 */
public final class Errand {
    private final Router router;
    private final Object origin;
    private final Tally<Flow>.Run sent;
    private final Deque<Step> steps = new ArrayDeque<>(4);
    private Optional<Trace> trace = Optional.empty();

    /**
     * Something to do.
     *
     * @param cause the stanza that is answered when it fails
     */
    record Step(boolean blocking, Stanza cause, Supplier<Reaction> action) implements Reaction.Act {}

    /** @param origin whose errand it is, as the log shall name it */
    Errand(Router router, Object origin, Step first) {
        this.router = router;
        this.origin = origin;
        sent = router.sent().run(Flow.MESSAGE_OK);
        steps.add(first);
    }

    /** From now on it is told what becomes of it. */
    public Errand traced(Optional<Trace> teller) {
        trace = teller;
        return this;
    }

    /**
     * Takes the steps, up to the first that blocks unless it may.
     *
     * @return true when nothing is left to do
     */
    public boolean run(boolean mayBlock) {
        try {
            return trace.isEmpty() ? walk(mayBlock) : tell(trace.get(), mayBlock);
        } finally {
            sent.end();
        }
    }

    private boolean tell(Trace teller, boolean mayBlock) {
        boolean done = true;
        try {
            done = teller.within("route", () -> walk(mayBlock));
        } finally {
            if (done) {
                teller.end();
            }
        }
        return done;
    }

    private boolean walk(boolean mayBlock) {
        for (var step = steps.peek(); step != null; step = steps.peek()) {
            if (step.blocking() && !mayBlock) {
                return false;
            }
            steps.poll();
            perform(router.attempt(step, origin).acts());
        }
        return true;
    }

    private void perform(List<Reaction.Act> acts) {
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i) instanceof Reaction.Send send) {
                write(send);
            } else {
                plan(acts.subList(i, acts.size()));
                return;
            }
        }
    }

    private void write(Reaction.Send send) {
        long begun = trace.isEmpty() ? 0 : System.nanoTime();
        send.receiver().send(send.stanza());
        sent.add(Flow.of(send.stanza()));
        trace.ifPresent(teller -> teller.part("write", begun));
    }

    /** Keeps the order: what comes behind a step that may have to wait, waits too. */
    private void plan(List<Reaction.Act> acts) {
        var planned = new ArrayList<Step>(acts.size());
        for (var act : acts) {
            planned.add(act instanceof Reaction.Send send ? step(send) : router.step(act));
        }
        for (int i = planned.size() - 1; i >= 0; i--) {
            steps.push(planned.get(i));
        }
    }

    private Step step(Reaction.Send send) {
        return new Step(false, send.stanza(), () -> {
            write(send);
            return Reaction.NONE;
        });
    }
}
