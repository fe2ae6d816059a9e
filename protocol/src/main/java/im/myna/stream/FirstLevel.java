package im.myna.stream;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.stanza.Children;
import im.myna.stanza.Condition;
import im.myna.stanza.Head;
import im.myna.stanza.Iq;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import im.myna.xml.Tag;
import im.myna.xml.XmlScanner;
import im.myna.xml.XmlScanner.Event;
import java.util.Set;

/** A first-level element on its way in: from its start tag, which says what it is, to its end, when it becomes a frame. */
final class FirstLevel {
    /** RFC 6120, 4.8.2, and XEP-0114: what a content namespace can be. */
    static final Set<String> CONTENTS = Set.of(Stanza.NS, "jabber:server", "jabber:component:accept");

    private static final Set<String> STANZAS = Set.of("iq", "message", "presence");

    private final XmlScanner scanner;
    private final Children children;
    /** Empty for what is no stanza. */
    private final String stanza;

    private Head head = Head.NONE;
    private String malformed = "";

    /**
     * @param scanner one that stands at the start tag
     * @param content the stream's content namespace
     * @param lang the stream's language, that of every stanza that names no other (RFC 6120, 8.1.5); empty for none
     */
    FirstLevel(XmlScanner scanner, String content, String lang) {
        this.scanner = scanner;
        children = new Children(scanner, content);
        var tag = scanner.tag();
        refuseForeign(tag, content);
        var local = tag.name().local();
        stanza = tag.namespace().equals(content) && STANZAS.contains(local) ? local : "";
        if (!stanza.isEmpty()) {
            head = new Head(
                    address(tag, "from"),
                    address(tag, "to"),
                    tag.value("id").orElse(""),
                    tag.value("type").orElse(""),
                    tag.lang().orElse(lang));
        }
    }

    private static void refuseForeign(Tag tag, String content) {
        var namespace = tag.namespace();
        // RFC 6120, 4.9.3.10: the content namespace is not the one that was declared.
        if (namespace.isEmpty() || (CONTENTS.contains(namespace) && !namespace.equals(content))) {
            throw new StreamException(StreamCondition.INVALID_NAMESPACE);
        }
        refusePrefix(tag);
    }

    /** RFC 6120, 4.8.5: what is in the namespace of streams has the prefix "stream", or none. */
    static void refusePrefix(Tag tag) {
        if (tag.prefixed()
                && tag.namespace().equals(StreamHeader.NS)
                && !tag.prefix().equals("stream")) {
            throw new StreamException(StreamCondition.BAD_NAMESPACE_PREFIX);
        }
    }

    private Jid address(Tag tag, String attribute) {
        var text = tag.value(attribute);
        try {
            return text.isPresent() ? Jid.of(text.get()) : Jid.NONE;
        } catch (MalformedJidException reason) {
            malformed = "'" + attribute + "': " + reason.getMessage();
            return Jid.NONE;
        }
    }

    /** Takes note of what the scanner found inside. */
    void accept(Event event) {
        if (!stanza.isEmpty()) {
            children.accept(event);
        }
    }

    /** What it has become; the scanner stands at its end. */
    Frame frame() {
        if (stanza.isEmpty()) {
            return new Frame.Nonza(scanner.element(0, scanner.end()));
        }
        var arrived = stanza(children.payload());
        return malformed.isEmpty()
                ? new Frame.Arrived(arrived)
                : new Frame.Refused(arrived, new StanzaException(Condition.JID_MALFORMED, malformed));
    }

    private Stanza stanza(Payload payload) {
        return switch (stanza) {
            case "iq" -> new Iq(head, payload);
            case "message" -> new Message(head, payload);
            default -> new Presence(head, payload);
        };
    }
}
