package im.myna.blackbox.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a client asked for, in order, and how much of it the server answered. A server may have done more than it answered, but
 * only as a whole and in order: what it kept is what one of the {@link #possible} moments looked like.
 */
final class Ledger {
    private static final int CONTACTS = 12;

    // By contact, their names; as the server had it before the first change.
    private final Map<String, String> before;
    private final List<Change> changes;
    private int answered;

    /** A contact is given that name; without one, it is removed. */
    record Change(String contact, String name) {}

    Ledger(Map<String, String> before, int length, Random random) {
        this.before = new TreeMap<>(before);
        var present = new TreeMap<>(before);
        this.changes = IntStream.range(0, length)
                .mapToObj(number -> change(number, present, random))
                .toList();
    }

    // Nobody is removed who is not there: that would be answered by an error.
    private static Change change(int number, Map<String, String> present, Random random) {
        var contact = "contact-" + random.nextInt(CONTACTS) + "@elsewhere.example";
        var removes = present.containsKey(contact) && random.nextInt(3) == 0;
        var change = new Change(contact, removes ? "" : "change " + number);
        apply(present, change);
        return change;
    }

    List<Change> changes() {
        return changes;
    }

    /** The server answered the change of that number, and so all before it. */
    void answer(int number) {
        answered = Math.max(answered, number + 1);
    }

    int answered() {
        return answered;
    }

    /** The contacts after all that was answered, after one more, and so on to the last that was asked for. */
    List<Map<String, String>> possible() {
        var moments = new ArrayList<Map<String, String>>();
        var contacts = new TreeMap<>(before);
        for (int done = 0; done <= changes.size(); done++) {
            if (done > 0) {
                apply(contacts, changes.get(done - 1));
            }
            if (done >= answered) {
                moments.add(new TreeMap<>(contacts));
            }
        }
        return moments;
    }

    private static void apply(Map<String, String> contacts, Change change) {
        if (change.name().isEmpty()) {
            contacts.remove(change.contact());
        } else {
            contacts.put(change.contact(), change.name());
        }
    }
}
