package im.myna.store.directory;

import java.time.Instant;
import java.util.Map;

/**
 * A directory that an administrator told of.
 *
 * @param name of at most 100 characters
 * @param who changed it last
 */
public record KeptDefinition(String name, Map<String, String> values, String who, Instant at) {
    /** Characters of a name. */
    public static final int NAME = 100;

    public KeptDefinition {
        values = Map.copyOf(values);
    }

    /** Without the values, of which one is a secret. */
    @Override
    public String toString() {
        return "KeptDefinition[" + name + "]";
    }
}
