package im.myna.blackbox.rest;

import im.myna.blackbox.client.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Somebody who uses REST.
 *
 * @param headers of each request
 */
record Rest(Target target, Map<String, String> headers) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PATIENCE_MILLIS = 30_000;

    static Rest stranger(Target target) {
        return new Rest(target, Map.of("Content-Type", "application/json"));
    }

    Rest with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Rest(target, more);
    }

    /** With the name and password of an account (RFC 7617). */
    Rest as(String user, String password) {
        var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** With a token (RFC 6750). */
    Rest bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** From elsewhere, through a proxy that is believed, by https. */
    Rest from(String address) {
        return with("X-Forwarded-For", address).with("X-Forwarded-Proto", "https");
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    Answer post(String path, String json) {
        return send("POST", path, json);
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    Answer send(String method, String path, String body) {
        var uri = URI.create(target.http("/api/v1" + path));
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that comes back when just this is asked for; no client of HTTP is between to tidy the path up. */
    String raw(String path) {
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: im.example.com\r\nConnection: close\r\n");
        headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        try (var socket = new Socket(target.address(), target.httpPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
