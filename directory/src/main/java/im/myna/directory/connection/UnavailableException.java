package im.myna.directory.connection;

/** The directory gave no answer that can be used: it is away, or hangs, or does not understand us. */
public class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param text for administrators */
    public UnavailableException(String text, Throwable cause) {
        super(text, cause);
    }

    /** @param text for administrators */
    public UnavailableException(String text) {
        super(text, null, false, false);
    }
}
