package im.myna.sasl;

import java.util.Base64;

/** Base64 as RFC 6120, 6.4.2 and 13.9.1 ask for it: padded, canonical, nothing beside the alphabet. */
public final class StrictBase64 {
    private StrictBase64() {}

    /**
     * The bytes; none for an empty text and for a single "=", by which RFC 6120, 6.4.2 tells an empty response from an absent one.
     *
     * @throws SaslException incorrect-encoding
     */
    public static byte[] decode(String text) {
        if (text.equals("=")) {
            return new byte[0];
        }
        try {
            var bytes = Base64.getDecoder().decode(text);
            // The decoder lets missing padding pass, and bits that stand for nothing (RFC 4648, 3.2 and 3.5).
            if (text.equals(encode(bytes))) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new SaslException(SaslCondition.INCORRECT_ENCODING, e.getMessage());
        }
        throw new SaslException(SaslCondition.INCORRECT_ENCODING, "that is not the canonical base64");
    }

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
