package im.myna.vcard;

import static im.myna.vcard.Format.FOUR;
import static im.myna.vcard.Format.TEMP;

import im.myna.xml.Element;
import java.util.Optional;

/**
 * How somebody is reached.
 *
 * @param child of vcard-temp that holds the value
 */
record Reached(String child, Single value) implements Shape {
    @Override
    public Optional<Element> four(Element temp, String name) {
        return temp.child(child)
                .map(found -> FOUR.element(name).with(Types.four(temp)).with(value.typed(found.text())));
    }

    @Override
    public Optional<Element> temp(Element four, String name) {
        return value.plain(four)
                .map(text -> TEMP.element(name).with(Types.temp(four)).with(TEMP.leaf(child, text)));
    }
}
