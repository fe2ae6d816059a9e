package im.myna.routing.declaration;

/** The two requests (RFC 6120, 8.2.3). */
public enum Kind {
    GET,
    SET
}
