package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.jid.Jid;
import im.myna.roster.Contacts;
import im.myna.roster.Rosters;
import im.myna.store.offline.OfflineStore;
import im.myna.store.presence.LastPresence;
import im.myna.store.presence.LastPresenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** What accounts have: contacts, and messages that wait for them. */
@ApplicationScoped
public class Belongings {
    @Inject
    private Users users;

    @Inject
    private Rosters rosters;

    @Inject
    private OfflineStore offline;

    @Inject
    private LastPresenceStore presences;

    @Inject
    private Chronicle chronicle;

    public Contacts roster(Actor actor, Jid owner) {
        return rosters.read(users.find(actor, owner).jid());
    }

    /** When the last of his clients left; empty when that is not known. */
    public Optional<Instant> left(Actor actor, Jid owner) {
        return presences.find(users.find(actor, owner).jid()).map(LastPresence::at);
    }

    /** How many messages wait. */
    public int waiting(Actor actor, Jid owner) {
        return offline.count(users.find(actor, owner).jid());
    }

    /** Throws away what waits. @return how many there were */
    public int discard(Actor actor, Jid owner) {
        actor.mustGovern(users.find(actor, owner));
        int[] count = new int[1];
        chronicle.change(actor, Deed.of("offline.remove", owner).from("messages=" + offline.count(owner)), () -> {
            count[0] = offline.delete(owner, Long.MAX_VALUE);
            return count[0] > 0;
        });
        return count[0];
    }
}
