package im.myna.stanza;

import im.myna.xml.Element;
import java.util.List;

/** The peer asked wrongly; the router answers with this error (RFC 6120, 8.3). Has no stack trace: it is an answer, not a bug. */
public class StanzaException extends RuntimeException {
    /** The namespace of the conditions. */
    public static final String NS = "urn:ietf:params:xml:ns:xmpp-stanzas";

    private static final long serialVersionUID = 1L;

    private final Condition condition;
    private final transient List<Element> details;

    public StanzaException(Condition condition) {
        this(condition, "");
    }

    /** @param text for the person at the other end, English; empty for none */
    public StanzaException(Condition condition, String text) {
        this(condition, text, List.of());
    }

    /** @param details application-specific conditions (8.3.4) */
    public StanzaException(Condition condition, String text, List<Element> details) {
        super(text, null, false, false);
        this.condition = condition;
        this.details = List.copyOf(details);
    }

    public Condition condition() {
        return condition;
    }

    /** The error element as it travels. */
    public Element element() {
        var error =
                Element.of(Stanza.NS, "error").with("type", condition.type()).with(Element.of(NS, condition.element()));
        var explained = getMessage().isEmpty()
                ? error
                : error.with(Element.of(NS, "text").lang("en").text(getMessage()));
        return explained.with(details);
    }
}
