package im.myna.benchmark.client;

import java.nio.charset.StandardCharsets;

/**
 * The number that a stanza carries as the beginning of a text: {@code #}, the number of its sender, a full stop, its own number, both
 * in eight hexadecimal digits.
 */
public final class Mark {
    /** No mark in there. */
    public static final long NONE = -1;

    private static final int DIGITS = 8;
    private static final int LENGTH = 2 + 2 * DIGITS;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private Mark() {}

    /** With zeros for the number. */
    static String blank(int sender) {
        return "#%08x.00000000".formatted(sender);
    }

    /** Writes the number over the zeros of a blank one that begins there. */
    static void number(byte[] bytes, int at, int number) {
        int left = number;
        for (int i = at + LENGTH - 1; i >= at + 2 + DIGITS; i--) {
            bytes[i] = HEX[left & 15];
            left >>>= 4;
        }
    }

    /** The first one at the beginning of a text: sender in the upper half, number in the lower; or {@link #NONE}. */
    public static long find(byte[] bytes, int from, int to) {
        for (int i = from + 1; i <= to - LENGTH; i++) {
            if (bytes[i] == '#' && bytes[i - 1] == '>') {
                return ((long) hex(bytes, i + 1) << 32) | (hex(bytes, i + 2 + DIGITS) & 0xFFFF_FFFFL);
            }
        }
        return NONE;
    }

    /** The sender's number. */
    public static int sender(long mark) {
        return (int) (mark >>> 32);
    }

    /** The stanza's number. */
    public static int number(long mark) {
        return (int) mark;
    }

    private static int hex(byte[] bytes, int at) {
        int value = 0;
        for (int i = at; i < at + DIGITS; i++) {
            value = (value << 4) | Character.digit(bytes[i], 16);
        }
        return value;
    }
}
