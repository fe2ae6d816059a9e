package im.myna.settings;

/** Who may make an account (XEP-0077). */
public enum Registration {
    /** Only the owner of the server. */
    CLOSED,
    /** Everybody who can connect. */
    OPEN
}
