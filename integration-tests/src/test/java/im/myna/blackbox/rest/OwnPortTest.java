package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Target;
import im.myna.blackbox.client.Trust;
import im.myna.blackbox.server.Ports;
import im.myna.blackbox.server.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who govern have a port of their own, and come from one address; nowhere else is there anything to be found. */
class OwnPortTest {
    private static final String GOVERNOR = "127.0.0.2";
    private static final String STRANGER = "127.0.0.3";
    private static final String PROXY = "127.0.0.4";
    private static final int OWN = Ports.free(1).get(0);
    private static final int PATIENCE_MILLIS = 30_000;

    private static Server server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = Server.start(
                Files.createTempDirectory(Path.of("target").toAbsolutePath(), "own-port"),
                Map.of(
                        "MYNA_ADMIN_PASSWORD",
                        Governed.PASSWORD,
                        "MYNA_ADMIN_PORT",
                        String.valueOf(OWN),
                        "MYNA_ADMIN_NETWORKS",
                        GOVERNOR,
                        "MYNA_WEB_PROXIES",
                        PROXY));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void throughItOneComesIn() throws IOException {
        assertThat(own(GOVERNOR, "/api/v1/users")).contains(" 200 ", Office.ADMIN);
    }

    @Test
    void passwordsAreAskedForThereAsWell() throws IOException {
        var answer = ask(GOVERNOR, OWN, true, "GET /api/v1/users HTTP/1.0\r\nHost: im.example.com\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 401 ");
    }

    /** Also with the right password, and however it is written; the status is that of what does not exist. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users",
                "/api/v1/status",
                "/api/v1",
                "/api",
                "/api/",
                "/openapi",
                "/openapi/",
                "//openapi",
                "/./openapi",
                "/openapi;x",
                "/%6fpenapi",
                "/%u006fpenapi",
                "/OPENAPI",
                "/openapi/../openapi",
                "/chat/../openapi",
                "/chat/%2e%2e/openapi",
                "/chat/..;/openapi",
                "/chat/%u002e%u002e/openapi",
                "/WEB-INF/openapi/openapi.json",
                "/admin",
                "/admin/",
                "/admin/index.xhtml",
                "//api/v1/users",
                "/api//v1/users",
                "/api/v1//users",
                "/./api/v1/users",
                "/api/./v1/users",
                "/chat/../api/v1/users",
                "/chat/%2e%2e/api/v1/users",
                "/chat/..;/api/v1/users",
                "/chat/%2e%2e%2fapi/v1/users",
                "/chat/%252e%252e/api/v1/users",
                "/chat/%u002e%u002e/api/v1/users",
                "/%61pi/v1/users",
                "/%u0061pi/v1/users",
                "/api;x=y/v1/users",
                "/api/v1;x/users",
                "/api%2fv1/users",
                "/api\\v1\\users",
                "/API/v1/users",
                "/api/v1/users;jsessionid=1",
                "/api/v1/prebind/../users",
                "/api/v1/prebind/..;/users",
                "/api/v1/prebind/%2e%2e/users",
                "/api/v1/prebind;/../users",
                "http://im.example.com/api/v1/users",
                "https://im.example.com/api/v1/users",
                "//im.example.com/api/v1/users"
            })
    void nowhereElseIsThereAnything(String path) throws IOException {
        var target = server.target();
        for (var answer : new String[] {
            as(GOVERNOR, target.httpPort(), false, path),
            as(GOVERNOR, target.httpsPort(), true, path),
            own(STRANGER, path)
        }) {
            assertThat(answer)
                    .doesNotContain("\"users\"", "\"openapi\"", Office.ADMIN, "WWW-Authenticate", "problem+json");
            assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*");
        }
    }

    /** Payara takes the semicolon for the end of the path. */
    @Test
    void aSemicolonInFrontLeadsToTheStartPage() throws IOException {
        var answer = as(GOVERNOR, server.target().httpPort(), false, "/;/api/v1/users");
        assertThat(answer).contains(" 200 ", "<h1>Myna</h1>").doesNotContain(Office.ADMIN);
    }

    @Test
    void aProxyIsBelievedForWhomItAsksIfItIsKnown() throws IOException {
        assertThat(own(PROXY, "/api/v1/status", "X-Forwarded-For: " + GOVERNOR, "X-Forwarded-Proto: https"))
                .contains(" 200 ");
        assertThat(own(PROXY, "/api/v1/status", "X-Forwarded-For: " + STRANGER, "X-Forwarded-Proto: https"))
                .contains(" 404 ");
        assertThat(own(STRANGER, "/api/v1/status", "X-Forwarded-For: " + GOVERNOR))
                .contains(" 404 ");
        assertThat(own(PROXY, "/api/v1/status")).contains(" 404 ");
    }

    @Test
    void whatEverybodyUsesStaysWhereItWas() throws IOException {
        var target = server.target();
        assertThat(as(STRANGER, target.httpPort(), false, "/.well-known/host-meta"))
                .contains(" 200 ");
        assertThat(as(STRANGER, target.httpPort(), false, "/chat")).contains(" 200 ");
        assertThat(as(STRANGER, target.httpPort(), false, "/api/v1/prebind")).contains(" 405 ");
    }

    @Test
    void whatIsHiddenLooksAsIfItWereNotThere() throws IOException {
        var port = server.target().httpPort();
        var hidden = as(STRANGER, port, false, "/api/v1/users");
        var missing = as(STRANGER, port, false, "/nothing");
        assertThat(withoutDate(hidden).replace("/api/v1/users", "/nothing")).isEqualTo(withoutDate(missing));
    }

    /** RFC 3986, 2.1. */
    @ParameterizedTest
    @ValueSource(strings = {"/%u002e", "/chat/%u002e%u002e/", "/%", "/chat%2", "/%zz"})
    void aPathThatIsNoneIsRefusedAndNoFaultOfTheServers(String path) throws IOException {
        var answer = as(STRANGER, server.target().httpPort(), false, path);
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close");
        assertThat(server.log()).doesNotContain("SEVERE", "CharConversionException");
    }

    @Test
    void onlyThePathIsLookedAtForThat() throws IOException {
        var target = server.target();
        assertThat(as(STRANGER, target.httpPort(), false, "/chat?100%")).contains(" 200 ");
        assertThat(as(STRANGER, target.httpPort(), false, "/%63hat")).contains(" 200 ");
    }

    private static String withoutDate(String answer) {
        return answer.replaceAll("(?m)^(Date|Content-Length): .*\r\n", "");
    }

    private static String own(String from, String path, String... headers) throws IOException {
        return as(from, OWN, true, path, headers);
    }

    /** As the administrator, asking for just that. */
    private static String as(String from, int port, boolean tls, String path, String... headers) throws IOException {
        var credentials = Base64.getEncoder()
                .encodeToString((Office.ADMIN + ":" + Governed.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: im.example.com\r\nConnection: close\r\n");
        request.append("Authorization: Basic ").append(credentials).append("\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        return ask(from, port, tls, request + "\r\n");
    }

    private static String ask(String from, int port, boolean tls, String request) throws IOException {
        Target target = server.target();
        try (var plain = new Socket()) {
            plain.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            plain.connect(new InetSocketAddress(target.address(), port));
            plain.setSoTimeout(PATIENCE_MILLIS);
            var socket =
                    tls ? Trust.context().getSocketFactory().createSocket(plain, target.domain(), port, true) : plain;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
