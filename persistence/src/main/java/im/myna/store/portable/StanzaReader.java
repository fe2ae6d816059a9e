package im.myna.store.portable;

import im.myna.jid.Jid;
import im.myna.stanza.Head;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.store.offline.Letter;
import im.myna.xml.Element;
import im.myna.xml.Name;
import im.myna.xml.XmlLimits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Stanzas and other pieces of XML that stand in a file. The reader stands at their start, and then at their end. */
final class StanzaReader {
    private final Sources sources;

    StanzaReader(Sources sources) {
        this.sources = sources;
    }

    Letter letter(Jid owner) throws XMLStreamException {
        var element = element(1);
        var children = new ArrayList<>(element.children());
        // XEP-0203, 4: that of the server which kept it; it will be stamped again when it is handed over.
        var kept = children.stream()
                .filter(child -> child.is(Pie.DELAY, "delay"))
                .filter(child -> child.attribute("from").equals(Optional.of(owner.domain())))
                .findFirst();
        kept.ifPresent(children::remove);
        var arrived = kept.or(() -> element.child(Pie.DELAY, "delay"))
                .flatMap(delay -> delay.attribute("stamp"))
                .map(StanzaReader::time)
                .orElseGet(Instant::now);
        return new Letter(
                owner, new Message(head(element, owner), payload(children)), arrived.truncatedTo(ChronoUnit.MILLIS));
    }

    Presence request(Jid owner) throws XMLStreamException {
        var element = element(1);
        var head = head(element, owner);
        if (head.from().isNone()) {
            throw new IllegalArgumentException("a request to subscribe does not say whose it is");
        }
        return new Presence(head.from(head.from().bare()).to(owner), payload(element.children()));
    }

    Element element() throws XMLStreamException {
        return element(1);
    }

    private static Head head(Element element, Jid owner) {
        return new Head(
                element.attribute("from").map(Jid::of).orElse(Jid.NONE),
                element.attribute("to").map(Jid::of).orElse(owner),
                element.attribute("id").orElse(""),
                element.attribute("type").orElse(""),
                element.attribute(Name.LANG).orElse(""));
    }

    private static Payload payload(List<Element> children) {
        return Payload.of(children.toArray(Element[]::new));
    }

    private static Instant time(String stamp) {
        try {
            return OffsetDateTime.parse(stamp).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + stamp + "' is no time", e);
        }
    }

    private Element element(int depth) throws XMLStreamException {
        if (depth > XmlLimits.CEILING.depth()) {
            throw new IllegalArgumentException("there are too many elements within elements");
        }
        var element = begun();
        var children = new ArrayList<Element>();
        for (int event = sources.next(); event != XMLStreamConstants.END_ELEMENT; event = sources.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else {
                element = element.with(children).text(sources.reader().getText());
                children.clear();
            }
        }
        return children.isEmpty() ? element : element.with(children);
    }

    private Element begun() {
        var name = sources.name();
        var element = Element.of(name.namespace(), name.local());
        var reader = sources.reader();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var namespace = Optional.ofNullable(reader.getAttributeNamespace(i)).orElse("");
            element = element.with(new Name(namespace, reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
        }
        return element;
    }
}
