package im.myna.sasl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What is kept of a password (RFC 5802, 3): enough to check one, too little to log in with.
 *
 * @param hash the title of a {@link ScramHash}
 */
// The arrays are copied on their way in and out, and compared by what they hold.
@SuppressWarnings("ArrayRecordComponent")
public record ScramVerifier(String hash, byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {
    static final int SALT_BYTES = 16;
    private static final byte[] CLIENT_KEY = "Client Key".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SERVER_KEY = "Server Key".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    public ScramVerifier {
        int length = ScramHash.of(hash).length();
        if (salt.length == 0 || iterations < 1 || storedKey.length != length || serverKey.length != length) {
            throw new IllegalArgumentException(
                    "a verifier of " + hash + " has a salt and two keys of " + length + " bytes");
        }
        salt = salt.clone();
        storedKey = storedKey.clone();
        serverKey = serverKey.clone();
    }

    /**
     * Takes a tenth of a second or so: not on an event loop.
     *
     * @throws IllegalArgumentException when the password is empty or has characters that SASLprep refuses
     */
    public static ScramVerifier of(ScramHash hash, String password, byte[] salt, int iterations) {
        var salted = hash.stretch(Saslprep.prepare(password), salt, iterations);
        return new ScramVerifier(
                hash.title(),
                salt,
                iterations,
                hash.digest(hash.hmac(salted, CLIENT_KEY)),
                hash.hmac(salted, SERVER_KEY));
    }

    /**
     * One for each hash, each with a salt of its own, so that every mechanism can be used.
     *
     * @throws IllegalArgumentException when the password is empty or has characters that SASLprep refuses
     */
    public static List<ScramVerifier> all(String password, int iterations) {
        return Arrays.stream(ScramHash.values())
                .map(hash -> of(hash, password, randomSalt(), iterations))
                .toList();
    }

    private static byte[] randomSalt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Whether that is the password. Takes as long as making the verifier did. */
    public boolean matches(String password) {
        try {
            return MessageDigest.isEqual(storedKey, of(type(), password, salt, iterations).storedKey);
        } catch (IllegalArgumentException refused) {
            // No password like that can have been set.
            return false;
        }
    }

    ScramHash type() {
        return ScramHash.of(hash);
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] storedKey() {
        return storedKey.clone();
    }

    @Override
    public byte[] serverKey() {
        return serverKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScramVerifier that
                && hash.equals(that.hash)
                && iterations == that.iterations
                && Arrays.equals(salt, that.salt)
                && MessageDigest.isEqual(storedKey, that.storedKey)
                && MessageDigest.isEqual(serverKey, that.serverKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hash, iterations, Arrays.hashCode(salt));
    }

    /** Without the keys, which no log may show. */
    @Override
    public String toString() {
        return "ScramVerifier[" + hash + ", " + iterations + "]";
    }
}
