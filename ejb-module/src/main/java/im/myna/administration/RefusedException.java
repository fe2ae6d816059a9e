package im.myna.administration;

/** It was not done, by the fault of who asked for it. Has no stack trace: it is an answer, not a bug. */
public class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** It cannot be meant like that. */
        INVALID,
        /** Not by this one. */
        FORBIDDEN,
        /** There is no such thing, or this one may not know of it. */
        NOT_FOUND,
        /** Not as things are. */
        CONFLICT
    }

    private final Reason reason;

    /** @param text for people */
    public RefusedException(Reason reason, String text) {
        super(text, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
