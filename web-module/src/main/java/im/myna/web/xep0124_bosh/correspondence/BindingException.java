package im.myna.web.xep0124_bosh.correspondence;

/** The client broke the binding, not the stream in it (XEP-0124, 17.2). Has no stack trace: it is an answer, not a bug. */
public final class BindingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Terminal condition;

    /** @param reason for the log */
    public BindingException(Terminal condition, String reason) {
        super(reason, null, false, false);
        this.condition = condition;
    }

    public Terminal condition() {
        return condition;
    }
}
