package im.myna.blackbox.stage;

import im.myna.blackbox.client.Splitter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a play says over TCP, as a browser's client says it: element by element, each with its own namespaces. */
final class Framed {
    private static final String FRAMING = "urn:ietf:params:xml:ns:xmpp-framing";

    private Framed() {}

    /** What is not one whole element is the last, as it is. */
    static List<String> elements(String xml) {
        var elements = new ArrayList<String>();
        var bytes = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        var splitter = new Splitter(bytes);
        try {
            while (bytes.available() > 0) {
                bytes.mark(0);
                var element = splitter.next();
                if (element.isEmpty()) {
                    bytes.reset();
                    elements.add(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                } else {
                    elements.add(element.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return elements;
    }

    static boolean isHeader(String element) {
        return element.startsWith("<stream:stream");
    }

    /** RFC 7395, 3.3.3 and 3.4: the element as it stands alone. */
    static String alone(String element) {
        if (isHeader(element)) {
            return element.replaceAll(" xmlns(:stream)?='[^']*'", "")
                    .replaceFirst("<stream:stream", "<open xmlns='" + FRAMING + "'")
                    .replaceFirst(">$", "/>");
        }
        if (element.equals("</stream:stream>")) {
            return "<close xmlns='" + FRAMING + "'/>";
        }
        int end = element.indexOf('>');
        boolean declares = element.substring(0, Math.max(end, 0)).matches("(?s).*\\sxmlns\\s*=.*");
        return declares ? element : element.replaceFirst("^<([\\w-]+)", "<$1 xmlns='jabber:client'");
    }

    /** What the server sent alone, as it would have come over TCP. */
    static String within(String element) {
        if (element.startsWith("<open ")) {
            return element.replaceFirst(
                            "<open xmlns='" + FRAMING + "'",
                            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'")
                    .replaceFirst("/>$", ">");
        }
        return element.startsWith("<close ") ? "</stream:stream>" : element;
    }
}
