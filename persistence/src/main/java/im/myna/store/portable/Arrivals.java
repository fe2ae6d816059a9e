package im.myna.store.portable;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.stanza.Presence;
import im.myna.store.offline.Letter;
import im.myna.store.roster.RosterItem;
import im.myna.vcard.VCard;

/**
 * Hears of users, one after the other, and of what belongs to each, in any order. What cannot be taken in is refused with an
 * {@link IllegalArgumentException} that says why.
 */
public interface Arrivals {
    /** @param password as it is typed, empty when only verifiers are known, or nothing */
    void begin(Jid user, String password);

    /** What he may do. At most once for each user. */
    void standing(Standing standing);

    /** One for each hash. */
    void verifier(ScramVerifier verifier);

    void item(RosterItem item);

    /** Somebody's wish to subscribe to his presence, unanswered. */
    void request(Presence request);

    /** The oldest first. */
    void letter(Letter letter);

    /** Who he is. Perhaps in both formats; the newer one counts, whatever comes first. */
    void card(VCard card);

    /** That was all of him. */
    void end();
}
