package im.myna.administration.visit;

import java.util.Locale;
import java.util.Map;

/**
 * Which sessions are meant.
 *
 * @param user a part of the localpart, empty for any
 * @param domain empty for any that may be seen
 * @param aspects what else they shall be; a door by the name of its constant
 */
public record Filter(String user, String domain, Map<Aspect, String> aspects) {
    /** Every one. */
    public static final Filter ALL = new Filter("", "", Map.of());

    public Filter {
        // Localparts are in lower case (RFC 7622, 3.3.1).
        user = user.toLowerCase(Locale.ROOT);
        aspects = Map.copyOf(aspects);
    }

    boolean takes(Visit visit) {
        return visit.jid().local().contains(user)
                && (domain.isEmpty() || visit.jid().domain().equals(domain))
                && aspects.entrySet().stream()
                        .allMatch(aspect -> aspect.getKey().fits(visit, aspect.getValue()));
    }
}
