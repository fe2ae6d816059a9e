package im.myna.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A growing buffer of XML in UTF-8, to be used again and again. It is as large as the largest content that was written since
 * {@link #clear} last found it larger than 64 KiB.
 */
public final class XmlWriter {
    private static final int KEPT = 64 << 10;

    private byte[] bytes;
    private int length;
    private int most = Integer.MAX_VALUE;

    /** What is in force where an element is written: the default namespace, and one prefix. Empty for none. */
    public record Context(String namespace, String prefix, String prefixed) {
        public static final Context NONE = new Context("", "", "");

        public Context namespace(String other) {
            return new Context(other, prefix, prefixed);
        }

        private String prefixFor(String other) {
            if (other.equals(Name.XML)) {
                return "xml";
            }
            return other.equals(namespace) || !other.equals(prefixed) ? "" : prefix;
        }
    }

    public XmlWriter() {
        this(512);
    }

    public XmlWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /** From now on, more than that many bytes are refused with an {@link XmlException} of the fault LIMIT. */
    public XmlWriter atMost(int count) {
        most = count;
        return this;
    }

    /** Begins anew. */
    public void clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[512];
        }
    }

    public int length() {
        return length;
    }

    /** The buffer itself: what was written is at 0 to {@link #length}, until something else is written. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, UTF_8);
    }

    private void reserve(int count) {
        if (count > most - length) {
            throw new XmlException(XmlException.Fault.LIMIT, "an element grows larger than allowed");
        }
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        }
    }

    /** These bytes as they are. */
    public XmlWriter raw(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    /** This markup as it is: ASCII. */
    @SuppressWarnings("deprecation") // The one copy from a String of ASCII into an array that allocates nothing.
    public XmlWriter raw(String ascii) {
        int count = ascii.length();
        reserve(count);
        ascii.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    /** Character data. */
    public XmlWriter text(String text) {
        escaped(text, false);
        return this;
    }

    /** A blank, an attribute of that name as written, and its value. */
    public XmlWriter attribute(String name, String value) {
        raw(" ").name(name).raw("='");
        escaped(value, true);
        return raw("'");
    }

    private XmlWriter name(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                byte[] encoded = name.getBytes(UTF_8);
                return raw(encoded, 0, encoded.length);
            }
        }
        return raw(name);
    }

    private void escaped(String text, boolean value) {
        int count = text.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                i += encoded(text, i) - 1;
            } else {
                String escape = escape(unit, value);
                if (!escape.isEmpty()) {
                    raw(escape);
                } else {
                    reserve(1);
                    bytes[length++] = (byte) unit;
                }
            }
        }
    }

    private static String escape(char unit, boolean value) {
        return switch (unit) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '\'' -> value ? "&apos;" : "";
            case '"' -> value ? "&quot;" : "";
            case '\n' -> value ? "&#10;" : "";
            case '\t' -> value ? "&#9;" : "";
            case '\r' -> "&#13;";
            default -> "";
        };
    }

    /** Writes the character that begins there in UTF-8; returns how many units of the string it takes. */
    private int encoded(String text, int index) {
        int point = text.codePointAt(index);
        reserve(4);
        switch (Characters.size(point)) {
            case 2 -> bytes[length++] = (byte) (0xC0 | (point >> 6));
            case 3 -> {
                bytes[length++] = (byte) (0xE0 | (point >> 12));
                bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
            }
            default -> {
                bytes[length++] = (byte) (0xF0 | (point >> 18));
                bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
            }
        }
        bytes[length++] = (byte) (0x80 | (point & 0x3F));
        return Character.charCount(point);
    }

    /** An element where that context is in force. */
    public XmlWriter element(Element element, Context context) {
        write(element, context, false);
        return this;
    }

    /** An element that stands alone and itself declares the prefix of this context. */
    public XmlWriter declaring(Element element, Context context) {
        write(element, context, true);
        return this;
    }

    private void write(Element element, Context context, boolean declare) {
        String namespace = element.name().namespace();
        String prefix = context.prefixFor(namespace);
        boolean changed = prefix.isEmpty() && !namespace.equals(context.namespace());
        raw("<").name(prefix, element.name().local());
        if (declare) {
            attribute("xmlns:" + context.prefix(), context.prefixed());
        }
        if (changed) {
            attribute("xmlns", namespace);
        }
        attributes(element.attributes());
        if (element.content().isEmpty()) {
            raw("/>");
        } else {
            raw(">");
            content(element, changed ? context.namespace(namespace) : context);
            raw("</").name(prefix, element.name().local()).raw(">");
        }
    }

    private void content(Element element, Context context) {
        for (var node : element.content()) {
            if (node instanceof Element child) {
                write(child, context, false);
            } else {
                text((String) node);
            }
        }
    }

    private void attributes(Map<Name, String> attributes) {
        var prefixes = new HashMap<String, String>();
        attributes.forEach((name, value) -> {
            String namespace = name.namespace();
            boolean plain = namespace.isEmpty() || namespace.equals(Name.XML);
            if (!plain && !prefixes.containsKey(namespace)) {
                prefixes.put(namespace, "ns" + prefixes.size());
                attribute("xmlns:" + prefixes.get(namespace), namespace);
            }
            String prefix = namespace.isEmpty() ? "" : plain ? "xml:" : prefixes.get(namespace) + ":";
            attribute(prefix + name.local(), value);
        });
    }

    private XmlWriter name(String prefix, String local) {
        return prefix.isEmpty() ? name(local) : name(prefix).raw(":").name(local);
    }
}
