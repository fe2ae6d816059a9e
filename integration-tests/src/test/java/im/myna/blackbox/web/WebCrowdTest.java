package im.myna.blackbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.client.WebSocketClient;
import im.myna.blackbox.server.Command;
import im.myna.blackbox.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Many browsers at once, logged in and idle: nothing in the container bounds them. {@code -Dmyna.crowd=2000} makes it a measurement,
 * which prints what each of them costs.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WebCrowdTest {
    private static final int MESSAGES = 400;
    private static final int SIZE = Integer.getInteger("myna.crowd", 300);
    private static final String PASSWORD = "one of many";

    private final Server server;

    WebCrowdTest() throws IOException, InterruptedException {
        server = Server.start(
                Files.createTempDirectory(Path.of("target").toAbsolutePath(), "crowd"),
                Map.of(
                        "MYNA_REGISTRATION", "open",
                        "MYNA_LIMITS_CONNECTIONS_PER_ADDRESS", "0",
                        "MYNA_LIMITS_RESOURCES_PER_ACCOUNT", "0",
                        "MYNA_LIMITS_BYTES_PER_SECOND", "0",
                        "MYNA_LIMITS_OUTPUT_BYTES", "300000",
                        "MYNA_LOGIN_ITERATIONS", "4096",
                        "MYNA_WEB_PING_SECONDS", "0"));
        try (var stranger = RawClient.connect(server.target())) {
            stranger.register("many", PASSWORD);
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void manyBrowsersAreThereAtOnceAndAMessageReachesOneOfThem() throws IOException, InterruptedException {
        var target = server.target();
        var crowd = new ArrayList<WebSocketClient>();
        try {
            fill(crowd, 50, target);
            var before = memory(server);
            fill(crowd, 50 + SIZE, target);
            var after = memory(server);
            System.out.printf(
                    "%d WebSockets, logged in and idle: %.1f KB of heap and %.1f KB of resident memory each%n",
                    SIZE,
                    (after.get(0) - before.get(0)) / (double) SIZE,
                    (after.get(1) - before.get(1)) / (double) SIZE);
            talk(crowd, target);
        } finally {
            crowd.forEach(WebSocketClient::close);
        }
    }

    /** What waits for a browser is bounded; the others do not notice. */
    @Test
    void aBrowserThatDoesNotReadIsCutAndTheOthersGoOn() {
        var target = server.target();
        try (var deaf = WebSocketClient.connect(target).login("many", PASSWORD, "asleep");
                var awake = WebSocketClient.connect(target).login("many", PASSWORD, "awake");
                var sender = RawClient.login(target, "many", PASSWORD, "sender")) {
            for (int i = 0; i < MESSAGES; i++) {
                sender.send("<message to='many@im.example.com/asleep' type='chat'><body>" + "x".repeat(60_000)
                        + "</body></message>");
            }
            sender.ping();
            awake.send("<iq xmlns='jabber:client' type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>");
            assertThat(awake.expect("<iq")).contains("type='result'");
            assertThat(deaf.left()).isLessThan(MESSAGES);
        }
    }

    private static void fill(List<WebSocketClient> crowd, int size, Target target) {
        while (crowd.size() < size) {
            crowd.add(WebSocketClient.connect(target).login("many", PASSWORD, "r" + crowd.size()));
        }
    }

    private static void talk(List<WebSocketClient> crowd, Target target) {
        var last = crowd.get(crowd.size() - 1);
        crowd.get(0)
                .send("<message xmlns='jabber:client' type='chat' to='" + target.jid("many") + "/r" + (crowd.size() - 1)
                        + "'><body>the last one</body></message>");
        assertThat(last.expect("<message")).contains("the last one");
    }

    /** KB: of the heap after a collection, and resident. */
    private static List<Long> memory(Server server) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var pid = String.valueOf(server.pid());
        for (int i = 0; i < 2; i++) {
            Command.run(Map.of(), "", List.of(jcmd, pid, "GC.run"));
        }
        long heap = Command.run(Map.of(), "", List.of(jcmd, pid, "GC.heap_info")).output().stream()
                .filter(line -> line.contains(" used "))
                .filter(line -> line.contains("generation") || line.contains("garbage-first"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".* used (\\d+)K.*", "$1")))
                .sum();
        long resident = Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        return List.of(heap, resident);
    }
}
