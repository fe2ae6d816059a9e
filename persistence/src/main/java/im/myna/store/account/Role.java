package im.myna.store.account;

/** What an account may do to the server. */
public enum Role {
    /** Uses it. */
    USER,
    /** Governs it, too. */
    ADMIN
}
