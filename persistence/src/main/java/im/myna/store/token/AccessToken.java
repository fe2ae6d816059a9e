package im.myna.store.token;

import im.myna.jid.Jid;
import java.time.Instant;
import java.util.Set;

/**
 * What is known of a token, without the token.
 *
 * @param id at most 43 characters; may be shown
 * @param owner the bare address of the account
 * @param name the owner's own for it, 1 to 100 characters
 * @param expires from then on it opens nothing
 * @param used the last time; {@link Instant#EPOCH} when never
 */
public record AccessToken(
        String id, Jid owner, String name, Set<Scope> scopes, Instant created, Instant expires, Instant used) {
    static final int ID = 43;
    static final int NAME = 100;

    public AccessToken {
        if (id.isEmpty() || id.length() > ID) {
            throw new IllegalArgumentException("the id of a token has 1 to " + ID + " characters");
        }
        if (name.isBlank() || name.length() > NAME || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the name of a token has 1 to " + NAME + " characters");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a token has a scope");
        }
        scopes = Set.copyOf(scopes);
    }

    public boolean expired(Instant now) {
        return !expires.isAfter(now);
    }
}
