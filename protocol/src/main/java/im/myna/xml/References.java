package im.myna.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.myna.xml.XmlException.Fault;

/** Character references and the five predefined entities; all others are refused (RFC 6120, 11.1). Also: what a text means. */
final class References {
    private static final String[] ENTITIES = {"lt", "gt", "amp", "quot", "apos"};
    private static final String MEANINGS = "<>&\"'";

    private References() {}

    /** Checks the reference that begins there; returns the index behind it. */
    static int end(byte[] bytes, int from, int to) {
        int semicolon = from + 1;
        while (semicolon < to && bytes[semicolon] != ';') {
            semicolon++;
        }
        if (semicolon == to) {
            throw XmlException.notWellFormed("a reference without end");
        }
        meaning(bytes, from, semicolon);
        return semicolon + 1;
    }

    private static int meaning(byte[] bytes, int from, int semicolon) {
        if (bytes[from + 1] == '#') {
            return number(bytes, from + 2, semicolon);
        }
        for (int i = 0; i < ENTITIES.length; i++) {
            if (is(bytes, from + 1, semicolon, ENTITIES[i])) {
                return MEANINGS.charAt(i);
            }
        }
        if (Characters.name(bytes, from + 1, semicolon) < semicolon) {
            throw XmlException.notWellFormed("a reference is malformed");
        }
        throw new XmlException(Fault.RESTRICTED, "an entity that is not predefined");
    }

    private static int number(byte[] bytes, int from, int semicolon) {
        int radix = from < semicolon && bytes[from] == 'x' ? 16 : 10;
        int first = radix == 16 ? from + 1 : from;
        int point = first == semicolon ? -1 : 0;
        for (int i = first; i < semicolon && point >= 0; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], radix);
            point = digit < 0 || point > 0x10FFFF ? -1 : point * radix + digit;
        }
        if (point < 0 || !Characters.isCharacter(point)) {
            throw XmlException.notWellFormed("a reference to no character");
        }
        return point;
    }

    /** True when these bytes are that ASCII text. */
    static boolean is(byte[] bytes, int from, int to, String ascii) {
        if (to - from != ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** What checked character data means: references replaced, line ends made one (XML 1.0, 2.11). */
    static String text(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '&' || bytes[i] == '\r') {
                return replaced(bytes, from, to, false, true);
            }
        }
        return new String(bytes, from, to - from, UTF_8);
    }

    /** What the inside of a CDATA section means. */
    static String literal(byte[] bytes, int from, int to) {
        return replaced(bytes, from, to, false, false);
    }

    /** What a checked attribute's value means: as text, and white space made blanks (XML 1.0, 3.3.3). */
    static String value(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '&' || (bytes[i] < ' ' && bytes[i] >= 0)) {
                return replaced(bytes, from, to, true, true);
            }
        }
        return new String(bytes, from, to - from, UTF_8);
    }

    private static String replaced(byte[] bytes, int from, int to, boolean blanks, boolean references) {
        var result = new StringBuilder(to - from);
        int run = from;
        int index = from;
        while (index < to) {
            byte value = bytes[index];
            boolean reference = references && value == '&';
            if (!reference && value != '\r' && !(blanks && Characters.isSpace(value))) {
                index++;
                continue;
            }
            result.append(new String(bytes, run, index - run, UTF_8));
            int next = reference ? end(bytes, index, to) : index + 1;
            if (reference) {
                result.appendCodePoint(meaning(bytes, index, next - 1));
            } else {
                result.append(blanks ? ' ' : '\n');
                next += value == '\r' && next < to && bytes[next] == '\n' ? 1 : 0;
            }
            index = next;
            run = next;
        }
        return result.append(new String(bytes, run, to - run, UTF_8)).toString();
    }
}
