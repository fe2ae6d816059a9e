package im.myna.web.rest.message;

import im.myna.administration.RefusedException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.stream.JsonParser.Event;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The body of a request: a JSON object, of which every field means something and has the type that it should have. */
public final class Fields {
    private final JsonObject object;

    private Fields(JsonObject object) {
        this.object = object;
    }

    /** @throws im.myna.administration.RefusedException INVALID when it is no JSON object, like all that is thrown here */
    public static Fields parse(byte[] json) {
        try (var parser = Json.createParser(new ByteArrayInputStream(json))) {
            if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
                throw Words.invalid("the body is a JSON object");
            }
            var object = parser.getObject();
            if (parser.hasNext()) {
                throw Words.invalid("there is something behind the JSON object");
            }
            return new Fields(object);
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            // Not always a JsonException: Parsson has none for what is empty or nested too deeply.
            throw Words.invalid("the body is no JSON");
        }
    }

    /** No others. */
    public Fields only(String... names) {
        var known = List.of(names);
        object.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Words.invalid("there is no field '" + name + "'; there are " + String.join(", ", names));
                });
        return this;
    }

    /** All there are. */
    public Set<String> names() {
        return object.keySet();
    }

    /** A text, a whole number, true or false, as a text. */
    public String plain(String name) {
        if (!has(name)) {
            throw Words.invalid("the field '" + name + "' is missing");
        }
        var value = object.get(name);
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER, TRUE, FALSE -> value.toString();
            default -> throw Words.invalid("'" + name + "' is a text, a number, true or false");
        };
    }

    public boolean has(String name) {
        return object.containsKey(name);
    }

    public String text(String name) {
        if (!has(name)) {
            throw Words.invalid("the field '" + name + "' is missing");
        }
        return text(name, "");
    }

    public String text(String name, String otherwise) {
        return has(name) ? string(name, object.get(name), "a text") : otherwise;
    }

    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        return switch (object.get(name).getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw Words.invalid("'" + name + "' is true or false");
        };
    }

    /** {@link Instant#EPOCH} for null. */
    public Instant time(String name, Instant otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        var value = object.get(name);
        return value.getValueType() == ValueType.NULL
                ? Instant.EPOCH
                : Words.time(name, string(name, value, "a time or null"));
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        return has(name) ? Words.choice(type, name, text(name)) : otherwise;
    }

    public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        if (object.get(name) instanceof JsonArray array) {
            return array.stream()
                    .map(value -> Words.choice(type, name, string(name, value, "a list of texts")))
                    .collect(Collectors.toSet());
        }
        throw Words.invalid("'" + name + "' is a list of "
                + Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", ")));
    }

    /** A list, empty when it is missing. */
    public List<String> texts(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (object.get(name) instanceof JsonArray array) {
            return array.stream()
                    .map(value -> string(name, value, "a list of texts"))
                    .toList();
        }
        throw Words.invalid("'" + name + "' is a list of texts");
    }

    private static String string(String name, JsonValue value, String what) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw Words.invalid("'" + name + "' is " + what);
    }
}
