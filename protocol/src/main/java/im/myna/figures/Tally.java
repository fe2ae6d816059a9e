package im.myna.figures;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often each of a few things happened. Every thread adds.
 *
 * @param <K> of which there are few, as nothing is ever forgotten
 */
public final class Tally<K extends Comparable<? super K>> {
    /** Written by every thread; bounded by the number of keys. */
    private final Map<K, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts for one thread: what comes one after the other and is the same is added at once. */
    public final class Run {
        private K key;
        private long length;

        private Run(K first) {
            key = first;
        }

        public void add(K next) {
            if (!next.equals(key)) {
                end();
                key = next;
            }
            length++;
        }

        /** Adds what is left; the run may go on after that. */
        public void end() {
            if (length > 0) {
                Tally.this.add(key, length);
                length = 0;
            }
        }
    }

    /** @param likely the key that probably comes first */
    public Run run(K likely) {
        return new Run(likely);
    }

    public void add(K key) {
        add(key, 1);
    }

    public void add(K key, long times) {
        var count = counts.get(key);
        (count == null ? counts.computeIfAbsent(key, first -> new LongAdder()) : count).add(times);
    }

    /** In the order of the keys; what never happened is not in it. */
    public Map<K, Long> counts() {
        var now = new TreeMap<K, Long>();
        counts.forEach((key, count) -> now.put(key, count.sum()));
        return now;
    }
}
