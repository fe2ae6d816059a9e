package im.myna.xml;

import im.myna.xml.XmlException.Fault;
import java.nio.ByteBuffer;

/**
 * Reads XML that comes in pieces, in the subset that XMPP allows (RFC 6120, 11): bytes in, checked places of these bytes out.
 *
 * <p>A first-level element is kept in the buffer until it is complete; what stands outside is dropped as it is read. So the buffer
 * holds at most twice of: the bytes that the limits allow for one first-level element, and what was fed behind it.
 */
public final class XmlScanner {
    /** What {@link #next} found. */
    public enum Event {
        /** The bytes fed so far hold nothing more that is complete. */
        MORE,
        /** A start tag: {@link XmlScanner#tag}. */
        START,
        /** The end of an element; {@link XmlScanner#depth} is that of its parent. */
        END,
        /** Character data within a first-level element: {@link XmlScanner#text}. */
        TEXT
    }

    private static final byte[] EMPTY = {};
    /** What an idle scanner may keep. */
    private static final int KEPT = 1024;

    private static final int SMALLEST = 256;

    private final Nesting nesting;
    private final Token token = new Token();
    private Prolog prolog = new Prolog(false);
    private XmlLimits limits;

    private byte[] bytes = EMPTY;
    private int end;
    /** Where the first-level element began; outside of one, where the token began. */
    private int origin;

    private int tokenStart;
    private int tokenEnd;

    /** @param level the depth of what is first-level: 1 for the root of a document, 2 for what a stream carries */
    public XmlScanner(int level, XmlLimits limits) {
        nesting = new Nesting(level);
        this.limits = limits;
    }

    private XmlScanner(byte[] bytes, int from, int to) {
        this(0, XmlLimits.CEILING);
        this.bytes = bytes;
        origin = from;
        tokenEnd = from;
        end = to;
        prolog.past();
    }

    /**
     * A scanner of what stands within an element that gives it this default namespace. Its first-level is 0: everything. It reads the
     * array itself, which must not change.
     */
    public static XmlScanner within(String namespace, byte[] bytes, int from, int to) {
        var scanner = new XmlScanner(bytes, from, to);
        scanner.nesting.scopes().inherit(namespace);
        return scanner;
    }

    public XmlLimits limits() {
        return limits;
    }

    public void limits(XmlLimits others) {
        limits = others;
    }

    /** Appends a copy of these bytes. */
    public void feed(byte[] source, int offset, int length) {
        feed(ByteBuffer.wrap(source, offset, length));
    }

    /** Appends a copy of what remains in the buffer. */
    public void feed(ByteBuffer source) {
        int length = source.remaining();
        if (length > bytes.length - end) {
            makeRoom(length);
        }
        source.get(bytes, end, length);
        end += length;
    }

    /** Leaves a quarter free, so that what is kept is not moved again for every few bytes that are fed. */
    private void makeRoom(int length) {
        int kept = kept();
        int needed = end - kept + length;
        var target = needed <= bytes.length / 4 * 3 ? bytes : new byte[Math.max(SMALLEST, needed + needed / 2)];
        System.arraycopy(bytes, kept, target, 0, end - kept);
        bytes = target;
        shift(kept);
    }

    private int kept() {
        return nesting.outside() ? tokenEnd : origin;
    }

    private void shift(int count) {
        end -= count;
        origin -= count;
        tokenStart -= count;
        tokenEnd -= count;
    }

    /** How many bytes are kept. */
    public int buffered() {
        return end - kept();
    }

    /** Forgets what was fed and not yet read. */
    public void discard() {
        end = tokenEnd;
        token.clear();
    }

    /** What follows is a new document. */
    public void restart() {
        nesting.clear();
        token.clear();
        prolog = new Prolog(true);
    }

    /** Goes on to what comes next. @throws XmlException when it is not allowed; the scanner is of no use then */
    public Event next() {
        if (nesting.closeEmpty()) {
            return Event.END;
        }
        skip();
        if (tokenEnd == end || prolog.undecided(bytes, tokenEnd, end)) {
            release();
            return Event.MORE;
        }
        refuseStrayText(bytes[tokenEnd] != '<');
        tokenStart = tokenEnd;
        int bound = (int) Math.min(end, (long) origin + limits.bytes() - (nesting.depth() == 0 ? prolog.spent() : 0));
        int length = bound > tokenStart ? token.length(bytes, tokenStart, bound, prolog.fresh()) : 0;
        if (length > 0) {
            token.clear();
            tokenEnd = tokenStart + length;
            return event();
        }
        if (bound < end) {
            throw new XmlException(Fault.LIMIT, "an element is larger than allowed");
        }
        return Event.MORE;
    }

    /** White space between first-level elements keeps a connection alive and means nothing (RFC 6120, 4.6.1). */
    private void skip() {
        if (nesting.outside()) {
            tokenEnd = nesting.depth() > 0 || nesting.closed()
                    ? Characters.skipSpace(bytes, tokenEnd, end)
                    : prolog.skip(bytes, tokenEnd, end, limits);
            origin = tokenEnd;
        }
    }

    private void release() {
        if (bytes.length > KEPT && nesting.outside() && tokenEnd == end) {
            bytes = EMPTY;
            shift(end);
        }
    }

    private void refuseStrayText(boolean text) {
        if (text && nesting.outside()) {
            throw nesting.depth() == 0
                    ? XmlException.notWellFormed("text outside of the root element")
                    : new XmlException(Fault.STRAY_TEXT, "text where only elements may stand");
        }
    }

    private Event event() {
        return switch (token.kind()) {
            case TAG -> tagged();
            case TEXT, CDATA -> {
                refuseStrayText(true);
                token.check(bytes, tokenStart, tokenEnd);
                yield Event.TEXT;
            }
            case DECLARATION -> {
                prolog.declared(bytes, tokenStart, tokenEnd, limits);
                yield next();
            }
        };
    }

    private Event tagged() {
        if (bytes[tokenStart + 1] == '/') {
            nesting.close(bytes, tokenStart, tokenEnd);
            return Event.END;
        }
        prolog.past();
        nesting.open(bytes, tokenStart, tokenEnd, limits);
        return Event.START;
    }

    /** How many elements are open. */
    public int depth() {
        return nesting.depth();
    }

    /** After START: what began. */
    public Tag tag() {
        return nesting.tag();
    }

    /** After TEXT: what it means. */
    public String text() {
        return token.meaning(bytes, tokenStart, tokenEnd);
    }

    /** Where the current piece begins, counted from the start of the first-level element. */
    public int start() {
        return tokenStart - origin;
    }

    /** Where the current piece ends, counted from the start of the first-level element. */
    public int end() {
        return tokenEnd - origin;
    }

    /** Copies bytes of the first-level element. */
    public void copy(int from, int to, byte[] target, int at) {
        System.arraycopy(bytes, origin + from, target, at, to - from);
    }

    /** The next element, whose bytes are all there. @throws XmlException when they are not */
    public Element element() {
        return Element.Builder.read(this);
    }

    /** The complete element between these places, read with the declarations that are in force now. */
    public Element element(int from, int to) {
        var scanner = new XmlScanner(bytes, origin + from, origin + to);
        scanner.nesting.scopes().inherit(nesting.scopes());
        return scanner.element();
    }
}
