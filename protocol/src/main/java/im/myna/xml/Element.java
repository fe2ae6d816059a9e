package im.myna.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.myna.xml.XmlScanner.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An immutable XML element: the parsed form of what a feature asks for, and the way to build what it answers. */
public final class Element {
    private final Name name;
    private final Map<Name, String> attributes;
    /** Strings and Elements in order; no empty String, no two of them side by side. */
    private final List<Object> content;

    private Element(Name name, Map<Name, String> attributes, List<Object> content) {
        this.name = name;
        this.attributes = attributes;
        this.content = content;
    }

    /** @throws IllegalArgumentException when the local part is no name */
    public static Element of(String namespace, String local) {
        return new Element(
                new Name(Characters.requireCharacters(namespace), Characters.requireName(local)), Map.of(), List.of());
    }

    /**
     * The one element that these bytes are, UTF-8, within the ceilings of {@link XmlLimits}.
     *
     * @throws XmlException when they are anything else
     */
    public static Element parse(byte[] xml) {
        var scanner = new XmlScanner(1, XmlLimits.CEILING);
        scanner.feed(xml, 0, xml.length);
        var element = scanner.element();
        if (scanner.next() != Event.MORE || scanner.buffered() > 0) {
            throw XmlException.notWellFormed("more than one element");
        }
        return element;
    }

    public static Element parse(String xml) {
        return parse(xml.getBytes(UTF_8));
    }

    public Name name() {
        return name;
    }

    public boolean is(String namespace, String local) {
        return name.local().equals(local) && name.namespace().equals(namespace);
    }

    /** Unprefixed attribute, empty when absent. */
    public Optional<String> attribute(String local) {
        return attribute(new Name("", local));
    }

    public Optional<String> attribute(Name attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** In the order in which they were set; without the declarations of namespaces. */
    public Map<Name, String> attributes() {
        return attributes;
    }

    /** The concatenated character data directly in this element. */
    public String text() {
        if (content.size() == 1 && content.get(0) instanceof String only) {
            return only;
        }
        var text = new StringBuilder();
        for (var node : content) {
            if (node instanceof String part) {
                text.append(part);
            }
        }
        return text.toString();
    }

    public List<Element> children() {
        return content.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** Children of that name in this element's own namespace. */
    public List<Element> children(String local) {
        return children().stream()
                .filter(child -> child.is(name.namespace(), local))
                .toList();
    }

    /** The first child of that name in this element's own namespace. */
    public Optional<Element> child(String local) {
        return child(name.namespace(), local);
    }

    public Optional<Element> child(String namespace, String local) {
        for (var node : content) {
            if (node instanceof Element child && child.is(namespace, local)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** Strings and Elements, in document order. */
    List<Object> content() {
        return content;
    }

    public Element with(String attribute, String value) {
        return with(new Name("", Characters.requireName(attribute)), value);
    }

    /** @throws IllegalArgumentException when the value holds characters that XML does not allow */
    public Element with(Name attribute, String value) {
        var changed = new LinkedHashMap<>(attributes);
        changed.put(attribute, Characters.requireCharacters(value));
        return new Element(name, Collections.unmodifiableMap(changed), content);
    }

    /** With xml:lang. */
    public Element lang(String tag) {
        return with(Name.LANG, tag);
    }

    public Element with(Element child) {
        return with(List.of(child));
    }

    public Element with(List<Element> children) {
        var changed = new ArrayList<Object>(content.size() + children.size());
        changed.addAll(content);
        changed.addAll(children);
        return new Element(name, attributes, Collections.unmodifiableList(changed));
    }

    /** With a child of that name in this element's namespace, holding that text. */
    public Element with(String local, CharSequence text) {
        return with(of(name.namespace(), local).text(text.toString()));
    }

    /**
     * With that character data appended.
     *
     * @throws IllegalArgumentException when it holds characters that XML does not allow
     */
    public Element text(String text) {
        var changed = new ArrayList<>(content);
        append(changed, Characters.requireCharacters(text));
        return new Element(name, attributes, Collections.unmodifiableList(changed));
    }

    private static void append(List<Object> content, String text) {
        int last = content.size() - 1;
        if (last >= 0 && content.get(last) instanceof String before) {
            content.set(last, before + text);
        } else if (!text.isEmpty()) {
            content.add(text);
        }
    }

    /** The same under another name, with its children changed like that. */
    public Element renamed(Name other, UnaryOperator<Element> change) {
        var changed = new ArrayList<>(content);
        changed.replaceAll(node -> node instanceof Element child ? change.apply(child) : node);
        return new Element(other, attributes, Collections.unmodifiableList(changed));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Element that
                && name.equals(that.name)
                && attributes.equals(that.attributes)
                && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return (name.hashCode() * 31 + attributes.hashCode()) * 31 + content.hashCode();
    }

    /** As XML, a document by itself. */
    public String xml() {
        return new XmlWriter().element(this, XmlWriter.Context.NONE).toString();
    }

    /** Says what it is, but not what it holds: that is nothing for a log. */
    @Override
    public String toString() {
        return "{" + name.namespace() + "}" + name.local() + " attributes=" + attributes.size() + " nodes="
                + content.size();
    }

    /** An element that is being read; what it is given has been checked. */
    static final class Builder {
        private final Name name;
        private final Map<Name, String> attributes;
        private final List<Object> content = new ArrayList<>(2);

        /** The next element that the scanner finds, whose bytes have all been fed. */
        static Element read(XmlScanner scanner) {
            var open = new ArrayDeque<Builder>();
            while (true) {
                switch (scanner.next()) {
                    case START -> open.push(scanner.tag().builder());
                    case TEXT -> open.element().text(scanner.text());
                    case END -> {
                        var element = open.pop().element();
                        if (open.isEmpty()) {
                            return element;
                        }
                        open.element().child(element);
                    }
                    case MORE -> throw XmlException.notWellFormed("the element has no end");
                }
            }
        }

        Builder(Name name, Map<Name, String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        void text(String text) {
            append(content, text);
        }

        void child(Element child) {
            content.add(child);
        }

        Element element() {
            return new Element(name, attributes, content.isEmpty() ? List.of() : Collections.unmodifiableList(content));
        }
    }
}
