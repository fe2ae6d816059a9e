package im.myna.vcard;

import static im.myna.vcard.Format.FOUR;
import static im.myna.vcard.Format.TEMP;

import im.myna.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** At work or at home, by telephone or by fax: what a property is good for. */
final class Types {
    /** XEP-0292, 7.3: vCard4 knows no others. */
    private static final Set<String> KNOWN = Set.of("HOME", "WORK", "VOICE", "FAX", "PAGER", "CELL", "VIDEO");

    /** RFC 6350, 6.4.1: what vcard-temp calls a message is a text there. */
    private static final Map<String, String> RENAMED = Map.of("MSG", "text");

    private Types() {}

    /** The parameters of vCard4; none when nothing is said. */
    static List<Element> four(Element temp) {
        var types = temp.children().stream()
                .map(child -> child.name().local())
                .filter(name -> KNOWN.contains(name) || RENAMED.containsKey(name))
                .map(name -> FOUR.leaf("text", RENAMED.getOrDefault(name, name.toLowerCase(Locale.ROOT))))
                .toList();
        var parameters = new ArrayList<Element>();
        if (!types.isEmpty()) {
            parameters.add(FOUR.element("type").with(types));
        }
        if (temp.child("PREF").isPresent()) {
            parameters.add(FOUR.element("pref").with(FOUR.leaf("integer", "1")));
        }
        return parameters.isEmpty()
                ? List.of()
                : List.of(FOUR.element("parameters").with(parameters));
    }

    /** The flags of vcard-temp. */
    static List<Element> temp(Element four) {
        var parameters = four.children("parameters");
        var flags = parameters.stream()
                .flatMap(all -> all.children("type").stream())
                .flatMap(type -> type.children("text").stream())
                .map(type -> flag(type.text().strip()))
                .filter(flag -> KNOWN.contains(flag) || RENAMED.containsKey(flag))
                .distinct()
                .map(TEMP::element)
                .collect(Collectors.toCollection(ArrayList::new));
        if (parameters.stream().anyMatch(all -> all.child("pref").isPresent())) {
            flags.add(TEMP.element("PREF"));
        }
        return flags;
    }

    private static String flag(String type) {
        return RENAMED.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> type.toUpperCase(Locale.ROOT));
    }
}
