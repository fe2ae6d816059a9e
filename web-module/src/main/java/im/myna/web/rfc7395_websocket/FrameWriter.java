package im.myna.web.rfc7395_websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Frames of a server (RFC 6455, 5.2): whole ones, not masked. */
final class FrameWriter {
    private static final int FIN = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param opcode of {@link FrameReader} */
    FrameWriter frame(int opcode, byte[] payload) {
        bytes.write(FIN | opcode);
        if (payload.length < SHORT) {
            bytes.write(payload.length);
        } else if (payload.length <= 0xffff) {
            bytes.write(SHORT);
            bytes.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            bytes.write(LONG);
            bytes.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        bytes.writeBytes(payload);
        return this;
    }

    /** RFC 6455, 5.5.1. */
    FrameWriter close(int code) {
        return frame(
                FrameReader.CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    int size() {
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
