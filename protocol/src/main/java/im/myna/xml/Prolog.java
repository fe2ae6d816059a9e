package im.myna.xml;

import im.myna.xml.XmlException.Fault;
import java.util.Locale;

/** What stands before a document's root: a byte order mark, the XML declaration, white space. */
final class Prolog {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final boolean restarted;
    private boolean fresh = true;
    private int spent;

    /** @param restarted whether white space may stand at the very start, since it belongs to the stream before (RFC 6120, 4.6.1) */
    Prolog(boolean restarted) {
        this.restarted = restarted;
    }

    /** Whether a declaration may come next. */
    boolean fresh() {
        return fresh;
    }

    /** How many bytes went by; they count as part of the root's start tag, so that a prolog cannot go on for ever. */
    int spent() {
        return spent;
    }

    /** The place of the first byte that is not to be skipped. */
    int skip(byte[] bytes, int from, int to, XmlLimits limits) {
        int index = from;
        if (fresh && from < to) {
            refuseWide(bytes, from, to);
            index += mark(bytes, from, to);
        }
        int next = Characters.skipSpace(bytes, index, to);
        fresh &= next == index || restarted;
        spend(next - from, limits);
        return next;
    }

    private void spend(int count, XmlLimits limits) {
        spent += count;
        if (spent > limits.bytes()) {
            throw new XmlException(Fault.LIMIT, "too much before the first element");
        }
    }

    /** RFC 6120, 11.6: nothing but UTF-8. In UTF-16 and UTF-32 a document begins with one of these. */
    private static void refuseWide(byte[] bytes, int from, int to) {
        byte first = bytes[from];
        boolean wide = first == 0 || first == (byte) 0xFE || first == (byte) 0xFF;
        if (wide || (first == '<' && to - from > 1 && bytes[from + 1] == 0)) {
            throw new XmlException(Fault.ENCODING, "not UTF-8");
        }
    }

    /** RFC 3629, 6: a protocol that mandates UTF-8 has no use for the mark; whoever sends it means no harm. */
    private int mark(byte[] bytes, int from, int to) {
        boolean complete = spent == 0 && to - from >= MARK.length;
        for (int i = 0; i < MARK.length && complete; i++) {
            complete = bytes[from + i] == MARK[i];
        }
        return complete ? MARK.length : 0;
    }

    /** Whether these bytes may become a byte order mark. */
    boolean undecided(byte[] bytes, int from, int to) {
        return fresh
                && spent == 0
                && to - from < MARK.length
                && bytes[from] == MARK[0]
                && (to - from < 2 || bytes[from + 1] == MARK[1]);
    }

    /** The root has begun, or there is no prolog. */
    void past() {
        fresh = false;
    }

    /** Judges the declaration between these places. */
    void declared(byte[] bytes, int from, int to, XmlLimits limits) {
        fresh = false;
        spend(to - from, limits);
        var attributes = new Attributes();
        attributes.read(bytes, from + "<?xml".length(), to - "?>".length(), 3);
        String form = attributes.names();
        boolean known = form.matches("version( encoding)?( standalone)?");
        if (!known || !attributes.value(0).matches("1\\.[0-9]+")) {
            throw XmlException.notWellFormed("the XML declaration is malformed");
        }
        int encoding = attributes.find("", "encoding");
        if (encoding >= 0
                && !attributes.value(encoding).toLowerCase(Locale.ROOT).equals("utf-8")) {
            throw new XmlException(Fault.ENCODING, "an encoding other than UTF-8");
        }
        int standalone = attributes.find("", "standalone");
        if (standalone >= 0 && !attributes.value(standalone).matches("yes|no")) {
            throw XmlException.notWellFormed("the XML declaration is malformed");
        }
    }
}
