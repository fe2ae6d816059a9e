package im.myna.store.presence;

import im.myna.jid.Jid;
import im.myna.stanza.Payload;
import java.time.Instant;

/**
 * What an account said when its last resource left.
 *
 * @param account the bare address
 * @param payload of the presence of type "unavailable"
 * @param lang its language, empty for none
 */
public record LastPresence(Jid account, Payload payload, String lang, Instant at) {}
