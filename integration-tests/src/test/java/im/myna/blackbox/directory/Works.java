package im.myna.blackbox.directory;

import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A server with two domains, whose people are in one directory: by STARTTLS for the one, by LDAPS for the other. */
final class Works implements AutoCloseable {
    static final String HERE = Server.DOMAIN;
    static final String ELSEWHERE = "other.example.com";
    static final String ADMIN_PASSWORD = "the administrator's own";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Slapd slapd;
    private final Server server;

    /** @param more is told of the directory of the first domain: key, value, key, value */
    Works(Path folder, String... more) throws Exception {
        slapd = Slapd.start(folder);
        var here = slapd.file("here", slapd.values(HERE, "starttls", more));
        var elsewhere = slapd.file("elsewhere", slapd.values(ELSEWHERE, "ldaps", "sync-seconds", "0"));
        server = Server.start(
                folder.resolve("data"),
                new HashMap<>(Map.of(
                        "MYNA_DOMAIN",
                        HERE + "," + ELSEWHERE,
                        "MYNA_ADMIN_PASSWORD",
                        ADMIN_PASSWORD,
                        "MYNA_LOGIN_THROTTLE",
                        "false",
                        "MYNA_WEB_PROXIES",
                        "127.0.0.1",
                        "MYNA_DIRECTORIES",
                        here + "," + elsewhere)));
    }

    Slapd slapd() {
        return slapd;
    }

    Server server() {
        return server;
    }

    Target here() {
        return server.target();
    }

    Target elsewhere() {
        var target = server.target();
        return new Target(
                ELSEWHERE, target.address(), target.port(), target.directPort(), target.httpPort(), target.httpsPort());
    }

    /** By REST, as somebody, as if by https. */
    HttpResponse<String> rest(String user, String password, String method, String path, String body)
            throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                request("/api/v1" + path)
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As the first administrator. */
    HttpResponse<String> admin(String method, String path, String body) throws IOException, InterruptedException {
        return rest("admin@" + HERE, ADMIN_PASSWORD, method, path, body);
    }

    /** The form of the admin pages. @return where it leads */
    String enters(String user, String password) throws IOException, InterruptedException {
        var form = "user=" + encoded(user) + "&password=" + encoded(password);
        var answer = HTTP.send(
                request("/admin/login")
                        .header("Origin", server.target().http("").replace("http:", "https:"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.target().http(path)))
                .timeout(PATIENCE)
                .header("X-Forwarded-For", "192.0.2.1")
                .header("X-Forwarded-Proto", "https");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Waits for it, but not for ever. */
    static void eventually(Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it did not come to that");
            }
            Thread.onSpinWait();
        }
    }

    /** Something that becomes true. */
    interface Condition {
        boolean holds() throws Exception;
    }

    @Override
    public void close() {
        server.close();
        slapd.close();
    }
}
