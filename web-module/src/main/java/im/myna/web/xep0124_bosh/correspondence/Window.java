package im.myna.web.xep0124_bosh.correspondence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts requests in order (XEP-0124, 14.2): those that came too early wait here, fewer than the window is wide. */
final class Window {
    private final int size;
    private final Map<Long, Waiting> early = new TreeMap<>();
    private long next;

    /** Where a request stands. */
    enum Place {
        BEFORE,
        WITHIN,
        BEYOND
    }

    /** @param next the number of the request that should come now */
    Window(long next, int size) {
        this.next = next;
        this.size = size;
    }

    Place place(Request request) {
        if (request.rid() < next) {
            return Place.BEFORE;
        }
        // XEP-0124, 11: one additional request to pause or terminate.
        boolean additional = request.wrapper().pauses() || request.wrapper().terminates();
        return request.rid() - next < size + (additional ? 1 : 0) ? Place.WITHIN : Place.BEYOND;
    }

    Optional<Waiting> early(long rid) {
        return Optional.ofNullable(early.get(rid));
    }

    void add(Waiting waiting) {
        early.put(waiting.rid(), waiting);
    }

    int waiting() {
        return early.size();
    }

    /** The one whose turn it is, if it has come. */
    Optional<Waiting> take() {
        var taken = Optional.ofNullable(early.remove(next));
        taken.ifPresent(waiting -> next++);
        return taken;
    }

    /** Up to here every request has come. */
    long last() {
        long last = next - 1;
        while (early.containsKey(last + 1)) {
            last++;
        }
        return last;
    }

    Collection<Waiting> clear() {
        var all = List.copyOf(early.values());
        early.clear();
        return all;
    }
}
