package im.myna.directory.definition;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with attributes in it, such as {@code {givenName} {sn}}. */
public record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9;-]*)}");

    /** The attributes that it needs. */
    public List<String> attributes() {
        return PLACE.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** With their values; what is missing leaves no gap. */
    public String filled(Function<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
