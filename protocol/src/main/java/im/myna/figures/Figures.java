package im.myna.figures;

import im.myna.stream.Frame;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What was counted and measured since the start. Every thread counts; who reads gets what was so a moment ago. */
public final class Figures {
    private final Tally<Flow> received = new Tally<>();
    private final Tally<Flow> sent = new Tally<>();
    private final Tally<LoginOutcome> logins = new Tally<>();
    private final Histogram routing = new Histogram();
    // By name of the store; bounded by their number.
    private final Map<String, Histogram> stores = new ConcurrentHashMap<>();
    private final Tally<String> storeFailures = new Tally<>();

    /** Counts the stanzas that one read brought. */
    public void arrived(List<Frame> frames) {
        var run = received.run(Flow.MESSAGE_OK);
        for (var frame : frames) {
            if (frame instanceof Frame.Arrived arrived) {
                run.add(Flow.of(arrived.stanza()));
            } else if (frame instanceof Frame.Refused refused) {
                run.add(Flow.refused(refused.stanza()));
            }
        }
        run.end();
    }

    /** Stanzas that came in. */
    public Tally<Flow> received() {
        return received;
    }

    /** Stanzas that went out. */
    public Tally<Flow> sent() {
        return sent;
    }

    public Tally<LoginOutcome> logins() {
        return logins;
    }

    /** How long it took from stanzas coming in to the last of them being handled. */
    public Histogram routing() {
        return routing;
    }

    /** How long the calls of that store took. */
    public Histogram store(String name) {
        return stores.computeIfAbsent(name, first -> new Histogram());
    }

    /** All of them, by name. */
    public Map<String, Histogram> stores() {
        return new TreeMap<>(stores);
    }

    /** Calls that failed, by name of the store. */
    public Tally<String> storeFailures() {
        return storeFailures;
    }
}
