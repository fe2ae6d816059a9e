package im.myna.xml;

import java.util.Optional;

/** The start tag that a scanner stands at: valid until the scanner moves on. */
public final class Tag {
    private final Scopes scopes;
    private final Attributes attributes = new Attributes();
    private byte[] bytes = {};
    private int start;
    private int local;
    private int end;
    private int declaration;
    private int reach;
    private boolean empty;

    Tag(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Reads the tag between these places and opens its element. */
    void read(byte[] input, int from, int to, int most) {
        bytes = input;
        empty = to - from > 2 && input[to - 2] == '/';
        int last = to - (empty ? 2 : 1);
        start = from + 1;
        local = Characters.local(bytes, start, last);
        end = Characters.name(bytes, local, last);
        attributes.read(input, end, last, most);
        scopes.open(bytes, start, end);
        attributes.declare(scopes);
        declaration = prefixed() ? scopes.prefix(bytes, start, local - 1) : scopes.find(bytes, start, start);
        reach = attributes.resolve(scopes);
        if (prefixed()) {
            reach = Math.min(reach, scopes.reach(declaration));
        }
    }

    /** True for an element without content, written as one tag. */
    boolean empty() {
        return empty;
    }

    public boolean is(String namespace, String name) {
        return References.is(bytes, local, end, name) && namespace().equals(namespace);
    }

    public Name name() {
        return new Name(namespace(), References.text(bytes, local, end));
    }

    public String namespace() {
        return scopes.namespace(declaration);
    }

    public boolean prefixed() {
        return start < local;
    }

    /** Empty for none. */
    public String prefix() {
        return prefixed() ? References.text(bytes, start, local - 1) : "";
    }

    /** The unprefixed attribute of that name. */
    public Optional<String> value(String attribute) {
        return value("", attribute);
    }

    /** The attribute xml:lang. */
    public Optional<String> lang() {
        return value("xml", "lang");
    }

    private Optional<String> value(String prefix, String attribute) {
        int found = attributes.find(prefix, attribute);
        return found < 0 ? Optional.empty() : Optional.of(attributes.value(found));
    }

    /** The namespace that elements without prefix have in here; empty for none. */
    public String inherited() {
        return scopes.namespace(scopes.find(bytes, start, start));
    }

    /** The depth of the element that declares the namespace of this one, 0 when it is none. */
    public int declared() {
        return scopes.depth(declaration);
    }

    /** The depth of the outermost element that declares one of the prefixes used here; a large number when none is used. */
    public int reach() {
        return reach;
    }

    /** The element with its attributes, without content. */
    public Element element() {
        return builder().element();
    }

    Element.Builder builder() {
        return new Element.Builder(name(), attributes.map(scopes));
    }
}
