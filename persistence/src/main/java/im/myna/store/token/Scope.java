package im.myna.store.token;

/** What a token may be used for. */
public enum Scope {
    READ,
    WRITE
}
