package im.myna.blackbox.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Prometheus makes of a text (format 0.0.4); anything that is not of that format fails. */
final class Exposition {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"(,|$)");
    private static final Pattern TYPE = Pattern.compile("# TYPE ([a-z_]+) (counter|gauge|histogram)");

    private final Map<String, String> types = new HashMap<>();
    private final List<Sample> samples = new ArrayList<>();

    /** One line. */
    record Sample(String name, Map<String, String> labels, double value) {
        boolean has(String... pairs) {
            for (int i = 0; i < pairs.length; i += 2) {
                if (!pairs[i + 1].equals(labels.get(pairs[i]))) {
                    return false;
                }
            }
            return true;
        }
    }

    static Exposition of(String text) {
        var read = new Exposition();
        text.lines().forEach(read::take);
        return read;
    }

    private void take(String line) {
        var type = TYPE.matcher(line);
        if (type.matches()) {
            types.put(type.group(1), type.group(2));
        } else if (!line.startsWith("# HELP ")) {
            var sample = SAMPLE.matcher(line);
            if (!sample.matches()) {
                throw new AssertionError("no sample: " + line);
            }
            samples.add(new Sample(sample.group(1), labels(sample.group(2)), number(sample.group(3))));
        }
    }

    private static Map<String, String> labels(String text) {
        var labels = new HashMap<String, String>();
        if (text != null) {
            var label = LABEL.matcher(text);
            int end = 0;
            while (label.find()) {
                if (label.start() != end) {
                    throw new AssertionError("no labels: " + text);
                }
                labels.put(label.group(1), label.group(2));
                end = label.end();
            }
            if (end != text.length()) {
                throw new AssertionError("no labels: " + text);
            }
        }
        return labels;
    }

    private static double number(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /** All that have that name, and those labels at least: name, value, name, value. */
    Stream<Sample> samples(String name, String... labels) {
        return samples.stream().filter(sample -> sample.name().equals(name) && sample.has(labels));
    }

    /** Of {@link #samples}; 0 when there are none. */
    double sum(String name, String... labels) {
        return samples(name, labels).mapToDouble(Sample::value).sum();
    }

    /** By name, as said in the lines of types. */
    Map<String, String> types() {
        return types;
    }

    /** Of samples. */
    Set<String> names() {
        var names = new TreeSet<String>();
        samples.forEach(sample -> names.add(sample.name()));
        return names;
    }
}
