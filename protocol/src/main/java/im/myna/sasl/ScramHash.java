package im.myna.sasl;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The hash functions of SCRAM (RFC 5802, RFC 7677), the strongest first. */
public enum ScramHash {
    SHA_512("SHA-512", 64),
    SHA_256("SHA-256", 32),
    SHA_1("SHA-1", 20);

    private final String title;
    private final int length;

    ScramHash(String title, int length) {
        this.title = title;
        this.length = length;
    }

    /** As in the names of mechanisms and in {@link ScramVerifier#hash}. */
    public String title() {
        return title;
    }

    /** Bytes of a digest. */
    public int length() {
        return length;
    }

    /**
     * By its title.
     *
     * @throws IllegalArgumentException when there is none of that title
     */
    public static ScramHash of(String title) {
        return Arrays.stream(values())
                .filter(hash -> hash.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hash of SCRAM: " + title));
    }

    byte[] digest(byte[] input) {
        try {
            return MessageDigest.getInstance(title).digest(input);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    byte[] hmac(byte[] key, byte[] input) {
        try {
            var mac = Mac.getInstance(algorithm());
            mac.init(new SecretKeySpec(key, algorithm()));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Hi() of RFC 5802, 2.2. */
    byte[] stretch(String password, byte[] salt, int iterations) {
        var secret = new PBEKeySpec(password.toCharArray(), salt, iterations, 8 * length);
        try {
            return SecretKeyFactory.getInstance("PBKDF2With" + algorithm())
                    .generateSecret(secret)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        } finally {
            secret.clearPassword();
        }
    }

    private String algorithm() {
        return "Hmac" + title.replace("-", "");
    }

    private static IllegalStateException missing(GeneralSecurityException cause) {
        return new IllegalStateException("the Java platform lacks an algorithm that it has to have", cause);
    }
}
