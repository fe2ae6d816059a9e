package im.myna.store.notice;

import java.time.Instant;

/**
 * Something that is said to those who come in.
 *
 * @param text of at most 4000 characters
 * @param since when it is said
 */
public record Notice(String domain, Kind kind, String text, Instant since) {
    /** What a text may have. */
    public static final int LONGEST = 4000;

    /** To whom it is said. */
    public enum Kind {
        /** To everybody once. */
        MOTD,
        /** To those who come for the first time. */
        WELCOME
    }
}
