package im.myna.web.rest.message;

import im.myna.jid.Jid;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What stands behind the question mark. */
public record Query(UriInfo uri) {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    /** No others: a search for something that is misspelled would find everything. */
    public Query only(String... names) {
        var known = List.of(names);
        uri.getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Words.invalid("there is no parameter '" + name + "'; there are " + String.join(", ", names));
                });
        return this;
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** Empty when it is not there. */
    public String text(String name) {
        return uri.getQueryParameters().getOrDefault(name, List.of("")).get(0);
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        return has(name) ? Words.choice(type, name, text(name)) : otherwise;
    }

    public boolean flag(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw Words.invalid("'" + name + "' is true or false");
        };
    }

    public long number(String name, long least, long otherwise) {
        try {
            long number = has(name) ? Long.parseLong(text(name)) : otherwise;
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Words.invalid("'" + name + "' is a number");
        }
        throw Words.invalid("'" + name + "' is at least " + least);
    }

    /** How many at once: the parameter "max". */
    public int max() {
        long max = number("max", 1, USUAL);
        if (max > MOST) {
            throw Words.invalid("'max' is at most " + MOST);
        }
        return (int) max;
    }

    /** So many of what is in order, behind the parameter "after". Whether there are more is seen by "next". */
    public <T> JsonObjectBuilder page(List<T> all, Function<T, Jid> key, Consumer<T> add) {
        int max = max();
        var rest = has("after")
                ? all.stream()
                        .filter(each -> key.apply(each).toString().compareTo(text("after")) > 0)
                        .toList()
                : all;
        var page = rest.subList(0, Math.min(max, rest.size()));
        page.forEach(add);
        var answer = Json.createObjectBuilder().add("count", all.size());
        return rest.size() > max
                ? answer.add("next", key.apply(page.get(max - 1)).toString())
                : answer;
    }
}
