package im.myna.stream;

import im.myna.stanza.Head;
import im.myna.stanza.Stanza;
import im.myna.xml.XmlWriter;
import im.myna.xml.XmlWriter.Context;

/**
 * Makes bytes of frames. A payload is copied once, from its bytes to the buffer; a payload for many receivers is one payload.
 */
public final class StreamEncoder {
    private static final Context ALONE = new Context("", "stream", StreamHeader.NS);
    /** RFC 7395, 3.6. Browser clients compare it letter by letter. */
    private static final String CLOSE = "<close xmlns=\"urn:ietf:params:xml:ns:xmpp-framing\" />";

    private final Framing framing;
    private Context context = new Context(Stanza.NS, "stream", StreamHeader.NS);

    public StreamEncoder(Framing framing) {
        this.framing = framing;
    }

    /** Appends the frame to the buffer. @throws IllegalArgumentException for Refused, which only comes in */
    public void encode(Frame frame, XmlWriter out) {
        if (frame instanceof Frame.Arrived arrived) {
            stanza(arrived.stanza(), out);
        } else if (frame instanceof Frame.Nonza nonza) {
            nonza(nonza, out);
        } else if (frame instanceof Frame.Opened opened) {
            open(opened.header(), out);
        } else if (frame instanceof Frame.Closed) {
            out.raw(framing == Framing.TCP ? "</stream:stream>" : CLOSE);
        } else {
            throw new IllegalArgumentException("nobody sends " + frame);
        }
    }

    public byte[] encode(Frame frame) {
        var out = new XmlWriter();
        encode(frame, out);
        return out.toByteArray();
    }

    private void stanza(Stanza stanza, XmlWriter out) {
        out.raw("<").raw(stanza.name());
        if (framing == Framing.WEBSOCKET) {
            out.raw(" xmlns='jabber:client'");
        }
        head(stanza.head(), out);
        if (stanza.payload().isEmpty()) {
            out.raw("/>");
        } else {
            out.raw(">");
            stanza.payload().writeTo(out);
            out.raw("</").raw(stanza.name()).raw(">");
        }
    }

    private static void head(Head head, XmlWriter out) {
        if (!head.from().isNone()) {
            out.attribute("from", head.from().toString());
        }
        if (!head.to().isNone()) {
            out.attribute("to", head.to().toString());
        }
        optional("id", head.id(), out);
        optional("type", head.type(), out);
        optional("xml:lang", head.lang(), out);
    }

    private static void optional(String name, String value, XmlWriter out) {
        if (!value.isEmpty()) {
            out.attribute(name, value);
        }
    }

    private void nonza(Frame.Nonza nonza, XmlWriter out) {
        if (framing == Framing.TCP) {
            out.element(nonza.element(), context);
        } else if (nonza.element().name().namespace().equals(StreamHeader.NS)) {
            out.declaring(nonza.element(), ALONE);
        } else {
            out.element(nonza.element(), Context.NONE);
        }
    }

    private void open(StreamHeader header, XmlWriter out) {
        if (framing == Framing.TCP) {
            context = context.namespace(header.content());
            out.raw("<?xml version='1.0'?><stream:stream").attribute("xmlns", header.content());
            out.attribute("xmlns:stream", StreamHeader.NS);
        } else {
            out.raw("<open").attribute("xmlns", StreamHeader.FRAMING);
        }
        optional("from", header.from(), out);
        optional("to", header.to(), out);
        optional("id", header.id(), out);
        optional("version", header.version(), out);
        optional("xml:lang", header.lang(), out);
        out.raw(framing == Framing.TCP ? ">" : "/>");
    }
}
