package im.myna.vcard;

import static im.myna.vcard.Format.FOUR;
import static im.myna.vcard.Format.TEMP;

import im.myna.xml.Element;
import java.util.Optional;

/** A key (XEP-0292, 7.2.1): its type has no place in vCard4. */
final class Credential implements Shape {
    @Override
    public Optional<Element> four(Element temp, String name) {
        return temp.child("CRED").map(key -> FOUR.element(name).with(FOUR.leaf("text", key.text())));
    }

    @Override
    public Optional<Element> temp(Element four, String name) {
        return four.child("text").map(key -> TEMP.element(name).with(TEMP.leaf("CRED", key.text())));
    }
}
