package im.myna.vcard;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A picture of somebody. */
public final class Photo {
    private final byte[] bytes;

    private Photo(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException when this is no base64 */
    static Photo of(String base64) {
        return new Photo(decoded(base64));
    }

    /** XEP-0153, 4.6: white space is ignored. */
    private static byte[] decoded(String base64) {
        var packed = new byte[base64.length()];
        int length = 0;
        for (int i = 0; i < base64.length(); i++) {
            char unit = base64.charAt(i);
            if (unit > ' ') {
                // What is no ASCII is no base64 either.
                packed[length++] = unit < 0x80 ? (byte) unit : 0;
            }
        }
        return Base64.getDecoder().decode(Arrays.copyOf(packed, length));
    }

    /** What the bytes say, whatever others say of them (XEP-0153, 5); empty for none of those that people use. */
    public String type() {
        if (begins("89504e470d0a1a0a", 0)) {
            return "image/png";
        } else if (begins("ffd8ff", 0)) {
            return "image/jpeg";
        } else if (begins("474946383961", 0) || begins("474946383761", 0)) {
            return "image/gif";
        }
        return begins("52494646", 0) && begins("57454250", 8) ? "image/webp" : "";
    }

    private boolean begins(String hex, int at) {
        int length = hex.length() / 2;
        return bytes.length >= at + length
                && HexFormat.of().formatHex(bytes, at, at + length).equals(hex);
    }

    /** The SHA-1 of the bytes in lower case (XEP-0153, 3.1). */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    public int length() {
        return bytes.length;
    }

    /** Without white space. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
