package im.myna.sasl;

/** An authentication failed; the stream goes on. Has no stack trace: it is an answer, not a bug. */
public class SaslException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SaslCondition condition;

    /** Without a word of explanation, which a stranger could learn from. */
    public SaslException(SaslCondition condition) {
        this(condition, "");
    }

    /** With a text for the person at the other end, English. */
    public SaslException(SaslCondition condition, String text) {
        super(text, null, false, false);
        this.condition = condition;
    }

    public SaslCondition condition() {
        return condition;
    }
}
