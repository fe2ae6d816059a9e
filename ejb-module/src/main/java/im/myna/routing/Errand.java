package im.myna.routing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The steps that are still to be taken for one stanza. Used by one thread at a time: begun on the event loop, and handed to a
 * worker as a whole where it blocks. Bounded by what one stanza can set in motion.
 */
public final class Errand {
    private final Deque<Step> steps = new ArrayDeque<>(4);

    record Step(boolean blocking, Runnable action) {}

    Errand() {}

    /** Takes the steps, up to the first that blocks unless it may. @return true when nothing is left to do */
    public boolean run(boolean mayBlock) {
        for (var step = steps.peek(); step != null; step = steps.peek()) {
            if (step.blocking() && !mayBlock) {
                return false;
            }
            steps.poll();
            step.action().run();
        }
        return true;
    }

    /** To be taken next, in this order, before what was planned earlier. */
    void next(List<Step> planned) {
        for (int i = planned.size() - 1; i >= 0; i--) {
            steps.push(planned.get(i));
        }
    }

    void next(boolean blocking, Runnable action) {
        steps.push(new Step(blocking, action));
    }
}
