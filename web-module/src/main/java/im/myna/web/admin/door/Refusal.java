package im.myna.web.admin.door;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody stands before the door. */
public enum Refusal {
    /** Nobody has that name and password. */
    WRONG,
    /** The account governs nothing. */
    ROLE,
    /** The account may not log in. */
    CLOSED,
    /** Too many guesses came from there. */
    SOON,
    /** Too much is going on. */
    BUSY,
    /** A password would be seen on its way. */
    PLAIN,
    /** He was in, and left. */
    LEFT;

    static Optional<Refusal> of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the words that are said to him. */
    public String key() {
        return "door." + word();
    }
}
