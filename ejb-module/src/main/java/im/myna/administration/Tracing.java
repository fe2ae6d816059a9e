package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whose stanzas are followed on their way, for a while; it ends by itself, and with the server. */
@ApplicationScoped
public class Tracing {
    private static final Duration LONGEST = Duration.ofHours(24);

    @Inject
    private Users users;

    @Inject
    private Sessions sessions;

    @Inject
    private Settings settings;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /** Empty when that account is not traced. */
    public Optional<Instant> until(Actor actor, Jid jid) {
        return sessions.tracedUntil(users.find(actor, jid).jid());
    }

    /** From now on; or longer or shorter than was said before. */
    public void begin(Actor actor, Jid jid, Instant until) {
        var account = governed(actor, jid);
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new RefusedException(Reason.INVALID, "somebody is traced for 24 hours at most, and not in the past");
        }
        if (settings.tracing().collector().isEmpty()) {
            throw new RefusedException(Reason.CONFLICT, "no collector is known: myna.tracing.collector");
        }
        if (!sessions.trace(account, until)) {
            throw new RefusedException(Reason.CONFLICT, "there are " + Sessions.MOST_TRACED + " already");
        }
        chronicle.note(actor, Deed.of("user.trace", account).to("until=" + until));
    }

    public void end(Actor actor, Jid jid) {
        var account = governed(actor, jid);
        sessions.tracedUntil(account).ifPresent(until -> {
            chronicle.note(actor, Deed.of("user.trace", account).from("until=" + until));
            sessions.untrace(account);
        });
    }

    private Jid governed(Actor actor, Jid jid) {
        actor.mustGovern(jid.domain());
        var account = users.find(actor, jid);
        actor.mustGovern(account);
        return account.jid();
    }
}
