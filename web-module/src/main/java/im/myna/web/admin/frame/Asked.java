package im.myna.web.admin.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands behind the question mark of a list: what to look for, and where to go on. */
@Named
@RequestScoped
public class Asked {
    /** Where a list goes on: what goes for one question says nothing about another. */
    private static final Set<String> PLACES = Set.of("after", "before", "offset");

    @Inject
    private HttpServletRequest request;

    /** Empty when it was not asked for. */
    public String text(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    /** What is no number was not asked for. */
    public long number(String name, long otherwise) {
        var text = text(name);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }

    /** By the name of its constant. */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text(name)))
                .findFirst();
    }

    /** The same question but for that: "?search=juliet&after=romeo". */
    public String with(String name, Object value) {
        var all = new TreeMap<String, String>();
        request.getParameterMap().forEach((key, values) -> all.put(key, values[0]));
        all.keySet().removeAll(PLACES);
        all.put(name, value.toString());
        return all.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** For a link. */
    public String encoded(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }
}
