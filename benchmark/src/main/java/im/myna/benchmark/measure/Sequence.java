package im.myna.benchmark.measure;

import java.util.TreeSet;

/** Watches the numbers that come in one direction, which should be 0, 1, 2 and so on. */
public final class Sequence {
    /** Numbers that are missed at once; more than that are lost for good. */
    private static final int MISSED_AT_MOST = 10_000;

    private final TreeSet<Integer> missed = new TreeSet<>();
    private int first;
    private int next;
    private long givenUp;
    private long doubled;
    private long disordered;
    private long astray;

    /** That number came. */
    public void arrived(int number) {
        if (number == next) {
            next++;
        } else if (number > next) {
            skip(number);
        } else if (number < first) {
            return;
        } else if (missed.remove(number)) {
            disordered++;
        } else {
            doubled++;
        }
    }

    /** Something came that was meant for somebody else, or that nobody sent. */
    public void strayed() {
        astray++;
    }

    /** From here on; what was sent before does not matter any more. */
    public void startAt(int number) {
        first = number;
        next = number;
        missed.clear();
    }

    /** What is to be said when so many were sent and no more will come. */
    public Faults faults(int sent) {
        return new Faults(givenUp + missed.size() + Math.max(0, sent - next), doubled, disordered, astray);
    }

    private void skip(int number) {
        for (int gap = next; gap < number; gap++) {
            if (missed.size() == MISSED_AT_MOST) {
                givenUp++;
            } else {
                missed.add(gap);
            }
        }
        next = number + 1;
    }
}
