package im.myna.xml;

import im.myna.xml.XmlException.Fault;

/** Which elements are open, and whether one more may open or close. */
final class Nesting {
    private final int level;
    private final Scopes scopes = new Scopes();
    private final Tag tag = new Tag(scopes);
    private int elements;
    private boolean halfOfEmpty;
    private boolean closed;

    /** @param level the depth of what is first-level */
    Nesting(int level) {
        this.level = level;
    }

    Scopes scopes() {
        return scopes;
    }

    Tag tag() {
        return tag;
    }

    int depth() {
        return scopes.depth();
    }

    /** Whether nothing that is first-level is open. */
    boolean outside() {
        return scopes.depth() < level;
    }

    /** Whether the root has been closed. */
    boolean closed() {
        return closed;
    }

    /** Opens the element whose start tag stands between these places. */
    void open(byte[] bytes, int from, int to, XmlLimits limits) {
        if (closed) {
            throw XmlException.notWellFormed("a second root element");
        }
        int depth = scopes.depth() + 1;
        elements = depth == level ? 1 : elements + 1;
        int nesting = depth - Math.max(level, 1) + 1;
        if (nesting > limits.depth() || (nesting > 0 && elements > limits.elements())) {
            throw new XmlException(Fault.LIMIT, "more elements than allowed");
        }
        tag.read(bytes, from, to, limits.attributes());
        halfOfEmpty = tag.empty();
    }

    /** Closes the innermost element if it was written as one tag and has only been opened. */
    boolean closeEmpty() {
        boolean empty = halfOfEmpty;
        if (empty) {
            halfOfEmpty = false;
            close();
        }
        return empty;
    }

    /** Closes the element whose end tag stands between these places. */
    void close(byte[] bytes, int from, int to) {
        int nameEnd = to - 1;
        while (Characters.isSpace(bytes[nameEnd - 1])) {
            nameEnd--;
        }
        if (!scopes.isOpen(bytes, from + 2, nameEnd)) {
            throw XmlException.notWellFormed("an end tag that matches no start tag");
        }
        close();
    }

    private void close() {
        scopes.close();
        closed = scopes.depth() == 0 && level > 0;
    }

    void clear() {
        scopes.clear();
        closed = false;
    }
}
