package im.myna.conversation;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import im.myna.stream.StreamHeader;
import im.myna.xml.Element;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** What a client hears: the server's bytes as elements, read by a parser that is not the server's own. */
public final class Voice {
    private static final Element END = Element.of(StreamHeader.NS, "end");

    private final List<Element> heard = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private AsyncXMLStreamReader<AsyncByteArrayFeeder> reader = reader();
    private boolean inStream;

    /** The client opened a stream: the next thing to come is the server's opening tag. */
    public void restart() {
        reader = reader();
        inStream = false;
        open.clear();
    }

    /** True for what a client opens a stream with. */
    public static boolean isHeader(String xml) {
        return xml.contains("<stream:stream") || xml.contains("<flow:stream");
    }

    /** What these bytes completed. */
    public List<Element> hear(byte[] bytes, int length) {
        try {
            reader.getInputFeeder().feedInput(bytes, 0, length);
            for (int event = reader.next(); event != AsyncXMLStreamReader.EVENT_INCOMPLETE; event = reader.next()) {
                take(event);
                if (event == XMLStreamConstants.END_ELEMENT && open.isEmpty() && END.equals(last())) {
                    break;
                }
            }
        } catch (XMLStreamException e) {
            throw new AssertionError("the server sent what is not XML", e);
        }
        var complete = List.copyOf(heard);
        heard.clear();
        return complete;
    }

    /** A pattern or an answer written down in a test: stanzas in "jabber:client", the prefix "stream" declared. */
    static Element element(String xml) {
        var voice = new Voice();
        var whole = ("<stream:stream xmlns='jabber:client' xmlns:stream='" + StreamHeader.NS + "'>" + xml)
                .getBytes(StandardCharsets.UTF_8);
        var heard = voice.hear(whole, whole.length);
        if (heard.size() != 2) {
            throw new AssertionError("not one element: " + xml);
        }
        return heard.get(1);
    }

    private Element last() {
        return heard.isEmpty() ? Element.of("", "none") : heard.get(heard.size() - 1);
    }

    private void take(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (!open.isEmpty()) {
                    open.push(open.pop().text(reader.getText()));
                }
            }
            default -> {}
        }
    }

    private void start() {
        var element = Element.of(reader.getNamespaceURI(), reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element = reader.getAttributePrefix(i).equals("xml")
                    ? element.lang(reader.getAttributeValue(i))
                    : element.with(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        if (inStream) {
            open.push(element);
        } else {
            inStream = true;
            heard.add(element);
        }
    }

    private void end() {
        if (open.isEmpty()) {
            heard.add(END);
            return;
        }
        var done = open.pop();
        if (open.isEmpty()) {
            heard.add(done);
        } else {
            open.push(open.pop().with(done));
        }
    }

    private static AsyncXMLStreamReader<AsyncByteArrayFeeder> reader() {
        return new InputFactoryImpl().createAsyncForByteArray();
    }
}
