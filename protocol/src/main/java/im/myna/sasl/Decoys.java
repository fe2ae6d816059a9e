package im.myna.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Verifiers of accounts that do not exist: always the same for the same name, like those of real ones, and no password fits. So who
 * asks for an unknown account is answered as if it had mistyped its password (RFC 6120, 6.5.10 and 13.11).
 *
 * <p>An account whose password was set with another number of iterations than the present one can still be told apart.
 */
public final class Decoys {
    private final byte[] secret;
    private final int iterations;

    /**
     * Those of one server.
     *
     * @param secret known to nobody else, the same after every restart and on all nodes
     * @param iterations those of new passwords
     */
    public Decoys(byte[] secret, int iterations) {
        this.secret = secret.clone();
        this.iterations = iterations;
    }

    /** The verifier that an account of that name would have. */
    public ScramVerifier verifier(ScramHash hash, String account) {
        var salt = Arrays.copyOf(bytes(hash, "salt", account), ScramVerifier.SALT_BYTES);
        return new ScramVerifier(
                hash.title(), salt, iterations, bytes(hash, "stored key", account), bytes(hash, "server key", account));
    }

    private byte[] bytes(ScramHash hash, String purpose, String account) {
        return hash.hmac(secret, (purpose + '\0' + account).getBytes(StandardCharsets.UTF_8));
    }
}
