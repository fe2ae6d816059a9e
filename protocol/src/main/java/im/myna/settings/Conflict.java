package im.myna.settings;

/** What happens when a resource is asked for that is in use (RFC 6120, 7.7.2.2). */
public enum Conflict {
    /** The newer session gets it, the older is closed with a conflict. */
    NEWER,
    /** The older session keeps it, the newer is told of the conflict and may ask for another. */
    OLDER,
    /** Both stay: the newer gets a resource that the server makes. */
    BOTH
}
