package im.myna.socket.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The few words of DER (X.690) that keys and certificates are wrapped in. */
final class Der {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OID = 0x06;
    static final int UTF8_STRING = 0x0c;
    static final int UTC_TIME = 0x17;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    /** "Context-specific, constructed, number 0"; the next ones follow. */
    static final int EXPLICIT = 0xa0;

    private Der() {}

    /** One value around others. */
    static byte[] wrap(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var value = new ByteArrayOutputStream();
        value.write(tag);
        value.writeBytes(length(content.size()));
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        var digits = BigInteger.valueOf(length).toByteArray();
        int zero = digits[0] == 0 ? 1 : 0;
        var bytes = new byte[digits.length - zero + 1];
        bytes[0] = (byte) (0x80 | (digits.length - zero));
        System.arraycopy(digits, zero, bytes, 1, digits.length - zero);
        return bytes;
    }

    static byte[] integer(long number) {
        return wrap(INTEGER, BigInteger.valueOf(number).toByteArray());
    }

    static byte[] text(int tag, String text) {
        return wrap(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bits(byte[] content) {
        return wrap(BIT_STRING, new byte[] {0}, content);
    }

    /** An object identifier in dots. */
    static byte[] oid(String dotted) {
        var arcs = Arrays.stream(dotted.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        var content = new ByteArrayOutputStream();
        content.write(arcs[0] * 40 + arcs[1]);
        for (int i = 2; i < arcs.length; i++) {
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arcs[i] >>> shift != 0) {
                    content.write(((arcs[i] >>> shift) & 0x7f) | 0x80);
                }
            }
            content.write(arcs[i] & 0x7f);
        }
        return wrap(OID, content.toByteArray());
    }

    /** The values inside a value of that tag, each with its tag. */
    static List<byte[]> inside(int tag, byte[] value) {
        try {
            var content = content(tag, ByteBuffer.wrap(value));
            var parts = new ArrayList<byte[]>();
            while (content.hasRemaining()) {
                int start = content.position();
                content(content.get(start) & 0xff, content);
                var part = new byte[content.position() - start];
                content.get(start, part);
                parts.add(part);
            }
            return parts;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("cut off", e);
        }
    }

    private static ByteBuffer content(int tag, ByteBuffer in) {
        if ((in.get() & 0xff) != tag) {
            throw new IllegalArgumentException("unexpected structure");
        }
        int length = in.get() & 0xff;
        if (length > 0x80) {
            int digits = length & 0x7f;
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = (length << 8) | (in.get() & 0xff);
            }
        }
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("cut off");
        }
        var content = in.slice().limit(length);
        in.position(in.position() + length);
        return content;
    }
}
