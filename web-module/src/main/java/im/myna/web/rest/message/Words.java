package im.myna.web.rest.message;

import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How things are called outside: "domain-admin", "2025-12-24T18:00:00Z". */
public final class Words {
    private Words() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws RefusedException INVALID, which names those that there are */
    public static <E extends Enum<E>> E choice(Class<E> type, String what, String word) {
        var all = type.getEnumConstants();
        return Arrays.stream(all)
                .filter(value -> of(value).equals(word))
                .findFirst()
                .orElseThrow(() -> invalid("'" + what + "' is one of "
                        + Arrays.stream(all).map(Words::of).collect(Collectors.joining(", "))));
    }

    /** @throws RefusedException INVALID */
    public static Instant time(String what, String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeParseException e) {
            throw invalid("'" + what + "' is a time such as 2025-12-24T18:00:00Z");
        }
    }

    /** @throws RefusedException INVALID */
    public static Jid jid(String what, String word) {
        try {
            return Jid.of(word);
        } catch (MalformedJidException e) {
            throw invalid("'" + what + "' is no address: " + e.getMessage());
        }
    }

    /**
     * An address in a path.
     *
     * @throws RefusedException NOT_FOUND: nobody can have an address that is none
     */
    public static Jid jid(String path) {
        try {
            return Jid.of(path);
        } catch (MalformedJidException e) {
            throw new RefusedException(Reason.NOT_FOUND, "this is no address: " + e.getMessage());
        }
    }

    /** INVALID, to be thrown. */
    public static RefusedException invalid(String text) {
        return new RefusedException(Reason.INVALID, text);
    }
}
