package im.myna.micro.command;

import im.myna.micro.contact.Api;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A list that comes in pages, of which one is held at a time.
 *
 * @param field of the answer, in which the list stands
 */
record Pages(Api api, String path, String field, Map<String, String> query) {
    private static final int PAGE = 1000;

    /** @param continued the parameter that takes what the answer calls "next" */
    void each(String continued, Consumer<JsonObject> reader) throws IOException {
        var asked = new LinkedHashMap<>(query);
        asked.put("max", Integer.toString(PAGE));
        while (true) {
            var answer = api.get(path, asked);
            list(answer).forEach(reader);
            if (!answer.containsKey("next")) {
                return;
            }
            var next = answer.get("next");
            asked.put(continued, next instanceof JsonString text ? text.getString() : next.toString());
        }
    }

    private Iterable<JsonObject> list(JsonObject answer) {
        var list = answer.getJsonArray(field);
        return (list == null ? JsonArray.EMPTY_JSON_ARRAY : list).getValuesAs(JsonObject.class);
    }
}
