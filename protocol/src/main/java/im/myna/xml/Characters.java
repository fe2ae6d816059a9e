package im.myna.xml;

import im.myna.xml.XmlException.Fault;

/** Which characters XML allows and where (XML 1.0, 2.2 and 2.3), read from UTF-8 (RFC 3629). */
final class Characters {
    private static final int CHAR = 1;
    private static final int SPACE = 2;
    private static final int NAME_START = 4;
    private static final int NAME = 8;
    /** Needs no second look in character data or in a value. */
    private static final int PLAIN = 16;

    private static final byte[] ASCII = table();

    private Characters() {}

    private static byte[] table() {
        var table = new byte[128];
        for (int c = 0; c < 128; c++) {
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            boolean letter = within(c, 'a', 'z') || within(c, 'A', 'Z') || c == '_';
            boolean name = letter || within(c, '0', '9') || c == '-' || c == '.';
            boolean valid = c >= ' ' || space;
            boolean plain = valid && c != '&' && c != '<' && c != ']';
            table[c] = (byte) ((valid ? CHAR : 0)
                    | (space ? SPACE : 0)
                    | (letter ? NAME_START : 0)
                    | (name ? NAME : 0)
                    | (plain ? PLAIN : 0));
        }
        return table;
    }

    static boolean isSpace(byte value) {
        return value >= 0 && (ASCII[value] & SPACE) != 0;
    }

    static int skipSpace(byte[] bytes, int from, int to) {
        int index = from;
        while (index < to && isSpace(bytes[index])) {
            index++;
        }
        return index;
    }

    /** Checks an attribute's value and all references in it; quotes and "&lt;" are the caller's business. */
    static void checkValue(byte[] bytes, int from, int to) {
        check(bytes, from, to, false);
    }

    /** Checks character data and all references in it; XML 1.0, 2.4: "]]&gt;" must not appear. */
    static void checkText(byte[] bytes, int from, int to) {
        check(bytes, from, to, true);
    }

    private static void check(byte[] bytes, int from, int to, boolean text) {
        int index = from;
        while (index < to) {
            byte value = bytes[index];
            if (value >= 0 && (ASCII[value] & PLAIN) != 0) {
                index++;
            } else if (value == '&') {
                index = References.end(bytes, index, to);
            } else if (text && value == ']' && index + 3 <= to && References.is(bytes, index, index + 3, "]]>")) {
                throw XmlException.notWellFormed("']]>' in character data");
            } else {
                index = checkCharacter(bytes, index, to);
            }
        }
    }

    /** Checks what stands in a CDATA section, where "&amp;" and "]" mean themselves. */
    static void checkLiteral(byte[] bytes, int from, int to) {
        int index = from;
        while (index < to) {
            index = checkCharacter(bytes, index, to);
        }
    }

    private static int checkCharacter(byte[] bytes, int index, int to) {
        int point = codePoint(bytes, index, to);
        if (!isCharacter(point)) {
            throw XmlException.notWellFormed("a character that XML does not allow");
        }
        return index + size(point);
    }

    /** @return the index behind the name without colon that begins there */
    static int name(byte[] bytes, int from, int to) {
        int index = from;
        while (index < to) {
            byte value = bytes[index];
            int wanted = index == from ? NAME_START : NAME;
            if (value >= 0) {
                if ((ASCII[value] & wanted) == 0) {
                    break;
                }
                index++;
            } else {
                int point = codePoint(bytes, index, to);
                if (!isNameStart(point) && (index == from || !isName(point))) {
                    break;
                }
                index += size(point);
            }
        }
        if (index == from) {
            throw XmlException.notWellFormed("a name is missing");
        }
        return index;
    }

    /** The place behind the prefix of the name that begins there; the same place when it has none. */
    static int local(byte[] bytes, int from, int to) {
        int name = name(bytes, from, to);
        return name < to && bytes[name] == ':' ? name + 1 : from;
    }

    /** XML 1.0, 2.2: Char. */
    static boolean isCharacter(int point) {
        if (point < 0x80) {
            return (ASCII[point] & CHAR) != 0;
        }
        return point < 0xD800 || within(point, 0xE000, 0xFFFD) || within(point, 0x10000, 0x10FFFF);
    }

    /** Namespaces in XML: NCNameStartChar. */
    static boolean isNameStart(int point) {
        return point < 0x80 ? (ASCII[point] & NAME_START) != 0 : NameCharacters.isFirst(point);
    }

    /** Namespaces in XML: NCNameChar. */
    static boolean isName(int point) {
        return point < 0x80 ? (ASCII[point] & NAME) != 0 : NameCharacters.isLater(point);
    }

    private static boolean within(int point, int first, int last) {
        return point >= first && point <= last;
    }

    /** The character that begins there; refused when its bytes are not the shortest form of a Unicode scalar value. */
    static int codePoint(byte[] bytes, int index, int to) {
        int first = bytes[index];
        if (first >= 0) {
            return first;
        }
        int size = size(first, to - index);
        int point = first & (0x7F >> size);
        for (int i = 1; i < size; i++) {
            int next = bytes[index + i];
            if ((next & 0xC0) != 0x80) {
                throw malformed();
            }
            point = (point << 6) | (next & 0x3F);
        }
        if (size(point) != size || point > 0x10FFFF || within(point, 0xD800, 0xDFFF)) {
            throw malformed();
        }
        return point;
    }

    private static int size(int lead, int available) {
        int value = lead & 0xFF;
        int size = value < 0xC2 || value > 0xF4 ? Integer.MAX_VALUE : value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
        if (size > available) {
            throw malformed();
        }
        return size;
    }

    /** Bytes of that character in UTF-8. */
    static int size(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    private static XmlException malformed() {
        return new XmlException(Fault.ENCODING, "these bytes are not UTF-8");
    }

    /** @throws IllegalArgumentException when this is no name without colon */
    static String requireName(String local) {
        boolean valid = !local.isEmpty()
                && Characters.isNameStart(local.codePointAt(0))
                && local.codePoints().allMatch(Characters::isName);
        if (!valid) {
            throw new IllegalArgumentException("not a name: " + local);
        }
        return local;
    }

    /** @throws IllegalArgumentException when XML does not allow one of these characters */
    static String requireCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit >= 0xD800) {
                int point = text.codePointAt(i);
                if (!Characters.isCharacter(point)) {
                    throw new IllegalArgumentException(
                            "a character that XML does not allow: U+" + Integer.toHexString(point));
                }
                i += Character.charCount(point) - 1;
            }
        }
        return text;
    }
}
