package im.myna.web.rfc7395_websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.IntSupplier;

/**
 * Makes messages of the frames of a client (RFC 6455, 5), however they come in pieces. It keeps at most one unfinished message, of at
 * most so many bytes as the peer may send now, and one control frame.
 */
final class FrameReader {
    /** Who gets what was read. */
    interface Receiver {
        void message(byte[] text);

        void ping(byte[] data);

        void pong();

        void close(int code);
    }

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int NO_CODE = 1005;
    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int MASK_BYTES = 4;
    private static final int CONTROL_BYTES = 125;

    private final IntSupplier most;
    private final Receiver receiver;
    private final ByteBuffer head = ByteBuffer.allocate(14);
    private ByteArrayOutputStream message = new ByteArrayOutputStream(0);
    private ByteArrayOutputStream control = new ByteArrayOutputStream(0);
    private final byte[] mask = new byte[MASK_BYTES];
    private boolean fragmented;
    /** What fragments cost beyond their content, or empty ones could come without end. */
    private long overhead;

    private boolean inPayload;
    private int opcode;
    private boolean last;
    private long left;
    private int masked;

    /** @param most bytes of one message; asked whenever a frame begins */
    FrameReader(IntSupplier most, Receiver receiver) {
        this.most = most;
        this.receiver = receiver;
    }

    /** @throws FramingException when no more can be read */
    void read(ByteBuffer in) {
        while ((inPayload || header(in)) && payload(in)) {
            inPayload = false;
            end();
        }
    }

    private boolean header(ByteBuffer in) {
        while (head.position() < headerBytes()) {
            if (!in.hasRemaining()) {
                return false;
            }
            head.put(in.get());
            if (head.position() == 2) {
                judge(head.get(0) & 0xff, head.get(1) & 0xff);
            }
        }
        begin();
        return true;
    }

    private int headerBytes() {
        if (head.position() < 2) {
            return 2;
        }
        return MASK_BYTES
                + switch (head.get(1) & LENGTH) {
                    case 126 -> 4;
                    case 127 -> 10;
                    default -> 2;
                };
    }

    private void judge(int first, int second) {
        opcode = first & 0x0f;
        last = (first & FIN) != 0;
        if ((first & RESERVED) != 0) {
            throw FramingException.protocol("reserved bits are set");
        }
        // RFC 6455, 5.1: the server must close the connection upon receiving a frame that is not masked.
        if ((second & MASKED) == 0) {
            throw FramingException.protocol("the frame is not masked");
        }
        switch (opcode) {
            case CONTINUATION -> require(fragmented, "nothing is to be continued");
            case TEXT -> require(!fragmented, "a message began within another");
            case BINARY -> throw FramingException.binary();
            case CLOSE, PING, PONG ->
                // 5.5: control frames have at most 125 bytes and are not fragmented.
                require(last && (second & LENGTH) <= CONTROL_BYTES, "a control frame is too large or fragmented");
            default -> throw FramingException.protocol("the opcode is unknown");
        }
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw FramingException.protocol(what);
        }
    }

    private void begin() {
        int bytes = head.position();
        int code = head.get(1) & LENGTH;
        left = code < 126 ? code : code == 126 ? head.getShort(2) & 0xffff : head.getLong(2);
        require(left >= 0, "the length is negative");
        head.get(bytes - MASK_BYTES, mask);
        head.clear();
        masked = 0;
        inPayload = true;
        if (opcode == CONTINUATION) {
            overhead += bytes;
        }
        if (opcode < CLOSE && message.size() + overhead + left > most.getAsInt()) {
            throw FramingException.tooBig();
        }
    }

    /** @return whether all of it is there */
    private boolean payload(ByteBuffer in) {
        int count = (int) Math.min(left, in.remaining());
        var bytes = new byte[count];
        in.get(bytes);
        for (int i = 0; i < count; i++) {
            bytes[i] ^= mask[masked++ % MASK_BYTES];
        }
        (opcode < CLOSE ? message : control).writeBytes(bytes);
        left -= count;
        return left == 0;
    }

    private void end() {
        if (opcode >= CLOSE) {
            var data = control.toByteArray();
            control = new ByteArrayOutputStream(0);
            control(data);
        } else {
            fragmented = !last;
            if (last) {
                var whole = message.toByteArray();
                message = new ByteArrayOutputStream(0);
                overhead = 0;
                receiver.message(whole);
            }
        }
    }

    private void control(byte[] data) {
        switch (opcode) {
            case PING -> receiver.ping(data);
            case PONG -> receiver.pong();
            default -> receiver.close(code(data));
        }
    }

    private static int code(byte[] data) {
        if (data.length == 0) {
            return NO_CODE;
        }
        require(data.length > 1, "half a close code");
        int code = ByteBuffer.wrap(data).getShort() & 0xffff;
        // 7.4: what is reserved, or only ever meant for the own side, does not travel.
        boolean known = (code >= 1000 && code <= 1014 && (code < 1004 || code > 1006)) || (code >= 3000 && code < 5000);
        require(known, "the close code is none");
        return code;
    }
}
