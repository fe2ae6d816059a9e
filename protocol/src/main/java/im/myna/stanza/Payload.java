package im.myna.stanza;

import im.myna.xml.Element;
import im.myna.xml.Name;
import im.myna.xml.XmlException;
import im.myna.xml.XmlScanner;
import im.myna.xml.XmlScanner.Event;
import im.myna.xml.XmlWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The children of a stanza as bytes, checked while they came in and indexed by name; an Element is parsed only for the child
 * that is asked for. Immutable; adding and removing moves slices.
 *
 * <p>Every child means the same wherever it is put, as long as the default namespace there is the stream's content namespace: it
 * leans on no other declaration outside itself, and what is in the content namespace says so by having no declaration.
 */
public final class Payload {
    public static final Payload EMPTY = new Payload(new byte[0], List.of(), new int[0]);

    /** What is in force where a payload is written. */
    static final XmlWriter.Context CONTEXT = XmlWriter.Context.NONE.namespace(Stanza.NS);

    private final byte[] bytes;
    private final List<Name> names;
    private final int[] ends;

    /** Takes the arrays as its own. */
    Payload(byte[] bytes, List<Name> names, int[] ends) {
        this.bytes = bytes;
        this.names = names;
        this.ends = ends;
    }

    public static Payload of(Element... children) {
        return children.length == 0 ? EMPTY : EMPTY.with(List.of(children));
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Bytes on the wire. */
    public int length() {
        return bytes.length;
    }

    /** Names of the children, in order. What inherits the stream's content namespace is in "jabber:client", whatever the stream. */
    public List<Name> names() {
        return names;
    }

    public boolean has(String namespace, String local) {
        return index(namespace, local, 0) >= 0;
    }

    private int index(String namespace, String local, int from) {
        for (int i = from; i < names.size(); i++) {
            var name = names.get(i);
            if (name.local().equals(local) && name.namespace().equals(namespace)) {
                return i;
            }
        }
        return -1;
    }

    public Optional<Element> first() {
        return names.isEmpty() ? Optional.empty() : Optional.of(child(0));
    }

    public Optional<Element> first(String namespace, String local) {
        int index = index(namespace, local, 0);
        return index < 0 ? Optional.empty() : Optional.of(child(index));
    }

    public List<Element> all(String namespace, String local) {
        var found = new ArrayList<Element>();
        for (int i = index(namespace, local, 0); i >= 0; i = index(namespace, local, i + 1)) {
            found.add(child(i));
        }
        return found;
    }

    /** All children, in order. */
    public List<Element> all() {
        var found = new ArrayList<Element>(names.size());
        for (int i = 0; i < names.size(); i++) {
            found.add(child(i));
        }
        return found;
    }

    private Element child(int index) {
        return XmlScanner.within(Stanza.NS, bytes, start(index), ends[index]).element();
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    public Payload with(Element child) {
        return with(List.of(child));
    }

    public Payload with(List<Element> children) {
        var out = new XmlWriter(bytes.length + 256).raw(bytes, 0, bytes.length);
        var allNames = new ArrayList<Name>(names.size() + children.size());
        allNames.addAll(names);
        int[] allEnds = Arrays.copyOf(ends, ends.length + children.size());
        for (var child : children) {
            out.element(child, CONTEXT);
            allEnds[allNames.size()] = out.length();
            allNames.add(child.name());
        }
        return new Payload(out.toByteArray(), List.copyOf(allNames), allEnds);
    }

    public Payload without(Predicate<Name> unwanted) {
        if (names.stream().noneMatch(unwanted)) {
            return this;
        }
        var kept = new byte[bytes.length];
        var keptNames = new ArrayList<Name>(names.size());
        var keptEnds = new int[names.size()];
        int length = 0;
        for (int i = 0; i < names.size(); i++) {
            if (!unwanted.test(names.get(i))) {
                int size = ends[i] - start(i);
                System.arraycopy(bytes, start(i), kept, length, size);
                length += size;
                keptEnds[keptNames.size()] = length;
                keptNames.add(names.get(i));
            }
        }
        return new Payload(
                Arrays.copyOf(kept, length), List.copyOf(keptNames), Arrays.copyOf(keptEnds, keptNames.size()));
    }

    /** Writes the bytes, where the stream's content namespace is the default. */
    public void writeTo(XmlWriter out) {
        out.raw(bytes, 0, bytes.length);
    }

    /** The bytes, UTF-8, for storing; {@link #parse} reads them back. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** @throws IllegalArgumentException when the bytes are not what {@link #bytes} gave */
    public static Payload parse(byte[] bytes) {
        var scanner = XmlScanner.within(Stanza.NS, bytes, 0, bytes.length);
        var children = new Children(scanner, Stanza.NS);
        try {
            Event event;
            while ((event = scanner.next()) != Event.MORE) {
                children.accept(event);
            }
        } catch (XmlException reason) {
            throw new IllegalArgumentException("not the bytes of a payload", reason);
        }
        if (scanner.depth() > 0 || scanner.end() < bytes.length) {
            throw new IllegalArgumentException("not the bytes of a payload: incomplete");
        }
        return children.payload();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says what it is, but not what it holds: that is nothing for a log. */
    @Override
    public String toString() {
        return names + " length=" + bytes.length;
    }
}
