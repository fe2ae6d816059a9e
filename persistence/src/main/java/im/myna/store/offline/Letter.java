package im.myna.store.offline;

import im.myna.jid.Jid;
import im.myna.stanza.Message;
import java.time.Instant;

/**
 * A message that shall wait.
 *
 * @param owner the bare address of the account it waits for
 */
public record Letter(Jid owner, Message message, Instant arrived) {}
