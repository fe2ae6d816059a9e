package im.myna.web.rest.message;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;

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
}
