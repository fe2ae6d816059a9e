package im.myna.blackbox.stage;

import im.myna.blackbox.client.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Governs a server by REST. */
record Governor(Target target, String password) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** It must succeed. */
    void does(String method, String path, String json) {
        int status = tries(method, path, json);
        if (status >= 300) {
            throw new AssertionError(method + " " + path + ": " + status);
        }
    }

    /** @return the status */
    int tries(String method, String path, String json) {
        var credentials = ("admin@" + target.domain() + ":" + password).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + target.address() + ":" + target.httpPort() + "/api/v1" + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
