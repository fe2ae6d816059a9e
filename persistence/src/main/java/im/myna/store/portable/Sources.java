package im.myna.store.portable;

import im.myna.xml.Name;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A document, read from one file or several (XEP-0227, 4): what is included seems to stand where the include stands. */
final class Sources implements AutoCloseable {
    /** The main file, a host's, a user's, that of something of the user's. */
    private static final int DEEPEST = 4;

    private static final String MESSAGE = "Message: ";

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    private final Deque<Source> open = new ArrayDeque<>();
    private boolean ahead;

    /** @param folder from which the file was read, empty when it was read from no file */
    private record Source(String title, Optional<Path> folder, Meter bytes, XMLStreamReader reader) {}

    private Sources() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    }

    static Sources of(Path file) throws IOException, XMLStreamException {
        var sources = new Sources();
        sources.open(file.getFileName().toString(), file.toAbsolutePath());
        return sources;
    }

    /** What comes from no file includes none. */
    static Sources of(InputStream in) throws XMLStreamException {
        var sources = new Sources();
        sources.open("", Optional.empty(), in);
        return sources;
    }

    private void open(String title, Path file) throws IOException, XMLStreamException {
        var real = file.toRealPath();
        open(title, Optional.of(real.getParent()), Files.newInputStream(real));
    }

    private void open(String title, Optional<Path> folder, InputStream in) throws XMLStreamException {
        var meter = new Meter(in);
        open.push(new Source(title, folder, meter, factory.createXMLStreamReader(meter)));
    }

    /** The reader as it stands. */
    XMLStreamReader reader() {
        return open.element().reader();
    }

    /** What {@link #next} found: its name. */
    Name name() {
        return new Name(Optional.ofNullable(reader().getNamespaceURI()).orElse(""), reader().getLocalName());
    }

    /** An attribute of what began, empty when it is absent. */
    String attribute(String name) {
        return Optional.ofNullable(reader().getAttributeValue(null, name)).orElse("");
    }

    /** Another piece begins, which may be as long as any. */
    void fresh() {
        open.element().bytes().fresh();
    }

    /** The reader was moved: what it stands at is what comes next. */
    void moved() {
        ahead = true;
    }

    /** START_ELEMENT, END_ELEMENT, CHARACTERS, or END_DOCUMENT at the end of all. */
    int next() throws XMLStreamException {
        while (true) {
            int event = ahead ? reader().getEventType() : reader().next();
            ahead = false;
            switch (event) {
                case XMLStreamConstants.START_ELEMENT,
                        XMLStreamConstants.END_ELEMENT,
                        XMLStreamConstants.CHARACTERS -> {
                    return event;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    if (open.size() == 1) {
                        return event;
                    }
                    close(open.pop());
                }
                case XMLStreamConstants.DTD -> throw new IllegalArgumentException("a document type is not allowed");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new IllegalArgumentException("there is no entity '" + reader().getLocalName() + "'");
                default -> {
                    // Comments and processing instructions mean nothing.
                }
            }
        }
    }

    /** Goes on in the file that is named by the include that just began. */
    void include() throws XMLStreamException {
        var href = attribute("href");
        if (href.isEmpty()
                || !attribute("parse").isEmpty()
                || !attribute("xpointer").isEmpty()) {
            throw new IllegalArgumentException("an include has 'href', and neither 'parse' nor 'xpointer'");
        }
        int depth = 1;
        while (depth > 0) {
            int event = next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
        if (open.size() == DEEPEST) {
            throw new IllegalArgumentException("there are includes within includes within includes");
        }
        try {
            open(href, file(href));
        } catch (IOException e) {
            throw new IllegalArgumentException("'" + href + "' cannot be read", e);
        }
    }

    /** Nothing outside of the folder in which the main file stands: whoever made the file need not be trusted. */
    private Path file(String href) throws IOException {
        var here = open.element().folder();
        var main = open.getLast().folder();
        var path = URI.create(href).getPath();
        if (here.isEmpty() || main.isEmpty() || !href.equals(URI.create(href).getRawPath())) {
            throw new IllegalArgumentException("'" + href + "' is no name of a file beside this one");
        }
        var file = here.get().resolve(path);
        if (!file.toRealPath().startsWith(main.get())) {
            throw new IllegalArgumentException("'" + href + "' leads out of the folder");
        }
        return file;
    }

    /** What is wrong, and where. */
    PortableException refusal(String reason) {
        var source = open.element();
        var line = source.reader().getLocation().getLineNumber();
        var place = source.title().isEmpty() ? "" : source.title() + ", line " + line + ": ";
        return new PortableException(place + reason);
    }

    /** What is wrong, in the words of the parser. */
    PortableException refusal(XMLStreamException e) {
        var words = Optional.ofNullable(e.getMessage()).orElse("this is no XML");
        int at = words.indexOf(MESSAGE);
        return refusal((at < 0 ? words : words.substring(at + MESSAGE.length())).strip());
    }

    private static void close(Source source) throws XMLStreamException {
        try {
            source.reader().close();
            // What was not opened here is not closed here.
            if (source.folder().isPresent()) {
                source.bytes().release();
            }
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }

    @Override
    public void close() throws XMLStreamException {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }
}
