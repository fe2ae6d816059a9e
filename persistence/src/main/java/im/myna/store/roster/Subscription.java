package im.myna.store.roster;

import java.util.Locale;

/** Who gets whose presence (RFC 6121, 2.1.2.5), seen from the owner of the roster. */
public enum Subscription {
    /** Nobody. */
    NONE,
    /** The owner gets the contact's. */
    TO,
    /** The contact gets the owner's. */
    FROM,
    /** Both. */
    BOTH;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The value of the attribute. */
    public String word() {
        return word;
    }

    /** The owner gets the contact's presence. */
    public boolean isTo() {
        return this == TO || this == BOTH;
    }

    /** The contact gets the owner's presence. */
    public boolean isFrom() {
        return this == FROM || this == BOTH;
    }

    public static Subscription of(boolean to, boolean from) {
        if (to) {
            return from ? BOTH : TO;
        }
        return from ? FROM : NONE;
    }
}
