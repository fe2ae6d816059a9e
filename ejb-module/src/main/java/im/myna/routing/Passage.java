package im.myna.routing;

import im.myna.jid.Jid;
import im.myna.session.Session;
import im.myna.stanza.Message;
import java.util.List;

/**
 * A message on its way past one account: out of the sender's, or into the receiver's.
 *
 * @param account bare address of the account that it passes
 * @param receivers on the way in: the account's sessions that get it
 * @param fate what becomes of it when nobody receives it
 * @param more what else shall happen, behind the delivery
 */
public record Passage(
        Message message, Direction direction, Jid account, List<Session> receivers, Fate fate, Reaction more) {
    /** Seen from the account. */
    public enum Direction {
        OUT,
        IN
    }

    /** What becomes of a message that nobody receives (RFC 6121, 8.5). */
    public enum Fate {
        /** Kept for later, or else refused. */
        KEEP,
        /** Answered with service-unavailable. */
        REFUSE,
        /** Silently ignored. */
        DROP,
        /** Somebody took care of it. */
        KEPT
    }

    public Passage with(Message other) {
        return new Passage(other, direction, account, receivers, fate, more);
    }

    /** And that shall happen too. */
    public Passage and(Reaction reaction) {
        return new Passage(message, direction, account, receivers, fate, more.and(reaction));
    }

    /** It is in safe hands; the sender is told nothing. */
    public Passage kept() {
        return new Passage(message, direction, account, receivers, Fate.KEPT, more);
    }

    boolean keepable() {
        return direction == Direction.IN && fate == Fate.KEEP && receivers.isEmpty();
    }
}
