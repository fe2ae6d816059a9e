package im.myna.cards;

import im.myna.jid.Jid;
import java.util.Optional;

/**
 * Somebody's photo may have changed: an event.
 *
 * @param account the bare address
 * @param hash of the photo as it is now: the empty text for a card without one, nothing when there is no card
 */
public record PhotoChange(Jid account, Optional<String> hash) {}
