package im.myna.benchmark.measure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The figures of one server, in the order in which they were found, told as they come. */
public final class Report {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final AtomicReference<Faults> faults = new AtomicReference<>(Faults.NONE);
    private final Consumer<String> told;

    /** Whose lines go there while it runs. */
    public Report(Consumer<String> told) {
        this.told = told;
    }

    /** One figure; what is not a number is left out. */
    public void add(String title, double value) {
        if (!Double.isNaN(value)) {
            figures.put(title, value);
            told.accept("%-72s %12s".formatted(title, text(value)));
        }
    }

    /** What went wrong, which is added up. */
    public void add(Faults more) {
        if (!more.none()) {
            told.accept("FAULTS: " + more);
        }
        faults.updateAndGet(more::plus);
    }

    public Faults faults() {
        return faults.get();
    }

    public Set<String> titles() {
        return figures.keySet();
    }

    /** For people; a dash where there is none. */
    public String value(String title) {
        return figures.containsKey(title) ? text(figures.get(title)) : "–";
    }

    private static String text(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
