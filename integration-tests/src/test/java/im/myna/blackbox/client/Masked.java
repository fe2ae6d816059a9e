package im.myna.blackbox.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/** A frame as clients send it (RFC 6455, 5.2), or not quite. */
final class Masked {
    private Masked() {}

    /**
     * Its bytes.
     *
     * @param first the first byte
     * @param mask 0x80, or 0 for none
     */
    static byte[] frame(int first, int mask, byte[] payload) {
        var out = new ByteArrayOutputStream();
        out.write(first);
        if (payload.length < 126) {
            out.write(mask | payload.length);
        } else if (payload.length < 1 << 16) {
            out.write(mask | 126);
            out.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            out.write(mask | 127);
            out.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        var bytes = payload.clone();
        if (mask != 0) {
            var key = ByteBuffer.allocate(4)
                    .putInt(ThreadLocalRandom.current().nextInt())
                    .array();
            out.writeBytes(key);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= key[i % key.length];
            }
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }
}
