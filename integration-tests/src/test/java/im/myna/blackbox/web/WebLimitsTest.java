package im.myna.blackbox.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.client.WebSocketClient;
import im.myna.blackbox.server.Server;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with short deadlines and small bounds: none of them is passed, and it goes on. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WebLimitsTest {
    private static final String XMPP = "Sec-WebSocket-Protocol: xmpp";

    private final Server server;
    private final Target target;

    WebLimitsTest() throws IOException, InterruptedException {
        server = Server.start(
                Files.createTempDirectory(Path.of("target").toAbsolutePath(), "wary"),
                Map.of(
                        "MYNA_REGISTRATION", "open",
                        "MYNA_LIMITS_LOGIN_SECONDS", "5",
                        "MYNA_LIMITS_CONNECTIONS_PER_ADDRESS", "20",
                        "MYNA_WEB_PING_SECONDS", "2",
                        "MYNA_WEB_REQUEST_SECONDS", "2",
                        "MYNA_WEB_ORIGINS", "https://www.example.com, https://app.example.com:8000",
                        "MYNA_WEB_PROXIES", "127.0.0.0/8",
                        "MYNA_WEB_URL", "https://chat.example.com"));
        target = server.target();
        try (var stranger = RawClient.connect(target)) {
            stranger.register("juliet", "fair sun");
            stranger.register("romeo", "night's cloak");
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** From the first byte on, whatever is said. */
    @Test
    void whoDoesNotLogInInTimeIsSentAway() {
        try (var client = WebSocketClient.connect(target)) {
            client.open();
            assertThat(element(client)).contains("<policy-violation ", "the login took too long");
            client.expect("<close");
            assertThat(client.closed()).isEqualTo(1000);
        }
    }

    private static String element(WebSocketClient client) {
        for (var frame = client.receive(); ; frame = client.receive()) {
            if (frame.opcode() == WebSocketClient.PING) {
                client.frame(WebSocketClient.PONG, true, frame.payload());
            } else {
                return frame.text();
            }
        }
    }

    /** RFC 6455, 5.5.2: a sign of life is asked for; who gives one stays, who gives none is cut. */
    @Test
    void aPeerThatIsDeadIsCutAndOneThatAnswersIsNot() {
        try (var dead = WebSocketClient.connect(target).login("juliet", "fair sun", "grave");
                var alive = WebSocketClient.connect(target).login("juliet", "fair sun", "balcony")) {
            for (int i = 0; i < 3; i++) {
                assertThat(alive.receive().opcode()).isEqualTo(WebSocketClient.PING);
                alive.frame(WebSocketClient.PONG, true, new byte[0]);
            }
            assertThat(dead.receive().opcode()).isEqualTo(WebSocketClient.PING);
            assertThat(dead.receive().text()).contains("<connection-timeout ");
        }
    }

    /** Pings are answered by the last of them only, so that who does not read cannot fill the memory. */
    @Test
    void aFloodOfPingsDoesNoHarm() {
        try (var client = WebSocketClient.connect(target)) {
            for (int i = 0; i < 2000; i++) {
                client.frame(WebSocketClient.PING, true, new byte[125]);
            }
            client.frame(WebSocketClient.PING, true, "last".getBytes(UTF_8));
            var frame = client.receive();
            while (!frame.text().equals("last")) {
                frame = client.receive();
            }
            assertThat(frame.opcode()).isEqualTo(WebSocketClient.PONG);
        }
    }

    @Test
    void pagesOfTheListedSitesMayConnect() {
        for (var origin :
                List.of("https://www.example.com", "https://app.example.com:8000", "https://chat.example.com")) {
            try (var client = WebSocketClient.shake(target, "/ws", XMPP, "Origin: " + origin)) {
                assertThat(client.status()).isEqualTo(101);
            }
        }
        try (var client = WebSocketClient.shake(target, "/ws", XMPP, "Origin: https://app.example.com")) {
            assertThat(client.status()).isEqualTo(403);
        }
    }

    /** A proxy that is believed says where the request came from and whether it was encrypted. */
    @Test
    void withoutTlsNobodyLogsInFromElsewhere() {
        try (var plain = WebSocketClient.shake(target, "/ws", XMPP, "X-Forwarded-For: 192.0.2.1");
                var secure = WebSocketClient.shake(
                        target, "/ws", XMPP, "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https")) {
            assertThat(plain.open()).doesNotContain("mechanism");
            plain.send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGEAYg==</auth>");
            assertThat(plain.expect("<failure")).contains("encryption-required");
            assertThat(secure.open()).contains("<mechanism>PLAIN</mechanism>");
        }
    }

    @Test
    void oneAddressHasOnlySoManyConnections() {
        var clients = new ArrayList<WebSocketClient>();
        try {
            int status = 101;
            while (status == 101) {
                assertThat(clients).hasSizeLessThanOrEqualTo(20);
                clients.add(WebSocketClient.shake(target, "/ws", XMPP, "X-Forwarded-For: 192.0.2.77"));
                status = clients.get(clients.size() - 1).status();
            }
            assertThat(status).isEqualTo(429);
            assertThat(clients).hasSize(21);
            try (var other = WebSocketClient.shake(target, "/ws", XMPP, "X-Forwarded-For: 192.0.2.78")) {
                assertThat(other.status()).isEqualTo(101);
            }
        } finally {
            clients.forEach(WebSocketClient::close);
        }
    }

    /** Header or body: each byte comes in time, but the request never ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: im.example.com\r\nX: ",
                "POST /http-bind HTTP/1.1\r\nHost: im.example.com\r\nContent-Type: text/xml\r\nContent-Length: 100000\r\n\r\n<",
                // The wish for another protocol alone frees nobody from the deadline.
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nGET / HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\nGET / HTTP/1.1\r\n"
            })
    void aRequestThatDripsEndsByADeadline(String beginning) throws IOException {
        try (var socket = new Socket(target.address(), target.httpPort())) {
            socket.setSoTimeout(50);
            var begun = System.nanoTime();
            socket.getOutputStream().write(beginning.getBytes(UTF_8));
            boolean open = true;
            while (open) {
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
                open = drips(socket);
            }
        }
    }

    private static boolean drips(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            // Answers end it as well as a closed connection does; nothing at all is waited for no longer than a drop
            // takes.
            return socket.getInputStream().read() >= 0
                    && socket.getInputStream().readNBytes(10_000).length == 10_000;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** RFC 6120, 4.9.3.20. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aServerThatStopsSaysSo() throws InterruptedException {
        try (var client = WebSocketClient.connect(target).login("juliet", "fair sun", "balcony")) {
            var stopping = new Thread(this::terminate);
            stopping.start();
            assertThat(element(client)).contains("<system-shutdown ");
            client.expect("<close");
            stopping.join();
        }
    }

    private void terminate() {
        try {
            server.terminate();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
