package im.myna.xml;

import im.myna.xml.XmlException.Fault;

/**
 * Finds the end of the next piece of markup or text, however its bytes come in: what was looked at is not looked at again, or a
 * peer that drips its bytes would cost the square of their number.
 */
final class Token {
    /** What begins at the token's first byte. */
    enum Kind {
        TEXT,
        TAG,
        CDATA,
        DECLARATION
    }

    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final String DECLARATION = "<?xml";

    private Kind kind = Kind.TEXT;
    private boolean known;
    private int scanned;
    private byte quote;

    Kind kind() {
        return kind;
    }

    /** Begins anew, with the token that follows. */
    void clear() {
        known = false;
        scanned = 0;
        quote = 0;
    }

    /**
     * The length of the token that begins at "from", 0 when its end has not come yet.
     *
     * @param first whether it is the first of its document: the only place of an XML declaration
     */
    int length(byte[] bytes, int from, int to, boolean first) {
        if (!known && !recognized(bytes, from, to, first)) {
            return 0;
        }
        int end =
                switch (kind) {
                    case TEXT -> text(bytes, from + scanned, to);
                    case TAG -> tag(bytes, from + scanned, to);
                    case CDATA -> behind(bytes, from + Math.max(scanned, CDATA.length()), to, CDATA_END);
                    case DECLARATION -> behind(bytes, from + Math.max(scanned, DECLARATION.length()), to, "?>");
                };
        if (end < 0) {
            scanned = kind == Kind.CDATA || kind == Kind.DECLARATION ? Math.max(scanned, to - from - 2) : to - from;
            return 0;
        }
        return end - from;
    }

    private boolean recognized(byte[] bytes, int from, int to, boolean first) {
        if (bytes[from] != '<') {
            kind = Kind.TEXT;
            known = true;
        } else if (to - from > 1) {
            byte second = bytes[from + 1];
            kind = second == '!' ? Kind.CDATA : second == '?' ? Kind.DECLARATION : Kind.TAG;
            known = switch (kind) {
                case CDATA -> startsCdata(bytes, from, to);
                case DECLARATION -> startsDeclaration(bytes, from, to, first);
                default -> true;
            };
            scanned = 1;
        }
        return known;
    }

    private static boolean startsCdata(byte[] bytes, int from, int to) {
        for (int i = 2; i < CDATA.length() && from + i < to; i++) {
            byte value = bytes[from + i];
            if (i == 2 && (value == '-' || value == 'D')) {
                throw new XmlException(Fault.RESTRICTED, value == '-' ? "a comment" : "a document type");
            }
            if (value != CDATA.charAt(i)) {
                throw XmlException.notWellFormed("unknown markup");
            }
        }
        return to - from >= CDATA.length();
    }

    private static boolean startsDeclaration(byte[] bytes, int from, int to, boolean first) {
        for (int i = 2; i < DECLARATION.length() && from + i < to; i++) {
            if (bytes[from + i] != DECLARATION.charAt(i)) {
                throw new XmlException(Fault.RESTRICTED, "a processing instruction");
            }
        }
        if (to - from <= DECLARATION.length()) {
            return false;
        }
        if (!Characters.isSpace(bytes[from + DECLARATION.length()])) {
            throw new XmlException(Fault.RESTRICTED, "a processing instruction");
        }
        if (!first) {
            throw XmlException.notWellFormed("an XML declaration behind the start");
        }
        return true;
    }

    private static int text(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '<') {
                return i;
            }
        }
        return -1;
    }

    private int tag(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte value = bytes[i];
            if (value == '<') {
                throw XmlException.notWellFormed("'<' within a tag");
            }
            if (quote != 0) {
                quote = value == quote ? 0 : quote;
            } else if (value == '>') {
                return i + 1;
            } else if (value == '"' || value == '\'') {
                quote = value;
            }
        }
        return -1;
    }

    private static int behind(byte[] bytes, int from, int to, String end) {
        for (int i = from; i <= to - end.length(); i++) {
            if (References.is(bytes, i, i + end.length(), end)) {
                return i + end.length();
            }
        }
        return -1;
    }

    /** Checks a text or a CDATA section, whole. */
    void check(byte[] bytes, int from, int to) {
        if (kind == Kind.CDATA) {
            Characters.checkLiteral(bytes, from + CDATA.length(), to - CDATA_END.length());
        } else {
            Characters.checkText(bytes, from, to);
        }
    }

    /** What a text or a CDATA section means. */
    String meaning(byte[] bytes, int from, int to) {
        return kind == Kind.CDATA
                ? References.literal(bytes, from + CDATA.length(), to - CDATA_END.length())
                : References.text(bytes, from, to);
    }
}
