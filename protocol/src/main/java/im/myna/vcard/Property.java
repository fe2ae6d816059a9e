package im.myna.vcard;

import static im.myna.vcard.Format.FOUR;
import static im.myna.vcard.Format.TEMP;

import im.myna.xml.Element;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What both formats can say (XEP-0292, 7). */
enum Property {
    FN("fn", Single.TEXT),
    N(
            "n",
            new Parts(Map.of(
                    "FAMILY",
                    "surname",
                    "GIVEN",
                    "given",
                    "MIDDLE",
                    "additional",
                    "PREFIX",
                    "prefix",
                    "SUFFIX",
                    "suffix"))),
    NICKNAME("nickname", Several.COMMAS),
    PHOTO("photo", Binary.IMAGE),
    BDAY("bday", Single.DATE),
    ADR(
            "adr",
            new Parts(Map.of(
                    "POBOX",
                    "pobox",
                    "EXTADD",
                    "ext",
                    "STREET",
                    "street",
                    "LOCALITY",
                    "locality",
                    "REGION",
                    "region",
                    "PCODE",
                    "code",
                    "CTRY",
                    "country"))),
    TEL("tel", new Reached("NUMBER", Single.NUMBER)),
    EMAIL("email", new Reached("USERID", Single.TEXT)),
    JABBERID("impp", Single.JID),
    TZ("tz", Single.OFFSET),
    GEO("geo", new Position()),
    TITLE("title", Single.TEXT),
    ROLE("role", Single.TEXT),
    LOGO("logo", Binary.IMAGE),
    ORG("org", Several.ORGANIZATION),
    CATEGORIES("categories", Several.KEYWORDS),
    NOTE("note", Single.TEXT),
    PRODID("prodid", Single.TEXT),
    REV("rev", Single.TIMESTAMP),
    SOUND("sound", Binary.AUDIO),
    UID("uid", Single.URI),
    URL("url", Single.URI),
    KEY("key", new Credential()),
    // XEP-0292, 7.1.1: only this way; what comes back is a NOTE.
    DESC("note", Single.TEXT);

    private static final Map<String, Property> BY_TEMP =
            Arrays.stream(values()).collect(Collectors.toMap(Property::name, Function.identity()));
    private static final Map<String, Property> BY_FOUR = Arrays.stream(values())
            .filter(property -> property != DESC)
            .collect(Collectors.toMap(property -> property.four, Function.identity()));

    private final String four;
    private final Shape shape;

    Property(String four, Shape shape) {
        this.four = four;
        this.shape = shape;
    }

    /** The property in the other format; empty when that does not know it. */
    static Optional<Element> four(Element temp) {
        return temp.name().namespace().equals(TEMP.namespace())
                ? Optional.ofNullable(BY_TEMP.get(temp.name().local()))
                        .flatMap(property -> property.shape.four(temp, property.four))
                : Optional.empty();
    }

    static Optional<Element> temp(Element four) {
        return four.name().namespace().equals(FOUR.namespace())
                ? Optional.ofNullable(BY_FOUR.get(four.name().local()))
                        .flatMap(property -> property.shape.temp(four, property.name()))
                : Optional.empty();
    }
}
