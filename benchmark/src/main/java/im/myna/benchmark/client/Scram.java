package im.myna.benchmark.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The client's half of one exchange of SCRAM (RFC 5802, 3), without channel binding. */
final class Scram {
    private static final String GS2_HEADER = "n,,";
    private static final Pattern CHALLENGE = Pattern.compile("r=([^,]+),s=([^,]+),i=(\\d+).*");

    /** What stays the same as long as the server keeps its salt: the slow part. */
    record Keys(String salt, int iterations, byte[] client, byte[] server) {}

    private final Account account;
    private final Mechanism mechanism;
    private final ScramKeys known;
    private final String bare;
    private final String nonce;
    private String signature = "";

    Scram(Account account, Mechanism mechanism, ScramKeys known) {
        // Nobody is to be kept from guessing it, so it need not be secret.
        this(
                account,
                mechanism,
                known,
                Long.toHexString(ThreadLocalRandom.current().nextLong()));
    }

    Scram(Account account, Mechanism mechanism, ScramKeys known, String nonce) {
        this.account = account;
        this.mechanism = mechanism;
        this.known = known;
        this.nonce = nonce;
        bare = "n=" + account.name() + ",r=" + nonce;
    }

    String first() {
        return GS2_HEADER + bare;
    }

    String last(String challenge) {
        var parts = CHALLENGE.matcher(challenge);
        if (!parts.matches() || !parts.group(1).startsWith(nonce)) {
            throw new IllegalStateException("not a challenge of SCRAM: " + challenge);
        }
        var keys = known.of(account, mechanism, parts.group(2), Integer.parseInt(parts.group(3)), this::keys);
        var proofless = "c=" + base64(utf8(GS2_HEADER)) + ",r=" + parts.group(1);
        var text = utf8(bare + "," + challenge + "," + proofless);
        var proof = hmac(digest(keys.client()), text);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= keys.client()[i];
        }
        signature = "v=" + base64(hmac(keys.server(), text));
        return proofless + ",p=" + base64(proof);
    }

    /** Whether the server knows the password, too. */
    boolean accepts(String last) {
        return last.equals(signature);
    }

    private Keys keys(String salt, int iterations) {
        var secret = new PBEKeySpec(
                account.password().toCharArray(),
                Base64.getDecoder().decode(salt),
                iterations,
                8 * digest(new byte[0]).length);
        try {
            var salted = SecretKeyFactory.getInstance("PBKDF2With" + mechanism.hmac())
                    .generateSecret(secret)
                    .getEncoded();
            return new Keys(salt, iterations, hmac(salted, utf8("Client Key")), hmac(salted, utf8("Server Key")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] digest(byte[] input) {
        try {
            return MessageDigest.getInstance(mechanism.digest()).digest(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] hmac(byte[] key, byte[] input) {
        try {
            var mac = Mac.getInstance(mechanism.hmac());
            mac.init(new SecretKeySpec(key, mechanism.hmac()));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
