package im.myna.stream;

import im.myna.stanza.Stanza;
import im.myna.xml.XmlException;
import im.myna.xml.XmlScanner;
import im.myna.xml.XmlScanner.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes frames of what comes in whole: one element to a WebSocket message (RFC 7395), some in the body of an HTTP request
 * (XEP-0124). Has no buffer of its own, but remembers the language in which the stream was opened (RFC 6120, 8.1.5).
 */
public final class FramingDecoder {
    private static final String BODY_NS = "http://jabber.org/protocol/httpbind";

    private StreamLimits limits;
    private String lang = "";

    public FramingDecoder(StreamLimits limits) {
        this.limits = limits;
    }

    public void limits(StreamLimits others) {
        limits = others;
    }

    /** What one WebSocket message is. @throws StreamException when it is not one whole element */
    public Frame decode(byte[] message) {
        try {
            var scanner = new XmlScanner(1, limits.xml());
            scanner.feed(message, 0, message.length);
            if (scanner.next() != Event.START) {
                throw incomplete();
            }
            var frame = opening(scanner) ? opened(scanner) : first(scanner);
            if (scanner.next() != Event.MORE || scanner.buffered() > 0) {
                throw incomplete();
            }
            return frame;
        } catch (XmlException reason) {
            throw StreamException.of(reason);
        }
    }

    private static boolean opening(XmlScanner scanner) {
        return scanner.tag().is(StreamHeader.FRAMING, "open");
    }

    private Frame opened(XmlScanner scanner) {
        var header = StreamHeader.of(scanner.tag(), Stanza.NS);
        lang = header.lang();
        rest(scanner);
        return new Frame.Opened(header);
    }

    private Frame first(XmlScanner scanner) {
        if (scanner.tag().is(StreamHeader.FRAMING, "close")) {
            rest(scanner);
            return new Frame.Closed();
        }
        return element(scanner, Stanza.NS, lang);
    }

    private static void rest(XmlScanner scanner) {
        int depth = scanner.depth();
        while (scanner.depth() >= depth) {
            if (scanner.next() == Event.MORE) {
                throw incomplete();
            }
        }
    }

    /** Reads the element at whose start tag the scanner stands. */
    private static Frame element(XmlScanner scanner, String content, String language) {
        var element = new FirstLevel(scanner, content, language);
        int depth = scanner.depth();
        while (scanner.depth() >= depth) {
            var event = scanner.next();
            if (event == Event.MORE) {
                throw incomplete();
            }
            element.accept(event);
        }
        return element.frame();
    }

    /** XEP-0206, 2: to many clients, "jabber:client" is a part of the body's own namespace. */
    private static String content(XmlScanner scanner) {
        return scanner.tag().namespace().equals(BODY_NS) ? BODY_NS : Stanza.NS;
    }

    private static StreamException incomplete() {
        return new StreamException(StreamCondition.NOT_WELL_FORMED, "not one whole element");
    }

    /**
     * What one HTTP request carries.
     *
     * @param lang of what names no other; empty for none
     * @throws StreamException when it is no whole body of XEP-0124
     */
    public Body decodeBody(byte[] request, String lang) {
        try {
            var scanner = new XmlScanner(2, limits.xml());
            scanner.feed(request, 0, request.length);
            if (scanner.next() != Event.START || !scanner.tag().is(BODY_NS, "body")) {
                throw new StreamException(StreamCondition.BAD_FORMAT, "not a body");
            }
            lang = scanner.tag().lang().orElse(lang);
            var wrapper = scanner.tag().element();
            var frames = new ArrayList<Frame>();
            while (scanner.depth() > 0) {
                switch (scanner.next()) {
                    case START -> frames.add(element(scanner, content(scanner), lang));
                    case MORE -> throw incomplete();
                    default -> {}
                }
            }
            if (scanner.next() != Event.MORE || scanner.buffered() > 0) {
                throw incomplete();
            }
            return new Body(wrapper, List.copyOf(frames));
        } catch (XmlException reason) {
            throw StreamException.of(reason);
        }
    }
}
