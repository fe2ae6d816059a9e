package im.myna.directory.definition;

/** A definition that cannot be meant like that. Has no stack trace: it is an answer, not a bug. */
public class DefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /** @param text for people, without the name of the key */
    public DefinitionException(String key, String text) {
        super(key + ": " + text, null, false, false);
        this.key = key;
    }

    /** What was said wrongly. */
    public String key() {
        return key;
    }
}
