package im.myna.administration.visit;

import im.myna.link.Traffic;
import java.util.Locale;
import java.util.function.Function;

/** What sessions can be sorted by; and, where it is a word, be picked out by. */
public enum Aspect {
    JID(visit -> visit.jid().toString()),
    SINCE(Visit::since),
    IDLE(Visit::idle),
    ADDRESS(Visit::address),
    DOOR(Visit::door),
    /** The version, or {@value #PLAIN}. */
    TLS(visit -> orPlain(visit.security().protocol())),
    CIPHER(visit -> orPlain(visit.security().cipher())),
    MECHANISM(Visit::mechanism),
    CLIENT(Visit::client),
    PRESENCE(Visit::presence),
    PRIORITY(visit -> visit.priority().orElse(Byte.MIN_VALUE)),
    RECEIVED(ofTraffic(Traffic::received)),
    SENT(ofTraffic(Traffic::sent)),
    WAITING(ofTraffic(Traffic::waiting));

    /** Where nothing is encrypted. */
    public static final String PLAIN = "none";

    private final Function<Visit, Comparable<?>> key;

    Aspect(Function<Visit, Comparable<?>> key) {
        this.key = key;
    }

    private static Function<Visit, Comparable<?>> ofTraffic(Function<Traffic, Long> part) {
        return visit -> part.apply(visit.traffic());
    }

    private static String orPlain(String word) {
        return word.isEmpty() ? PLAIN : word;
    }

    Comparable<?> of(Visit visit) {
        return key.apply(visit);
    }

    /** Whether it is that, in capitals or not; of what a client calls itself, a part is enough. */
    boolean fits(Visit visit, String wanted) {
        var word = of(visit).toString();
        return this == CLIENT
                ? word.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))
                : word.equalsIgnoreCase(wanted);
    }
}
