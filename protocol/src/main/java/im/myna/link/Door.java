package im.myna.link;

/** Where a link came in. */
public enum Door {
    /** TCP, STARTTLS (RFC 6120). */
    TCP,
    /** TCP, TLS from the first byte (XEP-0368). */
    DIRECT_TLS,
    /** RFC 7395. */
    WEBSOCKET,
    /** XEP-0124. */
    BOSH
}
