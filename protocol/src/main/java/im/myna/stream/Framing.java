package im.myna.stream;

/** How frames are told apart on the wire. */
public enum Framing {
    /** One long document; its root declares the namespaces (RFC 6120, 4.8). */
    TCP,
    /** Each element stands alone and declares its own namespaces (RFC 7395, 3.3; so do they in a body of XEP-0124). */
    WEBSOCKET
}
