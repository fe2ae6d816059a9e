package im.myna.session;

import im.myna.jid.Jid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Who is here: the connected resources of each account. */
@ApplicationScoped
public class Sessions {
    // By bare address; the lists are immutable and replaced. Written at binding and at the end of a stream; bounded by
    // myna.limits.resources for each account.
    private final ConcurrentMap<Jid, List<Session>> accounts = new ConcurrentHashMap<>();

    /** Accounts that are traced at a time. */
    public static final int MOST_TRACED = 100;

    // By bare address, until when. Written by administrators; what is over is taken out when room is needed.
    private final ConcurrentMap<Jid, Instant> traced = new ConcurrentHashMap<>();

    /** Lets the session in and returns the one of the same full address that it replaces. */
    public Optional<Session> add(Session session) {
        var replaced = new ArrayList<Session>(1);
        accounts.compute(session.jid().bare(), (account, present) -> {
            var all = new ArrayList<Session>(present == null ? List.of() : present);
            all.stream().filter(other -> other.jid().equals(session.jid())).forEach(replaced::add);
            all.removeAll(replaced);
            all.add(session);
            return List.copyOf(all);
        });
        session.traced(traced.containsKey(session.jid().bare()));
        return replaced.stream().findFirst();
    }

    /** True if it was there: it had not been replaced or removed before. */
    public boolean remove(Session session) {
        var found = new boolean[1];
        accounts.computeIfPresent(session.jid().bare(), (account, present) -> {
            var rest = new ArrayList<>(present);
            found[0] = rest.remove(session);
            return rest.isEmpty() ? null : List.copyOf(rest);
        });
        return found[0];
    }

    public Optional<Session> find(Jid full) {
        for (var session : of(full.bare())) {
            if (session.jid().equals(full)) {
                return Optional.of(session);
            }
        }
        return Optional.empty();
    }

    /** All connected resources of the account. */
    public List<Session> of(Jid bare) {
        return accounts.getOrDefault(bare, List.of());
    }

    /** Those that announced presence, whatever the priority. */
    public List<Session> available(Jid bare) {
        return those(bare, Session::isAvailable);
    }

    /** Those that get what is addressed to the bare address (RFC 6121, 8.5.2.1). */
    public List<Session> receiving(Jid bare) {
        return those(bare, Session::receives);
    }

    public void forEach(Consumer<Session> action) {
        accounts.values().forEach(sessions -> sessions.forEach(action));
    }

    /** All sessions of that account, also those to come. @return false when too many are traced */
    public boolean trace(Jid bare, Instant until) {
        synchronized (traced) {
            var now = Instant.now();
            traced.values().removeIf(now::isAfter);
            if (traced.size() >= MOST_TRACED && !traced.containsKey(bare)) {
                return false;
            }
            traced.put(bare, until);
        }
        of(bare).forEach(session -> session.traced(true));
        return true;
    }

    public void untrace(Jid bare) {
        traced.remove(bare);
        of(bare).forEach(session -> session.traced(false));
    }

    /** Empty when it is not traced, or not any more. */
    public Optional<Instant> tracedUntil(Jid bare) {
        return Optional.ofNullable(traced.get(bare)).filter(Instant.now()::isBefore);
    }

    private List<Session> those(Jid bare, Predicate<Session> wanted) {
        var present = of(bare);
        for (var session : present) {
            if (!wanted.test(session)) {
                return present.stream().filter(wanted).toList();
            }
        }
        return present;
    }
}
