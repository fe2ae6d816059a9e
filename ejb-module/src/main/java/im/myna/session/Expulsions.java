package im.myna.session;

import im.myna.jid.Jid;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sends accounts away: those who are here, and those who are coming in by what was true before (ADR 0012).
 *
 * <p>Whoever logs somebody in asks {@link #now} before it reads the account, and {@link #since} when the session is in.
 */
@ApplicationScoped
public class Expulsions {
    /** So many are remembered one by one. Whoever came in before the oldest of them has to begin anew, whatever the account. */
    private static final int MAX = 1000;

    @Inject
    private Sessions sessions;

    // Guarded by this, as are the numbers. The latest of each account, the oldest first.
    private final Map<Jid, Expulsion> latest = new LinkedHashMap<>();
    private long count;
    private long forgotten;

    private record Expulsion(long number, StreamException reason) {}

    /**
     * Ends all sessions of the account, and those that log-ins under way will bring. What is stored must say so already.
     *
     * @param account a bare address
     */
    public void expel(Jid account, StreamException reason) {
        remember(account, reason);
        sessions.of(account).forEach(session -> session.end(reason));
    }

    private synchronized void remember(Jid account, StreamException reason) {
        latest.remove(account);
        latest.put(account, new Expulsion(++count, reason));
        if (latest.size() > MAX) {
            var oldest = latest.values().iterator();
            forgotten = oldest.next().number();
            oldest.remove();
        }
    }

    /** The number of the last expulsion. */
    public synchronized long now() {
        return count;
    }

    /** Why the account has to go, if it was sent away after that number. */
    public synchronized Optional<StreamException> since(long number, Jid account) {
        var last = latest.get(account);
        if (last != null && last.number() > number) {
            return Optional.of(last.reason());
        }
        // RFC 6120, 4.9.3.16
        return number < forgotten ? Optional.of(new StreamException(StreamCondition.RESET)) : Optional.empty();
    }
}
