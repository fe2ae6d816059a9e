package im.myna.store.portable;

import im.myna.jid.Jid;
import java.util.List;

/**
 * On which users are taken in.
 *
 * @param domains of this server
 * @param skipExisting leaves accounts as they are that exist; else they are a fault of the file
 * @param iterations of SCRAM, for passwords that the file has as they are typed
 */
public record Terms(List<String> domains, boolean skipExisting, int iterations) {
    public Terms {
        domains = List.copyOf(domains);
    }

    /** What cannot be an account of this server is refused. */
    void check(Jid user) {
        if (!domains.contains(user.domain())) {
            throw new IllegalArgumentException(
                    user.domain() + " is no domain of this server; it has " + String.join(", ", domains));
        }
    }
}
