package im.myna.store.account;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who may log in, unless the lock keeps him out.
 *
 * @param jid the bare address
 * @param verifiers one for each hash; none when the password is kept elsewhere
 */
public record Account(Jid jid, Role role, List<ScramVerifier> verifiers, Instant created, Lock lock) {
    public Account {
        if (!jid.isBare() || jid.local().isEmpty()) {
            throw new IllegalArgumentException("an account has a bare address with a localpart");
        }
        verifiers = List.copyOf(verifiers);
    }

    /** One that is not locked. */
    public Account(Jid jid, Role role, List<ScramVerifier> verifiers, Instant created) {
        this(jid, role, verifiers, created, Lock.NONE);
    }
}
