package im.myna.web.xep0124_bosh.correspondence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * What a client sent.
 *
 * @param bytes the whole body element
 * @param digest to recognise it when it comes again
 */
public record Request(Wrapper wrapper, long rid, byte[] bytes, byte[] digest) {
    /** XEP-0124, 7.2: the encodings of content that are understood. */
    static final String ACCEPTED = "gzip";

    /**
     * @param most bytes that it may have
     * @throws BindingException when it is none, or too large
     */
    public static Request of(byte[] content, int most) {
        var bytes = isCompressed(content) ? expanded(content, most) : content;
        if (bytes.length > most) {
            throw new BindingException(Terminal.POLICY_VIOLATION, "a request is too large");
        }
        var wrapper = Wrapper.of(bytes);
        return new Request(wrapper, wrapper.rid(), bytes, digest(bytes));
    }

    /** The body element of a request of which this is the beginning. @throws BindingException when it is none */
    public static Wrapper beginning(byte[] content) {
        return Wrapper.of(isCompressed(content) ? expanded(content, Wrapper.LARGEST) : content);
    }

    /** By its first bytes: the container may have expanded it and left the header. */
    private static boolean isCompressed(byte[] content) {
        return content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b;
    }

    private static byte[] expanded(byte[] content, int most) {
        try (var expanding = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return expanding.readNBytes(most + 1);
        } catch (IOException e) {
            throw new BindingException(Terminal.BAD_REQUEST, "badly compressed: " + e.getMessage());
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isCopyOf(byte[] other) {
        return Arrays.equals(digest, other);
    }

    String sid() {
        return wrapper.value("sid");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Request that && rid == that.rid && isCopyOf(that.digest);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(rid);
    }

    /** Without the sid. */
    @Override
    public String toString() {
        return "Request[rid=" + rid + ", bytes=" + bytes.length + "]";
    }
}
