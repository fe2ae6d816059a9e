package im.myna.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** What the XML parser of the JDK makes of a document. */
public final class Reference extends DefaultHandler {
    private static final SAXParser PARSER = parser();

    private final Deque<Element.Builder> open = new ArrayDeque<>();
    private Element root;

    /** Empty when it refuses the document. */
    public static Optional<Element> parse(byte[] document) {
        var reference = new Reference();
        try {
            var source = new InputSource(new ByteArrayInputStream(document));
            source.setEncoding("UTF-8");
            PARSER.reset();
            PARSER.parse(source, reference);
            return Optional.of(reference.root);
        } catch (SAXException | IOException refused) {
            return Optional.empty();
        }
    }

    private static SAXParser parser() {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser();
        } catch (SAXException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void startElement(String namespace, String local, String name, Attributes attributes) {
        var map = new LinkedHashMap<Name, String>();
        for (int i = 0; i < attributes.getLength(); i++) {
            map.put(new Name(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i));
        }
        open.push(new Element.Builder(new Name(namespace, local), map));
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        open.element().text(new String(characters, start, length));
    }

    @Override
    public void endElement(String namespace, String local, String name) {
        var element = open.pop().element();
        if (open.isEmpty()) {
            root = element;
        } else {
            open.element().child(element);
        }
    }

    @Override
    public void fatalError(SAXParseException reason) throws SAXParseException {
        throw reason;
    }
}
