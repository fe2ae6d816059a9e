package im.myna.store.account;

import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which accounts of a domain are looked for.
 *
 * @param text a part of the localpart, empty for any
 * @param roles one of these, empty for any
 * @param standing at the time {@code now}
 */
public record Search(String domain, String text, Set<Role> roles, Standing standing, Instant now) {
    /** No index serves it but the key's: the rows of one domain are read in order until the page is full. */
    static final String CONDITION = "a.key.domain = :domain and locate(:text, a.key.username) > 0 and a.role in :roles"
            + " and case when a.disabled = true or a.lockedUntil > :now then true else false end in :closed";

    /** Whether an account may log in. */
    public enum Standing {
        ANY,
        /** May log in. */
        OPEN,
        /** Disabled, or locked for a time that is not over. */
        CLOSED
    }

    public Search {
        // Localparts are in lower case (RFC 7622, 3.3.1).
        text = text.toLowerCase(Locale.ROOT);
        roles = roles.isEmpty() ? Set.of(Role.values()) : Set.copyOf(roles);
    }

    /** All of a domain. */
    public static Search in(String domain) {
        return new Search(domain, "", Set.of(), Standing.ANY, Instant.EPOCH);
    }

    public Search text(String other) {
        return new Search(domain, other, roles, standing, now);
    }

    public Search roles(Set<Role> others) {
        return new Search(domain, text, others, standing, now);
    }

    public Search standing(Standing other, Instant when) {
        return new Search(domain, text, roles, other, when);
    }

    <T> TypedQuery<T> bound(TypedQuery<T> query) {
        return query.setParameter("domain", domain)
                .setParameter("text", text)
                .setParameter("roles", roles)
                .setParameter("now", now)
                .setParameter("closed", closed());
    }

    private List<Boolean> closed() {
        return switch (standing) {
            case ANY -> List.of(true, false);
            case OPEN -> List.of(false);
            case CLOSED -> List.of(true);
        };
    }
}
