package im.myna.sasl;

/**
 * The message of PLAIN (RFC 4616, 2).
 *
 * @param authzid whom the client wants to act as; empty for itself
 * @param authcid whose password it is
 */
public record Plain(String authzid, String authcid, String password) {
    /** RFC 4616, 2: each part has at most 255 characters of four bytes; this is a little more than three of them. */
    private static final int MAX_BYTES = 4096;

    /**
     * Reads it.
     *
     * @throws SaslException malformed-request
     */
    public static Plain parse(byte[] message) {
        if (message.length > MAX_BYTES) {
            throw malformed("the message is too long");
        }
        // A NUL separates, and nothing else: one within a password would be a fourth part.
        var parts = Utf8.decode(message).split("\0", -1);
        if (parts.length != 3) {
            throw malformed("the message has three parts with a NUL between them");
        }
        if (parts[1].isEmpty() || parts[2].isEmpty()) {
            throw malformed("the message has a name and a password");
        }
        return new Plain(parts[0], parts[1], parts[2]);
    }

    private static SaslException malformed(String text) {
        return new SaslException(SaslCondition.MALFORMED_REQUEST, text);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Plain[" + authcid + "]";
    }
}
