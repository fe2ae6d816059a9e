package im.myna.sasl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's side of SCRAM, for tests: written apart from the server's, by RFC 5802, 3. Its fields can be told to lie.
 *
 * <pre>
 * var client = new ScramClient("SCRAM-SHA-256", "juliet", "r0m30myr0m30");
 * send(client.first());
 * send(client.respond(challenge));
 * client.verify(success);
 * </pre>
 *
 * <p>These speak base64, as XMPP does; {@link #begin}, {@link #answer} and {@link #trusts} speak bytes.
 */
public final class ScramClient {
    private final String hash;
    private final String username;
    private final String password;
    private String header = "n,,";
    private byte[] binding = {};
    private String nonce;
    private String bare;
    private byte[] serverSignature = {};

    /** By the name of the mechanism, with or without -PLUS. */
    public ScramClient(String mechanism, String username, String password) {
        hash = mechanism.replace("SCRAM-", "").replace("-PLUS", "");
        this.username = username;
        this.password = password;
        var random = new byte[18];
        new SecureRandom().nextBytes(random);
        nonce = Base64.getEncoder().encodeToString(random);
    }

    /** Binds to the channel. */
    public ScramClient binding(String type, byte[] data) {
        header = "p=" + type + ",,";
        binding = data.clone();
        return this;
    }

    /** Begins with that header instead of "n,,". */
    public ScramClient header(String text) {
        header = text;
        return this;
    }

    /** Uses that nonce instead of a random one. */
    public ScramClient nonce(String text) {
        nonce = text;
        return this;
    }

    /** The client-first-message, base64. */
    public String first() {
        return Base64.getEncoder().encodeToString(begin());
    }

    /** The client-final-message that answers that server-first-message, both base64. */
    public String respond(String challenge) {
        return Base64.getEncoder().encodeToString(answer(Base64.getDecoder().decode(challenge)));
    }

    /** Fails unless that server-final-message, base64, proves that the server knows the password. */
    public void verify(String success) {
        if (!trusts(Base64.getDecoder().decode(success))) {
            throw new AssertionError("the server does not know the password");
        }
    }

    /** The client-first-message. */
    public byte[] begin() {
        bare = "n=" + username.replace("=", "=3D").replace(",", "=2C") + ",r=" + nonce;
        return utf8(header + bare);
    }

    /** The client-final-message that answers that server-first-message. */
    public byte[] answer(byte[] challenge) {
        var attributes = attributes(challenge);
        if (!attributes.get('r').startsWith(nonce)) {
            throw new IllegalStateException("the server does not know our nonce");
        }
        var salt = Base64.getDecoder().decode(attributes.get('s'));
        var salted = stretch(salt, Integer.parseInt(attributes.get('i')));
        var unproved = "c=" + Base64.getEncoder().encodeToString(bound()) + ",r=" + attributes.get('r');
        var conversation = utf8(bare + "," + new String(challenge, StandardCharsets.UTF_8) + "," + unproved);
        var clientKey = hmac(salted, utf8("Client Key"));
        var signature = hmac(digest(clientKey), conversation);
        serverSignature = hmac(hmac(salted, utf8("Server Key")), conversation);
        for (int i = 0; i < signature.length; i++) {
            signature[i] ^= clientKey[i];
        }
        return utf8(unproved + ",p=" + Base64.getEncoder().encodeToString(signature));
    }

    /** Whether the server proved that it knows the password. */
    public boolean trusts(byte[] success) {
        return Arrays.equals(success, utf8("v=" + Base64.getEncoder().encodeToString(serverSignature)));
    }

    private byte[] bound() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8(header));
        bytes.writeBytes(binding);
        return bytes.toByteArray();
    }

    private static Map<Character, String> attributes(byte[] message) {
        var attributes = new TreeMap<Character, String>();
        for (var attribute : new String(message, StandardCharsets.UTF_8).split(",", -1)) {
            attributes.put(attribute.charAt(0), attribute.substring(2));
        }
        return attributes;
    }

    private byte[] stretch(byte[] salt, int iterations) {
        try {
            var name = "PBKDF2WithHmac" + hash.replace("-", "");
            int bits = 8 * digest(salt).length;
            return SecretKeyFactory.getInstance(name)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, bits))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] hmac(byte[] key, byte[] input) {
        try {
            var name = "Hmac" + hash.replace("-", "");
            var mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] digest(byte[] input) {
        try {
            return MessageDigest.getInstance(hash).digest(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
