package im.myna.vcard;

import static im.myna.vcard.Format.FOUR;
import static im.myna.vcard.Format.TEMP;

import im.myna.xml.Element;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something that has parts: a name, an address. */
final class Parts implements Shape {
    private final Map<String, String> fours;
    private final Map<String, String> temps;

    /** @param fours what a part is called in vCard4, by what it is called in vcard-temp */
    Parts(Map<String, String> fours) {
        this.fours = fours;
        temps = fours.keySet().stream().collect(Collectors.toMap(fours::get, Function.identity()));
    }

    @Override
    public Optional<Element> four(Element temp, String name) {
        return Optional.of(FOUR.element(name)
                .with(Types.four(temp))
                .with(temp.children().stream()
                        .filter(part -> fours.containsKey(part.name().local()))
                        .map(part -> FOUR.leaf(fours.get(part.name().local()), part.text()))
                        .toList()));
    }

    @Override
    public Optional<Element> temp(Element four, String name) {
        return Optional.of(TEMP.element(name)
                .with(Types.temp(four))
                .with(four.children().stream()
                        .filter(part -> temps.containsKey(part.name().local()))
                        .map(part -> TEMP.leaf(temps.get(part.name().local()), part.text()))
                        .toList()));
    }
}
