package im.myna.stream;

import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;

/** What a stream carries, in both directions, whatever the door (RFC 6120, 2.2). */
public sealed interface Frame {
    /** The stream was opened, or opened anew. */
    record Opened(StreamHeader header) implements Frame {}

    /** A stanza. */
    record Arrived(Stanza stanza) implements Frame {}

    /**
     * A stanza with an address that is none: the stanza without that address, and what is wrong. The stream goes on; the sender is
     * to be told. Only comes in; nobody sends it.
     */
    record Refused(Stanza stanza, StanzaException reason) implements Frame {}

    /** A first-level element that is no stanza: features, STARTTLS, SASL, errors. */
    record Nonza(Element element) implements Frame {}

    /** The closing tag. */
    record Closed() implements Frame {}
}
