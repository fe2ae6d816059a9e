package im.myna.web.admin;

import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;

/** Addresses in the address of a page. */
final class Addresses {
    private Addresses() {}

    /** @throws RefusedException NOT_FOUND: nobody can have an address that is none */
    static Jid of(String text) {
        try {
            return Jid.of(text);
        } catch (MalformedJidException e) {
            throw new RefusedException(Reason.NOT_FOUND, "this is no address: " + e.getMessage());
        }
    }
}
