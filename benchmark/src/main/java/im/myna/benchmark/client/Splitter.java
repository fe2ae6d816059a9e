package im.myna.benchmark.client;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts what a server sends into the children of its stream; knows tags and quotes, nothing else. */
final class Splitter {
    private static final byte[] NONE = {};
    private static final byte[] STREAM = "<stream:stream".getBytes(StandardCharsets.US_ASCII);
    /** More than any server sends as one element here; beyond, it is not XMPP. */
    private static final int LARGEST = 1 << 20;

    /** Told what was found. */
    interface Sink {
        /** One child, whole. */
        void element(byte[] bytes, int from, int to);

        /** The stream's closing tag. */
        void ended();
    }

    /** The bytes of one read, for all splitters of one event loop, which come one after the other. */
    static final class Scratch {
        private byte[] bytes = new byte[1 << 16];
        private long reads;

        /** How often something was read. */
        long reads() {
            return reads;
        }

        byte[] atLeast(int length) {
            reads++;
            if (length > bytes.length) {
                bytes = new byte[2 * length];
            }
            return bytes;
        }
    }

    private final Scratch scratch;
    private byte[] rest = NONE;

    Splitter(Scratch scratch) {
        this.scratch = scratch;
    }

    void feed(ByteBuf in, Sink sink) {
        int length = rest.length + in.readableBytes();
        if (length > LARGEST) {
            throw new IllegalStateException("the server sends an element of more than " + LARGEST + " bytes");
        }
        var bytes = scratch.atLeast(length);
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        in.readBytes(bytes, rest.length, length - rest.length);
        int done = split(bytes, length, sink);
        rest = done == length ? NONE : Arrays.copyOfRange(bytes, done, length);
    }

    private static int split(byte[] bytes, int length, Sink sink) {
        int at = 0;
        while (true) {
            int from = tag(bytes, at, length);
            if (from + 1 >= length) {
                return from;
            }
            int to = first(bytes, from, length, sink);
            if (to < 0) {
                return from;
            }
            at = to;
        }
    }

    /** The end of the declaration, tag or child that begins there; negative when it is not all there yet. */
    private static int first(byte[] bytes, int from, int length, Sink sink) {
        int tag = tagEnd(bytes, from, length);
        if (tag < 0 || bytes[from + 1] == '?' || begins(bytes, from, tag)) {
            return tag;
        }
        if (bytes[from + 1] == '/') {
            sink.ended();
            return tag;
        }
        int end = end(bytes, from, length);
        if (end >= 0) {
            sink.element(bytes, from, end);
        }
        return end;
    }

    private static boolean begins(byte[] bytes, int from, int to) {
        return to - from > STREAM.length && Arrays.equals(bytes, from, from + STREAM.length, STREAM, 0, STREAM.length);
    }

    private static int end(byte[] bytes, int from, int length) {
        int depth = 0;
        int at = from;
        do {
            int open = tag(bytes, at, length);
            at = open + 1 < length ? tagEnd(bytes, open, length) : -1;
            if (at < 0) {
                return -1;
            }
            if (bytes[open + 1] == '/') {
                depth--;
            } else if (bytes[at - 2] != '/') {
                depth++;
            }
        } while (depth > 0);
        return at;
    }

    private static int tag(byte[] bytes, int from, int length) {
        int at = from;
        while (at < length && bytes[at] != '<') {
            at++;
        }
        return at;
    }

    private static int tagEnd(byte[] bytes, int from, int length) {
        byte quote = 0;
        for (int at = from; at < length; at++) {
            byte b = bytes[at];
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                return at + 1;
            }
        }
        return -1;
    }
}
