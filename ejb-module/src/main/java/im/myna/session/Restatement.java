package im.myna.session;

import im.myna.jid.Jid;

/**
 * What the sessions of an account announced is to be said again, because the server adds something else to it now: an event.
 *
 * @param account the bare address
 */
public record Restatement(Jid account) {}
