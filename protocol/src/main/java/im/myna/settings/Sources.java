package im.myna.settings;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where settings are said before the server runs.
 *
 * @param values what is said of a key
 * @param origins where that is said, such as "file"; asked only of keys that have a value
 */
public record Sources(Function<String, Optional<String>> values, Function<String, String> origins) {
    /** The settings when these are changed, by key. @throws SettingsException when one of them cannot be so */
    public Settings with(Map<String, String> changed) {
        return Settings.read(key -> Optional.ofNullable(changed.get(key)).or(() -> values.apply(key)));
    }
}
