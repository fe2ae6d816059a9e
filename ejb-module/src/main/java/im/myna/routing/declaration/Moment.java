package im.myna.routing.declaration;

/** What happens to a session beside stanzas. */
public enum Moment {
    /** A resource was bound (RFC 6120, 7). */
    BOUND,
    /** It begins to receive: available with a non-negative priority, and was not before. After its presence was broadcast. */
    RECEIVING,
    /** Its stream is gone, for whatever reason; it is no longer in {@code Sessions}. */
    GONE
}
