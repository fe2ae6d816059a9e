package im.myna.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What becomes of one stanza. Used by one thread at a time; times are those of {@link System#nanoTime()}. */
public final class Trace {
    /** Parts that are remembered; what goes to thousands is not described thousands of times. */
    static final int MOST = 256;

    // Set while a thread works for it; those who are called know their caller by nothing else.
    private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

    private final String id = digits() + digits();
    private final String root = digits();
    private final String name;
    private final Map<String, String> attributes;
    private final long begun;
    private final Consumer<List<Span>> reader;
    private final List<Span> spans = new ArrayList<>();
    /** From one clock to the other. */
    private final long since1970;

    private long left;

    /**
     * @param name of the whole
     * @param reader is given all of it at the end
     */
    public Trace(String name, Map<String, String> attributes, long begun, Consumer<List<Span>> reader) {
        this.name = name;
        this.attributes = Map.copyOf(attributes);
        this.begun = begun;
        this.reader = reader;
        left = begun;
        var now = Instant.now();
        since1970 = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - System.nanoTime();
    }

    /** For which this thread works now. */
    public static Optional<Trace> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Does a part in this thread. Before the first one it was read, before the others it waited for a thread. */
    public <T> T within(String part, Supplier<T> work) {
        part(left == begun ? "read" : "wait", left);
        long from = System.nanoTime();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
            part(part, from);
            left = System.nanoTime();
        }
    }

    /** A part that is over now. */
    public void part(String part, long from) {
        if (spans.size() < MOST) {
            spans.add(span(digits(), root, part, from, Map.of()));
        }
    }

    /** Nothing more follows from the stanza. */
    public void end() {
        spans.add(span(root, "", name, begun, attributes));
        reader.accept(List.copyOf(spans));
    }

    private Span span(String own, String parent, String called, long from, Map<String, String> more) {
        return new Span(id, own, parent, called, from + since1970, System.nanoTime() + since1970, more);
    }

    private static String digits() {
        // Zero is no identity.
        return String.format("%016x", ThreadLocalRandom.current().nextLong() | 1);
    }
}
