package im.myna.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An immutable XML element: the parsed form of what a feature asks for, and the way to build what it answers. */
public final class Element {
    // Signatures; see the founder's brief: of, with..., accessors.

    public static Element of(String namespace, String local) {
        throw new UnsupportedOperationException();
    }

    public Name name() {
        throw new UnsupportedOperationException();
    }

    public boolean is(String namespace, String local) {
        throw new UnsupportedOperationException();
    }

    /** Unprefixed attribute, empty when absent. */
    public Optional<String> attribute(String local) {
        throw new UnsupportedOperationException();
    }

    public Map<Name, String> attributes() {
        throw new UnsupportedOperationException();
    }

    /** The concatenated character data directly in this element. */
    public String text() {
        throw new UnsupportedOperationException();
    }

    public List<Element> children() {
        throw new UnsupportedOperationException();
    }

    /** Children of that name in this element's own namespace. */
    public List<Element> children(String local) {
        throw new UnsupportedOperationException();
    }

    public Optional<Element> child(String local) {
        throw new UnsupportedOperationException();
    }

    public Optional<Element> child(String namespace, String local) {
        throw new UnsupportedOperationException();
    }

    public Element with(String attribute, String value) {
        throw new UnsupportedOperationException();
    }

    /** With xml:lang. */
    public Element lang(String tag) {
        throw new UnsupportedOperationException();
    }

    public Element with(Element child) {
        throw new UnsupportedOperationException();
    }

    public Element with(List<Element> children) {
        throw new UnsupportedOperationException();
    }

    /** With a child of that name in this element's namespace, holding that text. */
    public Element with(String local, CharSequence text) {
        throw new UnsupportedOperationException();
    }

    /** With that character data appended. */
    public Element text(String text) {
        throw new UnsupportedOperationException();
    }
}
