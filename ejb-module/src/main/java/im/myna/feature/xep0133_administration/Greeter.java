package im.myna.feature.xep0133_administration;

import im.myna.administration.Notices;
import im.myna.jid.Jid;
import im.myna.routing.Reaction;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Moment;
import im.myna.routing.declaration.On;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.specification.Implements;
import im.myna.store.notice.Notice;
import im.myna.store.presence.LastPresence;
import im.myna.store.presence.LastPresenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Lets administrators govern with their client, and tells those who come in what administrators have to say. */
@Implements(
        spec = "XEP-0133",
        version = "1.3.1",
        note = "without black and white lists, and without restart; email address and names are not asked for")
@ApplicationScoped
public class Greeter implements Feature {
    @Inject
    private Notices notices;

    @Inject
    private Sessions sessions;

    @Inject
    private LastPresenceStore presences;

    /**
     * Only where there is something to say, the database is asked when this account was here last: that tells whether it heard. After a
     * crash, which leaves no trace of those who were here, they may hear it again.
     */
    @On(Moment.RECEIVING)
    public Reaction greet(Session newcomer) {
        if (!notices.isKnown()) {
            return Reaction.then(() -> {
                notices.learn();
                return greet(newcomer);
            });
        }
        var standing = notices.standing(newcomer.jid().domain());
        if (standing.isEmpty() || !isFirst(newcomer)) {
            return Reaction.NONE;
        }
        return Reaction.then(() -> {
            var left = left(newcomer.jid().bare());
            return Reaction.all(standing.stream()
                    .filter(notice -> isNew(notice, left))
                    .map(notice -> Notices.say(newcomer, notice.text()))
                    .toList());
        });
    }

    /** Another client that is here has heard it. */
    private boolean isFirst(Session newcomer) {
        return sessions.available(newcomer.jid().bare()).stream().allMatch(other -> other == newcomer);
    }

    private Optional<Instant> left(Jid account) {
        return presences.find(account).map(LastPresence::at);
    }

    private static boolean isNew(Notice notice, Optional<Instant> left) {
        return switch (notice.kind()) {
            case MOTD -> left.map(notice.since()::isAfter).orElse(true);
            case WELCOME -> left.isEmpty();
        };
    }
}
