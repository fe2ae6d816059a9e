package im.myna.vcard;

import im.myna.xml.Element;
import java.util.Optional;

/** How the value of a property is written in both formats. */
interface Shape {
    /** @param name of the result. Empty when the other format cannot say that */
    Optional<Element> four(Element temp, String name);

    /** @param name of the result. Empty when the other format cannot say that */
    Optional<Element> temp(Element four, String name);
}
