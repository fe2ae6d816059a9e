package im.myna.blackbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the pages are, and accounts to look at them with. */
record Site(Target target) {
    static final String HERE = Server.DOMAIN;
    static final String ELSEWHERE = "other.example.com";
    static final String ADMIN = "admin@" + HERE;
    static final String PASSWORD = "the administrator's own";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int PATIENCE_MILLIS = 30_000;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Somebody. */
    record Person(String jid, String password) {}

    /** As browsers say where a page comes from. */
    String origin() {
        return "http://" + target.address() + ":" + target.httpPort();
    }

    Visitor stranger() {
        return new Visitor(this, Map.of("Origin", origin()));
    }

    /** Logged in. */
    Visitor admin() {
        return login(new Person(ADMIN, PASSWORD));
    }

    Visitor login(Person person) {
        var answer = stranger().login(person.jid(), person.password(), "/about");
        assertThat(answer.header("Location")).isEqualTo("/admin/about");
        return stranger().with("Cookie", answer.cookie());
    }

    /** Made by REST. */
    Person make(String name, String domain, String role) {
        var person = new Person(name + NUMBER.incrementAndGet() + "@" + domain, "secret of " + name);
        rest(
                "POST",
                "/users",
                "{\"jid\":\"%s\",\"password\":\"%s\",\"role\":\"%s\"}"
                        .formatted(person.jid(), person.password(), role));
        return person;
    }

    /** What REST says to the administrator. */
    String rest(String method, String path, String body) {
        var credentials = Base64.getEncoder().encodeToString((ADMIN + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(origin() + "/api/v1" + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that comes back when just this is asked for; no client of HTTP is between to tidy the path up. */
    String raw(String path) {
        var request = "GET " + path + " HTTP/1.1\r\nHost: " + HERE + "\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket(target.address(), target.httpPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
