package im.myna.vcard;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.myna.stanza.Condition;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import im.myna.xml.XmlException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Who somebody is, as he wrote it. */
public final class VCard {
    /** Elements within elements: more than the deepest that RFC 6351 and XEP-0054 know, a card within a card included. */
    private static final int DEEPEST = 10;

    private static final String DATA = "data:";
    private static final String BASE64 = ";base64,";

    private final Format format;
    private final Element element;

    private VCard(Format format, Element element) {
        this.format = format;
        this.element = element;
    }

    /** @throws StanzaException bad-request when this is no card */
    public static VCard of(Element element) {
        var card = trusted(element);
        check(card.format, element, 1);
        return card;
    }

    /** What was looked at when it came in: the bytes that {@link #bytes} gave. */
    public static VCard stored(byte[] xml) {
        return trusted(Element.parse(xml));
    }

    private static VCard trusted(Element element) {
        return Arrays.stream(Format.values())
                .filter(format -> element.name().equals(format.root()))
                .findFirst()
                .map(format -> new VCard(format, element))
                .orElseThrow(() -> new StanzaException(Condition.BAD_REQUEST, "this is no vCard"));
    }

    /** @throws StanzaException bad-request when this is no card, or no XML */
    public static VCard parse(byte[] xml) {
        try {
            return of(Element.parse(xml));
        } catch (XmlException e) {
            throw new StanzaException(Condition.BAD_REQUEST, "this is no XML: " + e.getMessage());
        }
    }

    /** In which it was written. */
    public Format format() {
        return format;
    }

    public Element element() {
        return element;
    }

    /** UTF-8, for storing. */
    public byte[] bytes() {
        return element.xml().getBytes(UTF_8);
    }

    private static void check(Format format, Element element, int depth) {
        if (depth > DEEPEST) {
            throw new StanzaException(Condition.BAD_REQUEST, "a vCard is not that deep");
        }
        boolean own = element.name().namespace().equals(format.namespace());
        // RFC 6351, 5: properties of other namespaces are extensions; vcard-temp knows none.
        if (!own && format == Format.TEMP) {
            throw new StanzaException(Condition.BAD_REQUEST, "only " + format.namespace() + " stands in this vCard");
        }
        if (own) {
            embedded(format, element).ifPresent(VCard::picture);
        }
        element.children().forEach(child -> check(format, child, depth + 1));
    }

    private static Photo picture(String base64) {
        try {
            return Photo.of(base64);
        } catch (IllegalArgumentException e) {
            throw new StanzaException(Condition.BAD_REQUEST, "this is no base64");
        }
    }

    /** The base64 that stands in it. */
    private static Optional<String> embedded(Format format, Element element) {
        var text = element.text().strip();
        if (format == Format.TEMP) {
            return element.name().local().equals("BINVAL") ? Optional.of(text) : Optional.empty();
        }
        int at = text.indexOf(BASE64);
        return element.name().local().equals("uri") && text.startsWith(DATA) && at > 0
                ? Optional.of(text.substring(at + BASE64.length()))
                : Optional.empty();
    }

    /** The same in that format: as it was written, or as much of it as both know. */
    public Element as(Format other) {
        return format == other ? element : Conversion.to(other, element);
    }

    /** The first that is in the card itself; one that is elsewhere is not looked for. */
    public Optional<Photo> photo() {
        var name = format == Format.TEMP ? "PHOTO" : "photo";
        return properties(name)
                .flatMap(photo -> photo.children().stream())
                .flatMap(value -> embedded(format, value).stream())
                .map(VCard::picture)
                .filter(photo -> photo.length() > 0)
                .findFirst();
    }

    /** What people call him: the full name, or else the nickname; empty when he says neither. */
    public String name() {
        return format == Format.TEMP
                ? firstText(properties("FN"), properties("NICKNAME"))
                : firstText(
                        properties("fn").flatMap(property -> property.children("text").stream()),
                        properties("nickname").flatMap(property -> property.children("text").stream()));
    }

    /** RFC 6351, 4: properties may stand in groups. */
    private Stream<Element> properties(String name) {
        return Stream.concat(
                element.children(name).stream(),
                element.children("group").stream().flatMap(group -> group.children(name).stream()));
    }

    private static String firstText(Stream<Element> first, Stream<Element> second) {
        return Stream.concat(first, second)
                .map(element -> element.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VCard that && element.equals(that.element);
    }

    @Override
    public int hashCode() {
        return element.hashCode();
    }

    /** Says what it is, but not what it holds: that is nothing for a log. */
    @Override
    public String toString() {
        return "VCard[" + format + "]";
    }
}
