package im.myna.jid;

/** The bijection between a label's characters and ASCII (RFC 3492). */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private Punycode() {}

    /** @throws MalformedJidException when the text stands for nothing */
    static String decode(String ascii) {
        try {
            return new Decoder(ascii).decode();
        } catch (ArithmeticException e) {
            throw new MalformedJidException("a label overflows");
        }
    }

    static String encode(String unicode) {
        var points = unicode.codePoints().toArray();
        var output = new StringBuilder();
        unicode.chars().filter(c -> c < INITIAL_N).forEach(c -> output.append((char) c));
        int handled = output.length();
        if (handled > 0) {
            output.append('-');
        }
        int delta = 0;
        int bias = INITIAL_BIAS;
        boolean first = true;
        for (int n = INITIAL_N; handled < points.length; n++, delta++) {
            int next = smallest(points, n);
            delta += (next - n) * (handled + 1);
            n = next;
            for (int point : points) {
                delta += point < n ? 1 : 0;
                if (point == n) {
                    write(delta, bias, output);
                    bias = adapt(delta, ++handled, first);
                    first = false;
                    delta = 0;
                }
            }
        }
        return output.toString();
    }

    private static int smallest(int[] points, int least) {
        int smallest = Integer.MAX_VALUE;
        for (int point : points) {
            if (point >= least && point < smallest) {
                smallest = point;
            }
        }
        return smallest;
    }

    private static void write(int number, int bias, StringBuilder output) {
        int rest = number;
        int k = BASE;
        for (int t = threshold(k, bias); rest >= t; t = threshold(k, bias)) {
            output.append(DIGITS.charAt(t + (rest - t) % (BASE - t)));
            rest = (rest - t) / (BASE - t);
            k += BASE;
        }
        output.append(DIGITS.charAt(rest));
    }

    private static int threshold(int k, int bias) {
        return Math.min(Math.max(k - bias, T_MIN), T_MAX);
    }

    /** RFC 3492, 6.1. */
    private static int adapt(int delta, int count, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / count;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }

    /** One reading of a text. */
    private static final class Decoder {
        private final String ascii;
        private int position;

        Decoder(String ascii) {
            this.ascii = ascii;
        }

        String decode() {
            int delimiter = ascii.lastIndexOf('-');
            var output = new StringBuilder(ascii.substring(0, Math.max(0, delimiter)));
            position = delimiter + 1;
            int count = output.length();
            int n = INITIAL_N;
            int bias = INITIAL_BIAS;
            for (int i = 0; position < ascii.length(); i++) {
                int delta = number(bias);
                bias = adapt(delta, ++count, i == 0 && n == INITIAL_N);
                i = Math.addExact(i, delta);
                n = Math.addExact(n, i / count);
                i %= count;
                output.insert(output.offsetByCodePoints(0, i), Character.toChars(n));
            }
            return output.toString();
        }

        private int number(int bias) {
            int number = 0;
            int weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = position < ascii.length() ? DIGITS.indexOf(ascii.charAt(position++)) : -1;
                if (digit < 0) {
                    throw new MalformedJidException("a label ends in the middle of a number");
                }
                number = Math.addExact(number, Math.multiplyExact(digit, weight));
                int t = threshold(k, bias);
                if (digit < t) {
                    return number;
                }
                weight = Math.multiplyExact(weight, BASE - t);
            }
        }
    }
}
