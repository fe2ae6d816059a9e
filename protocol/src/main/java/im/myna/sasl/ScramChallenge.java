package im.myna.sasl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/** What a client has to answer: the server-first-message of RFC 5802, 7. */
public final class ScramChallenge {
    private static final Pattern FINAL = Pattern.compile(
            "(?<unproved>c=(?<binding>[A-Za-z0-9+/=]+),r=(?<nonce>[\\x21-\\x2B\\x2D-\\x7E]+)(?:,[A-Za-lnoq-z]=[^,\0]+){0,16})"
                    + ",p=(?<proof>[A-Za-z0-9+/=]+)");

    private final ScramRequest request;
    private final ScramVerifier verifier;
    private final String nonce;
    private final String text;

    ScramChallenge(ScramRequest request, ScramVerifier verifier, String nonce) {
        this.request = request;
        this.verifier = verifier;
        this.nonce = nonce;
        text = "r=" + nonce + ",s=" + StrictBase64.encode(verifier.salt()) + ",i=" + verifier.iterations();
    }

    /** What is sent to the client. */
    public byte[] message() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Judges the client's answer and gives the proof that we know the password's verifier, which goes out with the success.
     *
     * @throws SaslException malformed-request, or not-authorized when the password or the channel is another
     */
    public byte[] accept(byte[] message) {
        var last = FINAL.matcher(message.length > ScramRequest.MAX_BYTES ? "" : Utf8.decode(message));
        if (!last.matches()) {
            throw new SaslException(SaslCondition.MALFORMED_REQUEST, "that is no client-final-message");
        }
        var binding = decode(last.group("binding"));
        var proof = decode(last.group("proof"));
        var conversation =
                (request.bare() + ',' + text + ',' + last.group("unproved")).getBytes(StandardCharsets.UTF_8);
        boolean proved = proves(proof, conversation);
        boolean bound = MessageDigest.isEqual(binding, expectedBinding());
        if (!last.group("nonce").equals(nonce) || !bound || !proved) {
            throw new SaslException(SaslCondition.NOT_AUTHORIZED);
        }
        var signature = verifier.type().hmac(verifier.serverKey(), conversation);
        return ("v=" + StrictBase64.encode(signature)).getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 5802, 3: StoredKey == H(ClientProof XOR HMAC(StoredKey, AuthMessage)). */
    private boolean proves(byte[] proof, byte[] conversation) {
        var key = verifier.type().hmac(verifier.storedKey(), conversation);
        if (proof.length != key.length) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            key[i] ^= proof[i];
        }
        return MessageDigest.isEqual(verifier.type().digest(key), verifier.storedKey());
    }

    /** RFC 5802, 7: the header that began it all, and the channel's data. */
    private byte[] expectedBinding() {
        var expected = new ByteArrayOutputStream();
        expected.writeBytes(request.header().getBytes(StandardCharsets.UTF_8));
        expected.writeBytes(request.binding());
        return expected.toByteArray();
    }

    /** Within a message a wrong encoding is a malformed request: incorrect-encoding is about the element's own text. */
    private static byte[] decode(String text) {
        try {
            return StrictBase64.decode(text);
        } catch (SaslException e) {
            throw new SaslException(SaslCondition.MALFORMED_REQUEST, e.getMessage());
        }
    }
}
