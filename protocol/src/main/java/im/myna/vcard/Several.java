package im.myna.vcard;

import static im.myna.vcard.Format.FOUR;
import static im.myna.vcard.Format.TEMP;

import im.myna.xml.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several values: in vCard4 each is a text, in vcard-temp that depends. */
enum Several implements Shape {
    /** All in one text. */
    COMMAS {
        @Override
        List<String> values(Element temp) {
            return Arrays.stream(temp.text().split(",", -1)).map(String::strip).toList();
        }

        @Override
        Element temp(String name, List<String> values) {
            return TEMP.leaf(name, String.join(",", values));
        }
    },
    KEYWORDS {
        @Override
        List<String> values(Element temp) {
            return texts(temp, "KEYWORD");
        }

        @Override
        Element temp(String name, List<String> values) {
            return TEMP.element(name).with(leaves("KEYWORD", values));
        }
    },
    /** The first is the name, the others are its parts. */
    ORGANIZATION {
        @Override
        List<String> values(Element temp) {
            var name = new ArrayList<>(texts(temp, "ORGNAME"));
            if (name.isEmpty()) {
                name.add("");
            }
            name.addAll(texts(temp, "ORGUNIT"));
            return name;
        }

        @Override
        Element temp(String name, List<String> values) {
            return TEMP.element(name)
                    .with(leaves("ORGNAME", values.stream().limit(1).toList()))
                    .with(leaves("ORGUNIT", values.stream().skip(1).toList()));
        }
    };

    abstract List<String> values(Element temp);

    abstract Element temp(String name, List<String> values);

    @Override
    public Optional<Element> four(Element temp, String name) {
        return Optional.of(FOUR.element(name)
                .with(values(temp).stream()
                        .map(value -> FOUR.leaf("text", value))
                        .toList()));
    }

    @Override
    public Optional<Element> temp(Element four, String name) {
        return Optional.of(temp(name, texts(four, "text")));
    }

    private static List<String> texts(Element element, String local) {
        return element.children(local).stream().map(Element::text).collect(Collectors.toList());
    }

    private static List<Element> leaves(String local, List<String> values) {
        return values.stream().map(value -> TEMP.leaf(local, value)).toList();
    }
}
