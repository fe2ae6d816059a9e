package im.myna.vcard;

import static im.myna.vcard.Format.FOUR;
import static im.myna.vcard.Format.TEMP;

import im.myna.xml.Element;
import java.util.Optional;
import java.util.regex.Pattern;

/** One value; in vCard4 it says of which kind it is, which follows from how it looks. */
enum Single implements Shape {
    TEXT("text", "(?s).*", ""),
    DATE("date", "\\d{4}-?\\d\\d-?\\d\\d", ""),
    TIMESTAMP("timestamp", "\\d{4}-?\\d\\d-?\\d\\dT.*", ""),
    /** RFC 3986: what has a scheme. */
    URI("uri", "[A-Za-z][A-Za-z0-9+.-]*:\\S*", ""),
    OFFSET("utc-offset", "[+-]\\d\\d(:?\\d\\d)?|Z", ""),
    /** RFC 3966: digits and what makes them readable. */
    NUMBER("uri", "\\+?[0-9().-]+", "tel:"),
    JID("uri", "[^\\s:]+", "xmpp:");

    private final String kind;
    private final Pattern form;
    private final String scheme;

    /** @param scheme that stands before the value in vCard4 only */
    Single(String kind, String form, String scheme) {
        this.kind = kind;
        this.form = Pattern.compile(form);
        this.scheme = scheme;
    }

    /** The value as vCard4 writes it. */
    Element typed(String value) {
        return form.matcher(value).matches() ? FOUR.leaf(kind, scheme + value) : FOUR.leaf("text", value);
    }

    /** The value as vcard-temp writes it; empty when it is no such value. */
    Optional<String> plain(Element four) {
        return four.children().stream()
                .filter(child -> !child.is(FOUR.namespace(), "parameters"))
                .findFirst()
                .filter(value -> this != JID
                        || value.name().local().equals("text")
                        || value.text().strip().startsWith(scheme))
                .map(value -> value.name().local().equals("uri") ? unschemed(value.text()) : value.text());
    }

    private String unschemed(String uri) {
        return !scheme.isEmpty() && uri.strip().startsWith(scheme) ? uri.strip().substring(scheme.length()) : uri;
    }

    @Override
    public Optional<Element> four(Element temp, String name) {
        return Optional.of(FOUR.element(name).with(typed(temp.text())));
    }

    @Override
    public Optional<Element> temp(Element four, String name) {
        return plain(four).map(text -> TEMP.leaf(name, text));
    }
}
