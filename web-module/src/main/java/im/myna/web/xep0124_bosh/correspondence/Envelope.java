package im.myna.web.xep0124_bosh.correspondence;

import im.myna.stream.StreamHeader;
import im.myna.xml.XmlWriter;

/** The body element of an answer, while it is written (XEP-0124, 6). */
public final class Envelope {
    private static final int EMPTY = 96;

    private final XmlWriter out;
    private boolean open = true;

    /** @param payload how many bytes it will hold */
    Envelope(int payload) {
        out = new XmlWriter(EMPTY + payload);
        out.raw("<body").attribute("xmlns", Wrapper.NS);
    }

    static Envelope terminating(Terminal condition) {
        return new Envelope(0).with("type", "terminate").with("condition", condition.condition());
    }

    public Envelope with(String attribute, String value) {
        out.attribute(attribute, value);
        return this;
    }

    Envelope with(String attribute, long value) {
        return with(attribute, Long.toString(value));
    }

    /** XEP-0206, 2: to be declared by the body itself where features or an error are in it. */
    Envelope declaringStreams() {
        return with("xmlns:stream", StreamHeader.NS);
    }

    Envelope declaringXmpp() {
        return with("xmlns:xmpp", Wrapper.XMPP_NS);
    }

    /** Whole elements. */
    Envelope payload(byte[] xml) {
        if (open) {
            open = false;
            out.raw(">");
        }
        out.raw(xml, 0, xml.length);
        return this;
    }

    byte[] bytes() {
        out.raw(open ? "/>" : "</body>");
        return out.toByteArray();
    }
}
