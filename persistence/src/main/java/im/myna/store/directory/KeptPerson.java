package im.myna.store.directory;

import im.myna.jid.Jid;

/**
 * What was last known of an account that a directory knows.
 *
 * @param directory its name
 * @param dn where he stands there
 * @param closed whether the account is locked because the directory says so
 */
public record KeptPerson(
        Jid account, String directory, String dn, String name, String mail, State state, boolean closed) {
    /** How it is with somebody. */
    public enum State {
        HERE,
        /** He may not log in. */
        DISABLED,
        /** The directory does not know him any more; what he has here stays until an administrator removes it. */
        GONE
    }

    public KeptPerson {
        if (!account.isBare() || account.local().isEmpty()) {
            throw new IllegalArgumentException("a person has an account");
        }
    }

    /** The same in another state. */
    public KeptPerson in(State other, boolean nowClosed) {
        return new KeptPerson(account, directory, dn, name, mail, other, nowClosed);
    }
}
