package im.myna.store.account;

/** What an account may do to the server. */
public enum Role {
    /** Uses it. */
    USER,
    /** Reads all that an administrator reads, and changes nothing. */
    AUDITOR,
    /** Governs the domain of his own address. */
    DOMAIN_ADMIN,
    /** Governs the server. */
    ADMIN
}
