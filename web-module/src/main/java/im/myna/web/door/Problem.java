package im.myna.web.door;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What is wrong (RFC 9457).
 *
 * @param detail for people, empty when the status says all
 * @param headers that go with the answer
 */
public record Problem(int status, String detail, Map<String, String> headers) {
    public static final String TYPE = "application/problem+json";

    public Problem {
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    public Problem with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Problem(status, detail, more);
    }

    /** JSON in UTF-8. */
    public byte[] body() {
        var known = Response.Status.fromStatusCode(status);
        // RFC 9457, 4.2.1: with "about:blank" the title is that of the status.
        var object = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", known == null ? "Error" : known.getReasonPhrase())
                .add("status", status);
        if (!detail.isEmpty()) {
            object.add("detail", detail);
        }
        return object.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As the answer of a resource. */
    public Response response() {
        var builder = Response.status(status).type(TYPE).entity(body());
        headers.forEach(builder::header);
        return builder.build();
    }

    /** As the answer of a servlet. */
    public void write(HttpServletResponse response) throws IOException {
        var body = body();
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setContentType(TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
