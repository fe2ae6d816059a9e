package im.myna.company;

import im.myna.directory.definition.Definition;
import im.myna.directory.definition.DefinitionException;
import im.myna.directory.definition.Key;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was told of a directory.
 *
 * @param file where it was told; empty when an administrator did it while the server ran
 */
public record Notion(String name, Map<String, String> values, String file) {
    public Notion {
        values = Map.copyOf(values);
    }

    /** @throws DefinitionException when it cannot be meant like that */
    public Definition read() {
        return Definition.read(values);
    }

    /** What may be shown. */
    public Map<String, String> shown() {
        var shown = new TreeMap<>(values);
        shown.keySet().removeIf(title -> Key.named(title).map(Key::secret).orElse(false));
        return shown;
    }

    /** Without the values, of which one is a secret. */
    @Override
    public String toString() {
        return "Notion[" + name + "]";
    }
}
