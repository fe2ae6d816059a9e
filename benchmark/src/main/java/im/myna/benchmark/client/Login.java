package im.myna.benchmark.client;

/**
 * How to log in.
 *
 * @param tls STARTTLS before anything else; any certificate will do
 * @param register tries to make the account first (XEP-0077); that it exists already is fine
 * @param available asks for the roster and sends initial presence afterwards
 */
public record Login(boolean tls, boolean register, boolean available, Mechanism mechanism) {
    /** Without encryption, with SCRAM-SHA-1, which every server has. */
    public static final Login PLAIN_TEXT = new Login(false, false, false, Mechanism.SCRAM_SHA_1);

    /** The same behind STARTTLS or not. */
    public Login encrypted(boolean wanted) {
        return new Login(wanted, register, available, mechanism);
    }

    /** The same, with an account made first or not. */
    public Login registering(boolean wanted) {
        return new Login(tls, wanted, available, mechanism);
    }

    /** The same, available to others afterwards. */
    public Login availableAfterwards() {
        return new Login(tls, register, true, mechanism);
    }

    /** The same with another mechanism. */
    public Login by(Mechanism other) {
        return new Login(tls, register, available, other);
    }
}
