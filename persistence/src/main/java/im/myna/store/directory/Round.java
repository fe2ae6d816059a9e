package im.myna.store.directory;

import java.time.Instant;
import java.util.List;

/**
 * How a look at a directory went.
 *
 * @param mark what the directory said of its own state; empty when it says nothing
 * @param problem why it was not finished; empty when it was
 * @param skipped who or what could not be taken over, and why; the first of them
 */
public record Round(
        String name,
        Instant began,
        long millis,
        String mark,
        int people,
        int teams,
        String problem,
        List<String> skipped) {
    public Round {
        skipped = List.copyOf(skipped);
    }
}
