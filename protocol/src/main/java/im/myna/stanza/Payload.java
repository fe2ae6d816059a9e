package im.myna.stanza;

import im.myna.xml.Element;
import im.myna.xml.Name;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The children of a stanza as bytes, checked while they came in and indexed by name; an Element is parsed only for the child
 * that is asked for. Immutable; adding and removing moves slices.
 */
public final class Payload {
    public static final Payload EMPTY = new Payload();

    private Payload() {}

    public static Payload of(Element... children) {
        throw new UnsupportedOperationException();
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    /** Bytes on the wire. */
    public int length() {
        throw new UnsupportedOperationException();
    }

    /** Names of the children, in order. What inherits the stream's content namespace is in "jabber:client", whatever the stream. */
    public List<Name> names() {
        throw new UnsupportedOperationException();
    }

    public boolean has(String namespace, String local) {
        throw new UnsupportedOperationException();
    }

    public Optional<Element> first() {
        throw new UnsupportedOperationException();
    }

    public Optional<Element> first(String namespace, String local) {
        throw new UnsupportedOperationException();
    }

    public List<Element> all(String namespace, String local) {
        throw new UnsupportedOperationException();
    }

    public Payload with(Element child) {
        throw new UnsupportedOperationException();
    }

    public Payload without(Predicate<Name> unwanted) {
        throw new UnsupportedOperationException();
    }

    /** The bytes, UTF-8, for storing; {@link #parse} reads them back. */
    public byte[] bytes() {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException when the bytes are not what {@link #bytes} gave */
    public static Payload parse(byte[] bytes) {
        throw new UnsupportedOperationException();
    }
}
