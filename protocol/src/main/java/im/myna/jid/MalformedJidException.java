package im.myna.jid;

/** The text is no address by RFC 7622; the message says which part and why. */
public class MalformedJidException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public MalformedJidException(String reason) {
        super(reason);
    }
}
