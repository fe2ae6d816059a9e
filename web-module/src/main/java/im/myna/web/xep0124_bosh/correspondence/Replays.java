package im.myna.web.xep0124_bosh.correspondence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The last answers, in case they did not arrive (XEP-0124, 14.3). One more than the client may have requests under way, since one of
 * them may be that to a pause; each as large as one answer can be.
 */
final class Replays {
    private final int most;
    private final Deque<Sent> answers = new ArrayDeque<>();

    /**
     * An answer that was sent.
     *
     * @param digest of the request
     * @param bare whether there was nothing for the client in it
     * @param at when
     */
    record Sent(long rid, byte[] digest, Answer answer, boolean bare, long at) {}

    Replays(int requests) {
        most = requests + 1;
    }

    void add(Sent sent) {
        answers.addLast(sent);
        if (answers.size() > most) {
            answers.removeFirst();
        }
    }

    Optional<Sent> find(long rid) {
        return answers.stream().filter(sent -> sent.rid() == rid).findFirst();
    }

    Optional<Sent> last() {
        return Optional.ofNullable(answers.peekLast());
    }
}
