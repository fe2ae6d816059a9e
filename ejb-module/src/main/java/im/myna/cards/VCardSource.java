package im.myna.cards;

import im.myna.jid.Jid;
import im.myna.vcard.VCard;
import java.util.Optional;

/**
 * Who else says who users are, such as a directory. Beans of this type are found by themselves; at most one should speak for an
 * account. When what it says changes, it calls {@link Cards#tell}.
 */
public interface VCardSource {
    /**
     * Whether it speaks for that account. Must not block.
     *
     * @param account a bare address
     */
    boolean speaksFor(Jid account);

    /** What it says; empty when it does not know that one. May block, for a bounded time. */
    Optional<VCard> find(Jid account);

    /** Whether a user may say something else, which is kept here and counts more. Must not block. */
    boolean yields(Jid account);
}
