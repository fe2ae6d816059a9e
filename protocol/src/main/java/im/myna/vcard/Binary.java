package im.myna.vcard;

import static im.myna.vcard.Format.FOUR;
import static im.myna.vcard.Format.TEMP;

import im.myna.xml.Element;
import java.util.Optional;
import java.util.regex.Pattern;

/** A picture or a sound: in the card itself (RFC 2397), or elsewhere. */
enum Binary implements Shape {
    IMAGE("image/png"),
    AUDIO("audio/ogg");

    private static final Pattern DATA = Pattern.compile("(?s)data:([^;,]*)(?:;[^,]*)?;base64,(.*)");
    private static final Pattern TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+");

    private final String usual;

    /** @param usual what it is when nobody says what it is */
    Binary(String usual) {
        this.usual = usual;
    }

    @Override
    public Optional<Element> four(Element temp, String name) {
        var type = temp.child("TYPE")
                .map(said -> said.text().strip())
                .filter(said -> TYPE.matcher(said).matches())
                .orElse(usual);
        return temp.child("BINVAL")
                .map(value -> "data:" + type + ";base64," + value.text().strip())
                .or(() -> temp.child("EXTVAL").map(Element::text))
                .map(uri -> FOUR.element(name).with(FOUR.leaf("uri", uri)));
    }

    @Override
    public Optional<Element> temp(Element four, String name) {
        return four.child("uri").map(uri -> {
            var data = DATA.matcher(uri.text().strip());
            return data.matches()
                    ? TEMP.element(name).with(TEMP.leaf("TYPE", data.group(1))).with(TEMP.leaf("BINVAL", data.group(2)))
                    : TEMP.element(name).with(TEMP.leaf("EXTVAL", uri.text()));
        });
    }
}
