package im.myna.xml;

import im.myna.xml.XmlScanner.Event;
import java.util.ArrayDeque;
import java.util.Deque;

/** Makes elements of what a scanner finds. */
final class ElementReader {
    private final Deque<Element.Builder> open = new ArrayDeque<>();

    /** The only element of a document. */
    static Element document(byte[] xml) {
        var scanner = new XmlScanner(1, XmlLimits.CEILING);
        scanner.feed(xml, 0, xml.length);
        var element = new ElementReader().next(scanner);
        if (scanner.next() != Event.MORE || scanner.buffered() > 0) {
            throw XmlException.notWellFormed("more than one element");
        }
        return element;
    }

    /** The next element, whose bytes have all been fed. */
    Element next(XmlScanner scanner) {
        while (true) {
            switch (scanner.next()) {
                case START -> open.push(scanner.tag().builder());
                case TEXT -> open.element().text(scanner.text());
                case END -> {
                    var element = open.pop().element();
                    if (open.isEmpty()) {
                        return element;
                    }
                    open.element().child(element);
                }
                case MORE -> throw XmlException.notWellFormed("the element has no end");
            }
        }
    }
}
