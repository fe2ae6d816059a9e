package im.myna.administration.setup;

import java.util.Map;
import java.util.stream.Collectors;

/** Settings as they stand in a file. */
final class SettingsText {
    private static final String HEAD = """
            # What was chosen at the first visit. ./myna run reads it; whatever is said elsewhere, in myna.properties, in the environment
            # or on the command line, counts more. Without this file, and without myna.domain elsewhere, there is a first visit again.
            """;

    private SettingsText() {}

    /** As {@link java.util.Properties#load} reads it. */
    static String of(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + escaped(each.getValue()))
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String escaped(String value) {
        var escaped = value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return escaped.startsWith(" ") ? "\\" + escaped : escaped;
    }
}
