package im.myna.trace.otlp;

import im.myna.trace.Span;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** Spans as OTLP writes them in JSON: identities in hexadecimal digits, times as texts, since they are too long for a number of JavaScript. */
final class Document {
    private static final int INTERNAL = 1;
    private static final int SERVER = 2;

    private Document() {}

    static String of(List<Span> spans) {
        var list = Json.createArrayBuilder();
        spans.forEach(span -> list.add(json(span)));
        var scope = Json.createObjectBuilder()
                .add("scope", Json.createObjectBuilder().add("name", "im.myna"))
                .add("spans", list);
        var resource = Json.createObjectBuilder()
                .add("resource", Json.createObjectBuilder().add("attributes", json(Map.of("service.name", "myna"))))
                .add("scopeSpans", Json.createArrayBuilder().add(scope));
        return Json.createObjectBuilder()
                .add("resourceSpans", Json.createArrayBuilder().add(resource))
                .build()
                .toString();
    }

    private static JsonObjectBuilder json(Span span) {
        var json = Json.createObjectBuilder().add("traceId", span.trace()).add("spanId", span.id());
        if (!span.parent().isEmpty()) {
            json.add("parentSpanId", span.parent());
        }
        return json.add("name", span.name())
                .add("kind", span.parent().isEmpty() ? SERVER : INTERNAL)
                .add("startTimeUnixNano", Long.toString(span.begun()))
                .add("endTimeUnixNano", Long.toString(span.ended()))
                .add("attributes", json(span.attributes()));
    }

    private static JsonArrayBuilder json(Map<String, String> attributes) {
        var list = Json.createArrayBuilder();
        attributes.forEach((key, value) -> list.add(Json.createObjectBuilder()
                .add("key", key)
                .add("value", Json.createObjectBuilder().add("stringValue", value))));
        return list;
    }
}
