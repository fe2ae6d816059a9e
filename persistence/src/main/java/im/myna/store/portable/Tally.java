package im.myna.store.portable;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was in a file.
 *
 * @param leftOut what is not understood, and how often it came; 50 kinds at most, all others together as "others"
 */
public record Tally(long users, Map<String, Long> leftOut) {
    static final int KINDS = 50;

    public Tally {
        leftOut = Map.copyOf(leftOut);
    }

    /** In words, for people: a line for each kind of what was left out. */
    public Iterable<String> remarks() {
        return new TreeMap<>(leftOut)
                .entrySet().stream()
                        .map(entry -> "left out: " + entry.getKey() + ", " + entry.getValue() + " times")
                        .toList();
    }
}
