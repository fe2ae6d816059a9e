package im.myna.micro.contact;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** REST, as docs/rest.md tells of it. What the server refuses is thrown as an {@link IllegalArgumentException} with its words. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final JsonObject NOTHING = JsonObject.EMPTY_JSON_OBJECT;

    private final HttpClient http;
    private final URI base;
    private final String authorization;

    /** @param authorization the header */
    Api(URI server, String authorization, SSLContext authority) {
        if (server.getHost() == null || !SCHEMES.contains(String.valueOf(server.getScheme()))) {
            throw new IllegalArgumentException("'" + server + "' is no address such as https://im.example.com:8443");
        }
        base = server.resolve("/api/v1");
        this.authorization = authorization;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(authority)
                .build();
    }

    public JsonObject get(String path, Map<String, String> query) throws IOException {
        var asked = query.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send("GET", asked.isEmpty() ? path : path + "?" + asked, NOTHING);
    }

    public JsonObject get(String path) throws IOException {
        return send("GET", path, NOTHING);
    }

    /** @return what the server answers, nothing when it answers without words */
    public JsonObject send(String method, String path, JsonObject body) throws IOException {
        var content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        try {
            return answer(http.send(request, BodyHandlers.ofString()));
        } catch (ConnectException e) {
            throw new IOException("there is no server at " + base.resolve("/"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }

    private JsonObject answer(HttpResponse<String> response) throws IOException {
        var body = response.body().isBlank() ? NOTHING : parsed(response);
        if (response.statusCode() >= 400) {
            throw new IllegalArgumentException(body.getString("detail", "the server answers " + response.statusCode()));
        }
        return body;
    }

    private JsonObject parsed(HttpResponse<String> response) throws IOException {
        var type = response.headers().firstValue("Content-Type").orElse("");
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            if (type.contains("json")) {
                return reader.readObject();
            }
        } catch (JsonException e) {
            throw new IOException("the server at " + base.resolve("/") + " does not answer as Myna does", e);
        }
        throw new IOException(
                "the server at " + base.resolve("/") + " answers " + response.statusCode() + ", but not as Myna does");
    }

    /** As a part of a path: slashes stay. */
    public static String path(String text) {
        return encoded(text).replace("%2F", "/").replace("%40", "@");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
