package im.myna.vcard;

import static im.myna.vcard.Format.FOUR;

import im.myna.xml.Element;
import java.util.Optional;
import java.util.stream.Stream;

/** One format out of the other, in the same order. What the other does not know is left out. */
final class Conversion {
    private Conversion() {}

    static Element to(Format format, Element card) {
        var properties = format == FOUR
                ? card.children().stream().map(Property::four)
                : ungrouped(card).map(Property::temp);
        return Element.of(format.namespace(), format.root().local())
                .with(properties.flatMap(Optional::stream).toList());
    }

    /** vcard-temp has no groups. */
    private static Stream<Element> ungrouped(Element card) {
        return card.children().stream()
                .flatMap(child -> child.is(FOUR.namespace(), "group") ? child.children().stream() : Stream.of(child));
    }
}
