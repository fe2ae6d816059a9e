package im.myna.stanza;

import im.myna.xml.Element;

/** The three things that travel (RFC 6120, section 8). There is no fourth; the compiler knows. */
public sealed interface Stanza permits Iq, Message, Presence {
    /** The namespace of stanzas on client streams; payloads name their unqualified children by it on every stream. */
    String NS = "jabber:client";

    Head head();

    Payload payload();

    Stanza with(Head head);

    Stanza with(Payload payload);

    /** "iq", "message" or "presence". */
    String name();

    default boolean isError() {
        return head().type().equals("error");
    }

    /** The error stanza that answers this one (RFC 6120, 8.3): from and to changed places, the id kept, only the error inside. */
    default Stanza error(StanzaException reason) {
        return with(head().reply("error")).with(Payload.of(reason.element()));
    }

    /** Convenience for {@code payload().with(child)}. */
    default Stanza with(Element child) {
        return with(payload().with(child));
    }
}
