package im.myna.store.account;

import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Which accounts of a domain are looked for.
 *
 * @param text a part of the localpart, empty for any
 * @param roles one of these, empty for any
 * @param standing at the time {@code now}
 */
public record Search(String domain, String text, Set<Role> roles, Standing standing, Instant now) {
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

    /** Only what is asked for: each part is looked at for every account of the domain. */
    String condition() {
        var parts = new StringJoiner(" and ").add("a.key.domain = :domain");
        if (!text.isEmpty()) {
            parts.add("locate(:text, a.key.username) > 0");
        }
        if (isAboutRoles()) {
            parts.add("a.role in :roles");
        }
        switch (standing) {
            case ANY -> {}
            case OPEN -> parts.add("a.disabled = false and a.lockedUntil <= :now");
            case CLOSED -> parts.add("(a.disabled = true or a.lockedUntil > :now)");
        }
        return parts.toString();
    }

    /** With what stands in the condition. */
    <T> TypedQuery<T> bound(TypedQuery<T> query) {
        query.setParameter("domain", domain);
        if (!text.isEmpty()) {
            query.setParameter("text", text);
        }
        if (isAboutRoles()) {
            query.setParameter("roles", roles);
        }
        return standing == Standing.ANY ? query : query.setParameter("now", now);
    }

    private boolean isAboutRoles() {
        return roles.size() < Role.values().length;
    }
}
