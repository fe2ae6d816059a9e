package im.myna.store.account;

import java.time.Instant;

/**
 * Whether an account is kept from logging in.
 *
 * @param disabled until somebody says otherwise
 * @param until kept out until then; {@link Instant#EPOCH} when there is no such time
 */
public record Lock(boolean disabled, Instant until) {
    /** It may log in. */
    public static final Lock NONE = new Lock(false, Instant.EPOCH);

    public boolean closed(Instant now) {
        return disabled || until.isAfter(now);
    }
}
