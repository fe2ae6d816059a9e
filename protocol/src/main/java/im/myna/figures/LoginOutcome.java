package im.myna.figures;

import java.util.Comparator;

/**
 * How a log-in ended.
 *
 * @param mechanism the SASL mechanism, "unknown" when the client asked for none that there is
 * @param outcome "success", or the condition of the SASL failure (RFC 6120, 6.5)
 */
public record LoginOutcome(String mechanism, String outcome) implements Comparable<LoginOutcome> {
    private static final Comparator<LoginOutcome> ORDER =
            Comparator.comparing(LoginOutcome::mechanism).thenComparing(LoginOutcome::outcome);

    @Override
    public int compareTo(LoginOutcome other) {
        return ORDER.compare(this, other);
    }
}
