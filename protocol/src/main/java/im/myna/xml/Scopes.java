package im.myna.xml;

import java.util.Arrays;

/** The open elements and the namespace declarations in force. Bounded by the depth and the attributes that the limits allow. */
final class Scopes {
    /** The declaration of "xml", which needs none. */
    private static final int XML = -2;

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    /** A prefix makes its namespace short; where it is written out again, a longer one would make much of little. */
    private static final int LONGEST = 1024;

    private static final byte[] NO_PREFIX = {};

    private byte[] names = new byte[64];
    private int[] ends = new int[8];
    private int depth;

    private byte[][] prefixes = new byte[8][];
    private String[] namespaces = new String[8];
    private int[] depths = new int[8];
    private int declared;

    int depth() {
        return depth;
    }

    /** Opens an element; the bytes are its name as written. */
    void open(byte[] bytes, int from, int to) {
        int end = end(depth);
        int length = to - from;
        if (end + length > names.length) {
            names = Arrays.copyOf(names, Math.max(end + length, names.length * 2));
        }
        if (depth == ends.length) {
            ends = Arrays.copyOf(ends, depth * 2);
        }
        System.arraycopy(bytes, from, names, end, length);
        ends[depth++] = end + length;
    }

    private int end(int level) {
        return level == 0 ? 0 : ends[level - 1];
    }

    boolean isOpen(byte[] bytes, int from, int to) {
        return depth > 0 && Arrays.equals(names, end(depth - 1), end(depth), bytes, from, to);
    }

    void close() {
        depth--;
        while (declared > 0 && depths[declared - 1] > depth) {
            declared--;
        }
    }

    /** Declares a prefix, or the default namespace by an empty one, for the innermost element and what is in it. */
    void declare(byte[] bytes, int from, int to, String namespace) {
        boolean xml = References.is(bytes, from, to, "xml");
        if (xml != namespace.equals(Name.XML)
                || namespace.equals(XMLNS)
                || References.is(bytes, from, to, "xmlns")
                || (from < to && namespace.isEmpty())) {
            throw XmlException.notWellFormed("a declaration that Namespaces in XML forbids");
        }
        if (namespace.length() > LONGEST) {
            throw new XmlException(XmlException.Fault.LIMIT, "a namespace name is longer than allowed");
        }
        declare(from == to ? NO_PREFIX : Arrays.copyOfRange(bytes, from, to), namespace, depth);
    }

    private void declare(byte[] prefix, String namespace, int level) {
        if (declared == depths.length) {
            prefixes = Arrays.copyOf(prefixes, declared * 2);
            namespaces = Arrays.copyOf(namespaces, declared * 2);
            depths = Arrays.copyOf(depths, declared * 2);
        }
        prefixes[declared] = prefix;
        namespaces[declared] = namespace;
        depths[declared++] = level;
    }

    /** Declares the default namespace outside of everything. */
    void inherit(String namespace) {
        declare(NO_PREFIX, namespace, depth);
    }

    /** Takes over what is in force elsewhere, as declared outside of everything. */
    void inherit(Scopes outer) {
        for (int i = 0; i < outer.declared; i++) {
            declare(outer.prefixes[i], outer.namespaces[i], depth);
        }
    }

    /** The number of the declaration that gives this prefix its meaning, -1 when there is none. */
    int find(byte[] bytes, int from, int to) {
        for (int i = declared - 1; i >= 0; i--) {
            if (Arrays.equals(prefixes[i], 0, prefixes[i].length, bytes, from, to)) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link #find}, for a prefix that must be declared; {@link #XML} for the one that always is. */
    int prefix(byte[] bytes, int from, int to) {
        if (References.is(bytes, from, to, "xml")) {
            return XML;
        }
        int found = find(bytes, from, to);
        if (found < 0) {
            throw XmlException.notWellFormed("a prefix that is not declared");
        }
        return found;
    }

    String namespace(int declaration) {
        return declaration == XML ? Name.XML : declaration < 0 ? "" : namespaces[declaration];
    }

    /** The depth of the element that holds the declaration, 0 for none. */
    int depth(int declaration) {
        return declaration < 0 ? 0 : depths[declaration];
    }

    /** As {@link #depth(int)}, where "xml" stands within everything. */
    int reach(int declaration) {
        return declaration == XML ? Integer.MAX_VALUE : depth(declaration);
    }

    void clear() {
        depth = 0;
        declared = 0;
    }
}
