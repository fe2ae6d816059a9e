package im.myna.negotiation;

import im.myna.jid.Jid;
import im.myna.link.Link;

/**
 * Who is at the other end, as far as is known.
 *
 * @param domain the one of ours that it wants to talk to
 * @param account its bare address when it is authenticated, else {@link Jid#NONE}
 */
public record Peer(Link link, String domain, Jid account) {
    public boolean isAuthenticated() {
        return !account.isNone();
    }
}
