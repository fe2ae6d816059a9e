package im.myna.feature.rfc6121_presence;

import im.myna.jid.Jid;
import im.myna.session.Session;
import im.myna.stanza.Condition;
import im.myna.stanza.StanzaException;
import java.util.HashSet;
import java.util.Set;

/** To whom a client has sent its presence directly; they are told when it leaves (RFC 6121, 4.6). */
final class Acquaintances {
    /** Rooms and people at a time: more than anybody has, and little enough for a server to remember. */
    private static final int MOST = 1000;

    // Guarded by this: the session's own thread, or the one that ends it.
    private final Set<Jid> known = new HashSet<>();

    static Acquaintances of(Session session) {
        return session.memory(Acquaintances.class, Acquaintances::new);
    }

    /** @throws StanzaException when there are too many */
    synchronized void meet(Jid other) {
        if (known.size() >= MOST && !known.contains(other)) {
            throw new StanzaException(Condition.RESOURCE_CONSTRAINT, "too many were sent presence directly");
        }
        known.add(other);
    }

    synchronized void part(Jid other) {
        known.remove(other);
    }

    /** All of them, who are then forgotten. */
    synchronized Set<Jid> leave() {
        var all = Set.copyOf(known);
        known.clear();
        return all;
    }
}
