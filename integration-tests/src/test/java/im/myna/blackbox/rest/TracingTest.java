package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Traces of one user's stanzas, as a collector receives them by OTLP, JSON by HTTP. */
class TracingTest {
    private static final Queue<String> RECEIVED = new ConcurrentLinkedQueue<>();
    private static HttpServer collector;
    private static Server server;
    private static Office office;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", TracingTest::receive);
        collector.start();
        server = Server.start(
                Files.createTempDirectory(Path.of("target").toAbsolutePath(), "traced"),
                Map.of(
                        "MYNA_ADMIN_PASSWORD",
                        Governed.PASSWORD,
                        "MYNA_TRACING_COLLECTOR",
                        "http://127.0.0.1:" + collector.getAddress().getPort()));
        office = new Office(server.target());
    }

    @AfterAll
    static void stop() {
        server.close();
        collector.stop(0);
    }

    private static void receive(HttpExchange exchange) {
        try (exchange) {
            assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).isEqualTo("application/json");
            RECEIVED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Office.Person person) {
        return person.path() + "/tracing";
    }

    /** All that came until now; JSON is YAML, too. */
    private static List<Map<String, Object>> spans() {
        var all = new ArrayList<Map<String, Object>>();
        for (var text : RECEIVED) {
            Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            for (var resource : list(document, "resourceSpans")) {
                list(resource, "scopeSpans").forEach(scope -> all.addAll(list(scope, "spans")));
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) of.get(name);
    }

    private static List<Map<String, Object>> until(Predicate<List<Map<String, Object>>> condition) {
        Office.eventually(() -> condition.test(spans()));
        return spans();
    }

    private static boolean isOf(Map<String, Object> span, Office.Person person) {
        return span.get("attributes").toString().contains(person.jid());
    }

    @Test
    void whatBecomesOfAMessageIsToldFromReadingToStoringAndWriting() {
        var juliet = office.user("juliet");
        var romeo = office.user("romeo");
        try (var balcony = office.login(juliet, "balcony");
                var orchard = office.login(romeo, "orchard")) {
            assertThat(office.admin().get(path(juliet)).good().get("until")).isNull();
            office.admin().put(path(juliet), "{}").good();
            assertThat(Instant.parse((String) office.admin().get(path(juliet)).get("until")))
                    .isBetween(Instant.now().plusSeconds(3000), Instant.now().plusSeconds(3600));
            orchard.ping();
            balcony.send(
                    "<message to='nobody-knows@im.example.com' type='chat'><body>by any other name</body></message>");
            balcony.send("<message to='" + romeo.jid() + "' type='chat'><body>by any other name</body></message>");
            balcony.ping();
            var all = until(
                    spans -> spans.stream().filter(span -> isOf(span, juliet)).count() >= 3);
            var whole = all.stream()
                    .filter(span -> span.get("name").equals("message"))
                    .filter(span -> parts(all, span).contains("store offline"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(all));
            assertThat(parts(all, whole)).contains("read", "route", "wait", "store offline");
            var ping = all.stream()
                    .filter(span -> span.get("name").equals("iq"))
                    .findFirst()
                    .orElseThrow();
            assertThat(parts(all, ping)).contains("read", "route", "write");
            assertThat(ping).containsEntry("kind", 2).doesNotContainKey("parentSpanId");
            assertThat(ping.get("attributes").toString()).contains("myna.door", "tcp", "myna.link");
            assertThat(all).noneMatch(span -> isOf(span, romeo));
            assertThat(RECEIVED).noneMatch(text -> text.contains("any other name"));
        }
    }

    private static List<String> parts(List<Map<String, Object>> all, Map<String, Object> whole) {
        return all.stream()
                .filter(span -> whole.get("spanId").equals(span.get("parentSpanId")))
                .map(span -> (String) span.get("name"))
                .toList();
    }

    @Test
    void itGoesForSessionsThatComeLaterAndEndsWhenItIsTakenBack() {
        var nurse = office.user("nurse");
        office.admin().put(path(nurse), "{}").good();
        try (var client = office.login(nurse, "chamber")) {
            client.ping();
            until(spans -> spans.stream().anyMatch(span -> isOf(span, nurse)));
            office.admin().delete(path(nurse)).good();
            assertThat(office.admin().get(path(nurse)).get("until")).isNull();
            var seen = count(nurse);
            client.ping();
            bystander();
            assertThat(count(nurse)).isEqualTo(seen);
        }
        assertThat(office.admin().get("/audit?subject=" + nurse.jid()).good().list("entries"))
                .extracting(entry -> entry.get("action"))
                .startsWith("user.trace", "user.trace");
    }

    private static long count(Office.Person person) {
        return spans().stream().filter(span -> isOf(span, person)).count();
    }

    /** What somebody else does afterwards arrives. */
    private static void bystander() {
        var peter = office.user("peter");
        office.admin().put(path(peter), "{}").good();
        try (RawClient client = office.login(peter, "hall")) {
            client.ping();
        }
        until(spans -> spans.stream().anyMatch(span -> isOf(span, peter)));
    }

    @Test
    void nobodyIsTracedForEverNorByEverybody() {
        var tybalt = office.user("tybalt");
        var now = Instant.now();
        for (var time : List.of(now.plus(25, ChronoUnit.HOURS), now.minusSeconds(1))) {
            office.admin().put(path(tybalt), "{\"until\":\"" + time + "\"}").problem(400);
        }
        office.admin().put("/users/nobody@im.example.com/tracing", "{}").problem(404);
        office.as(tybalt).put(path(tybalt), "{}").problem(403);
        var auditor = office.make("auditor", Office.HERE, "auditor");
        office.as(auditor).get(path(tybalt)).good();
        office.as(auditor).put(path(tybalt), "{}").problem(403);
        office.as(auditor).delete(path(tybalt)).problem(403);
    }
}
