package im.myna.vcard;

import static im.myna.vcard.Format.FOUR;
import static im.myna.vcard.Format.TEMP;

import im.myna.xml.Element;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where somebody is (RFC 5870). */
final class Position implements Shape {
    private static final Pattern GEO = Pattern.compile("geo:([^,;]+),([^,;]+).*");

    @Override
    public Optional<Element> four(Element temp, String name) {
        return temp.child("LAT").flatMap(latitude -> temp.child("LON").map(longitude -> FOUR.element(name)
                .with(FOUR.leaf(
                        "uri",
                        "geo:" + latitude.text().strip() + ","
                                + longitude.text().strip()))));
    }

    @Override
    public Optional<Element> temp(Element four, String name) {
        return four.child("uri")
                .map(uri -> GEO.matcher(uri.text().strip()))
                .filter(geo -> geo.matches())
                .map(geo ->
                        TEMP.element(name).with(TEMP.leaf("LAT", geo.group(1))).with(TEMP.leaf("LON", geo.group(2))));
    }
}
