package im.myna.administration;

import im.myna.jid.Jid;
import im.myna.store.audit.AuditEntry;
import im.myna.store.audit.AuditSearch;
import im.myna.store.audit.AuditStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Who changed what, and when; kept for a year. */
@ApplicationScoped
public class Chronicle {
    private static final Duration KEPT = Duration.ofDays(365);
    /** What is too old is taken away now and then, a little more than came in. */
    private static final int NOW_AND_THEN = 100;

    private static final int AT_ONCE = 1000;

    private final AtomicInteger written = new AtomicInteger();

    @Inject
    private AuditStore audits;

    @Inject
    private Clock clock;

    /**
     * What was done.
     *
     * @param subject to whom
     * @param before and after: how it was and how it is, empty where that has no words or is a secret
     */
    public record Deed(String action, Jid subject, String before, String after) {
        public static Deed of(String action, Jid subject) {
            return new Deed(action, subject, "", "");
        }

        public Deed from(String state) {
            return new Deed(action, subject, state, after);
        }

        public Deed to(String state) {
            return new Deed(action, subject, before, state);
        }
    }

    /** Does it and writes it down, or neither. @return what the work says: whether it changed anything */
    @Transactional
    public boolean change(Actor actor, Deed deed, BooleanSupplier work) {
        boolean changed = work.getAsBoolean();
        if (changed) {
            write(actor, deed);
        }
        return changed;
    }

    /** Writes down what will be done at once, and outside of the database. */
    @Transactional
    public void note(Actor actor, Deed deed) {
        write(actor, deed);
    }

    private void write(Actor actor, Deed deed) {
        var now = clock.instant();
        audits.add(new AuditEntry(
                0,
                now,
                actor.jid().toString(),
                actor.address(),
                deed.action(),
                deed.subject().toString(),
                deed.before(),
                deed.after()));
        if (written.incrementAndGet() % NOW_AND_THEN == 0) {
            audits.forget(now.minus(KEPT), AT_ONCE);
        }
    }

    /**
     * The newest first; of his own domain for those who see no other.
     *
     * @param before the number to go on behind, {@link Long#MAX_VALUE} to begin
     */
    public List<AuditEntry> page(Actor actor, AuditSearch search, long before, int max) {
        actor.mustSeeServer();
        var domain = search.domain().isEmpty() && !actor.seesAll() ? actor.jid().domain() : search.domain();
        if (!domain.isEmpty()) {
            actor.mustSee(domain);
        }
        return audits.page(new AuditSearch(domain, search.who(), search.subject(), search.action()), before, max);
    }
}
