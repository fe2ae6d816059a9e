package im.myna.blackbox.bosh;

import im.myna.blackbox.client.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** HTTP as it is, to one server. */
record Wire(Target target) {
    static final String NS = " xmlns='http://jabber.org/protocol/httpbind'";
    static final String XML = "text/xml; charset=utf-8";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PATIENCE_MILLIS = 30_000;

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(target.http(path))).timeout(Duration.ofMillis(PATIENCE_MILLIS));
    }

    HttpResponse<String> send(HttpRequest request) {
        return sending(request).join();
    }

    CompletableFuture<HttpResponse<String>> sending(HttpRequest request) {
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> posting(String body) {
        return sending(request("/http-bind")
                .header("Content-Type", XML)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> post(String body) {
        return posting(body).join();
    }

    /** The answer as it comes when it may be compressed. */
    HttpResponse<byte[]> compressed(String body) {
        var request = request("/http-bind").header("Accept-Encoding", "gzip").POST(BodyPublishers.ofString(body));
        return HTTP.sendAsync(request.build(), BodyHandlers.ofByteArray()).join();
    }

    static String terminated(String condition) {
        return "<body xmlns='http://jabber.org/protocol/httpbind' type='terminate' condition='" + condition + "'/>";
    }

    /** All that comes back on a connection that says just this, until the server closes it. */
    String raw(String text) {
        try (var socket = new Socket(target.address(), target.httpPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
