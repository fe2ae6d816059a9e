package im.myna.web.xep0124_bosh.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Each request proves that it comes from who sent the one before it: its key is what that one's is the hash of (XEP-0124, 15). */
public final class KeySequence {
    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{40}");

    /** The hash that the next key must have; empty where no keys are used. */
    private String expected;

    /** @throws BindingException bad-request when the first request has a key that is none */
    public KeySequence(Wrapper first) {
        expected = first.value("newkey");
        if (!expected.isEmpty() && !KEY.matcher(expected).matches()) {
            throw new BindingException(Terminal.BAD_REQUEST, "newkey is no key");
        }
    }

    /** @throws BindingException item-not-found when that request is not the one that should come now */
    void check(Wrapper request) {
        if (expected.isEmpty()) {
            return;
        }
        var key = request.value("key");
        var next = request.attribute("newkey").orElse(key);
        if (!hash(key).equalsIgnoreCase(expected) || !KEY.matcher(next).matches()) {
            throw new BindingException(Terminal.ITEM_NOT_FOUND, "wrong key");
        }
        expected = next;
    }

    private static String hash(String key) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(sha1.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
