package im.myna.administration.visit;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What was found, in no order yet.
 *
 * @param descending from the other end; where the aspect is the same, they stand by address
 */
public record Found(List<Visit> unsorted, Aspect aspect, boolean descending) {
    private record Keyed(Visit visit, Comparable<?> key) {}

    public int count() {
        return unsorted.size();
    }

    public List<Visit> page(long offset, int max) {
        return first(offset + max).stream().skip(offset).toList();
    }

    /**
     * The first so many. By the keys as they are now: they may change while it is sorted, and no sort bears that. Few of very many
     * are picked out, not sorted: most are not better than the last of those that are known.
     */
    private List<Visit> first(long count) {
        var byKey = Comparator.comparing(Keyed::key, Found::compare);
        var order = (descending ? byKey.reversed() : byKey)
                .thenComparing(keyed -> keyed.visit().jid());
        var best = new PriorityQueue<Keyed>(order.reversed());
        for (var visit : unsorted) {
            var keyed = new Keyed(visit, aspect.of(visit));
            if (best.size() < count) {
                best.add(keyed);
            } else if (count > 0 && order.compare(keyed, best.element()) < 0) {
                best.remove();
                best.add(keyed);
            }
        }
        return best.stream().sorted(order).map(Keyed::visit).toList();
    }

    // The keys of one aspect are of one type.
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
