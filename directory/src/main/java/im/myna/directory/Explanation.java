package im.myna.directory;

import im.myna.directory.connection.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tries one thing after the other, and writes down how it went; what comes after a failure is not tried. */
final class Explanation {
    private final List<Step> steps = new ArrayList<>();
    private boolean failed;

    /** @param attempt says what came of it; throws to fail */
    Explanation then(String title, Supplier<String> attempt) {
        if (failed) {
            return this;
        }
        long begun = System.nanoTime();
        try {
            add(title, true, attempt.get(), begun);
        } catch (UnavailableException e) {
            failed = true;
            add(title, false, e.getMessage(), begun);
        }
        return this;
    }

    /** The same, but what comes after it is tried even if it fails. */
    Explanation always(String title, Supplier<String> attempt) {
        boolean before = failed;
        then(title, attempt);
        failed = before;
        return this;
    }

    private void add(String title, boolean good, String text, long begun) {
        steps.add(new Step(title, good, text, Duration.ofNanos(System.nanoTime() - begun)));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
