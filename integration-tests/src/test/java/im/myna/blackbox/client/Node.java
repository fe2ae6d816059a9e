package im.myna.blackbox.client;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An element that a server sent. */
public final class Node {
    private static final String CONTEXT =
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

    private final Element element;
    private final String text;

    private Node(Element element, String text) {
        this.element = element;
        this.text = text;
    }

    static Node of(String text) {
        var xml = text.startsWith("<stream:stream") ? text + "</stream:stream>" : text;
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(CONTEXT + xml + "</stream:stream>")));
            return new Node((Element) document.getDocumentElement().getFirstChild(), text);
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new AssertionError("the server sent " + text, e);
        }
    }

    public String name() {
        return element.getLocalName();
    }

    /** Empty when there is none. */
    public String attribute(String name) {
        return element.getAttribute(name);
    }

    public String text() {
        return element.getTextContent();
    }

    public List<Node> children() {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(child -> new Node((Element) child, text))
                .toList();
    }

    /** The first child of that name. */
    public Optional<Node> child(String name) {
        return children().stream().filter(child -> child.name().equals(name)).findFirst();
    }

    /** True for such a stanza of that type. */
    public boolean is(String name, String type) {
        return name().equals(name) && attribute("type").equals(type);
    }

    @Override
    public String toString() {
        return text;
    }
}
