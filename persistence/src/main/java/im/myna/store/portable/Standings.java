package im.myna.store.portable;

import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import im.myna.xml.Element;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** {@link Standing} as XML. */
final class Standings {
    private Standings() {}

    /** At the start of the element. */
    static Standing read(Sources sources) {
        return new Standing(
                role(sources.attribute("role")),
                new Lock(sources.attribute("disabled").equals("true"), time(sources.attribute("locked-until"))),
                time(sources.attribute("created")));
    }

    static Element write(Standing standing) {
        var element = Element.of(Pie.OURS, "account")
                .with("role", standing.role().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with("created", standing.created().toString());
        var lock = standing.lock();
        element = lock.disabled() ? element.with("disabled", "true") : element;
        return lock.until().equals(Instant.EPOCH)
                ? element
                : element.with("locked-until", lock.until().toString());
    }

    private static Role role(String word) {
        try {
            return word.isEmpty()
                    ? Role.USER
                    : Role.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no role '" + word + "'", e);
        }
    }

    private static Instant time(String word) {
        try {
            return word.isEmpty() ? Instant.EPOCH : Instant.parse(word);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + word + "' is no time", e);
        }
    }
}
