package im.myna.conversation;

import im.myna.xml.Element;
import im.myna.xml.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a conversation expects, compared by structure: an extra attribute or child fails; children may stand in any order.
 * In values, {@code {any}} matches everything, {@code {=name}} everything and remembers it.
 */
final class Pattern {
    private final Element expected;

    Pattern(Element expected) {
        this.expected = expected;
    }

    /** What was captured; empty when it does not match. */
    Optional<Map<String, String>> match(Element actual) {
        var captured = new HashMap<String, String>();
        return matches(expected, actual, captured) ? Optional.of(captured) : Optional.empty();
    }

    private static boolean matches(Element expected, Element actual, Map<String, String> captured) {
        return expected.name().equals(actual.name())
                && attributesMatch(expected.attributes(), actual.attributes(), captured)
                && textMatches(expected.text().strip(), actual.text().strip(), captured)
                && childrenMatch(expected.children(), actual.children(), captured);
    }

    private static boolean attributesMatch(
            Map<Name, String> expected, Map<Name, String> actual, Map<String, String> captured) {
        return expected.keySet().equals(actual.keySet())
                && expected.entrySet().stream()
                        .allMatch(entry -> textMatches(entry.getValue(), actual.get(entry.getKey()), captured));
    }

    private static boolean textMatches(String expected, String actual, Map<String, String> captured) {
        if (expected.startsWith("{=") && expected.endsWith("}")) {
            captured.put(expected.substring(2, expected.length() - 1), actual);
            return true;
        }
        return expected.equals("{any}") || expected.equals(actual);
    }

    private static boolean childrenMatch(List<Element> expected, List<Element> actual, Map<String, String> captured) {
        if (expected.size() != actual.size()) {
            return false;
        }
        var left = new ArrayList<>(actual);
        for (var child : expected) {
            var found = left.stream()
                    .filter(candidate -> matches(child, candidate, captured))
                    .findFirst();
            if (found.isEmpty()) {
                return false;
            }
            left.remove(found.get());
        }
        return true;
    }
}
