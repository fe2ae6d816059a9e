package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException.Reason;
import im.myna.cards.Cards;
import im.myna.jid.Jid;
import im.myna.roster.Contacts;
import im.myna.roster.Rosters;
import im.myna.stanza.Condition;
import im.myna.stanza.StanzaException;
import im.myna.store.offline.OfflineStore;
import im.myna.store.presence.LastPresence;
import im.myna.store.presence.LastPresenceStore;
import im.myna.store.token.AccessToken;
import im.myna.store.token.TokenStore;
import im.myna.vcard.VCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What accounts have: contacts, a card that says who they are, messages that wait for them, tokens. */
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
    private TokenStore tokens;

    @Inject
    private Cards cards;

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

    /** Who somebody is, as everybody sees it. */
    public Optional<VCard> card(Actor actor, Jid owner) {
        return cards.find(users.find(actor, owner).jid());
    }

    /** Says who somebody is; his contacts see the photo. */
    public void changeCard(Actor actor, Jid owner, byte[] xml) {
        actor.mustGovern(users.find(actor, owner));
        try {
            var card = cards.checked(owner, VCard.parse(xml).element());
            chronicle.change(actor, Deed.of("vcard.change", owner), () -> cards.keep(owner, card));
        } catch (StanzaException e) {
            throw refused(e);
        }
        cards.tell(owner);
    }

    /** Takes away what somebody said of himself. */
    public void removeCard(Actor actor, Jid owner) {
        actor.mustGovern(users.find(actor, owner));
        try {
            cards.mustBeOwn(owner);
        } catch (StanzaException e) {
            throw refused(e);
        }
        if (!chronicle.change(actor, Deed.of("vcard.remove", owner), () -> cards.remove(owner))) {
            throw new RefusedException(Reason.NOT_FOUND, owner + " has no vCard");
        }
        cards.tell(owner);
    }

    private static RefusedException refused(StanzaException reason) {
        boolean never = reason.condition() == Condition.NOT_ALLOWED;
        return new RefusedException(never ? Reason.CONFLICT : Reason.INVALID, reason.getMessage());
    }

    /** Those of somebody; their secrets nobody knows. */
    public List<AccessToken> tokens(Actor actor, Jid owner) {
        return tokens.of(users.find(actor, owner).jid());
    }

    /** Takes back one of somebody's. */
    public void revoke(Actor actor, Jid owner, String id) {
        actor.mustGovern(users.find(actor, owner));
        if (!chronicle.change(actor, Deed.of("token.remove", owner).from("id=" + id), () -> tokens.remove(owner, id))) {
            throw new RefusedException(Reason.NOT_FOUND, owner + " has no such token");
        }
    }
}
