package im.myna.blackbox.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.client.WebSocketClient;
import im.myna.blackbox.server.Ports;
import im.myna.blackbox.server.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures and health of a server on PostgreSQL, up to the day on which that goes. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitoringTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern FIGURE = Pattern.compile("\\b(myna|jvm|process)_[a-z_]+\\b");
    private static final String MONITOR = "127.0.0.1";
    private static final String STRANGER = "127.0.0.2";
    private static final String PROXY = "127.0.0.3";

    private final Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "watched");
    private final int databasePort = Ports.free(1).get(0);
    private EmbeddedPostgres postgres = startPostgres();
    private final Server server;
    private final Target target;
    private final Browser monitor;

    MonitoringTest() throws IOException, InterruptedException {
        server = Server.start(
                folder.resolve("data"),
                Map.of(
                        "MYNA_REGISTRATION", "open",
                        "MYNA_LOGIN_THROTTLE", "false",
                        "MYNA_WEB_MONITORS", MONITOR,
                        "MYNA_WEB_PROXIES", PROXY,
                        "MYNA_DB_URL", "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres",
                        "MYNA_DB_USER", "postgres",
                        "MYNA_DB_PASSWORD", "postgres"));
        target = server.target();
        monitor = new Browser(target, MONITOR);
        try (var stranger = RawClient.connect(target)) {
            stranger.register("juliet", "fair sun");
            stranger.register("romeo", "night's cloak");
        }
    }

    private EmbeddedPostgres startPostgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(databasePort)
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .start();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        postgres.close();
    }

    private Exposition figures() {
        try {
            var answer = monitor.get("/metrics");
            assertThat(answer.status()).isEqualTo(200);
            return Exposition.of(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Exposition until(Predicate<Exposition> condition) throws Exception {
        var seen = last(this::figures, condition);
        assertThat(condition).accepts(seen);
        return seen;
    }

    private Browser.Answer health(String path, int status) throws Exception {
        var answer = last(() -> monitor.get(path), seen -> seen.status() == status);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    /** Looks until it is so; what was seen last, if it never was. */
    private static <T> T last(Callable<T> look, Predicate<T> condition) throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        var seen = look.call();
        while (!condition.test(seen) && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(50);
            seen = look.call();
        }
        return seen;
    }

    @Test
    @Order(1)
    void theTextIsWhatPrometheusReads() throws Exception {
        var answer = monitor.get("/metrics");
        assertThat(answer.head()).contains("Content-Type: text/plain; version=0.0.4", "Cache-Control: no-store");
        var figures = Exposition.of(answer.body());
        assertThat(figures.types())
                .containsEntry("myna_sessions", "gauge")
                .containsEntry("myna_stanzas_received_total", "counter")
                .containsEntry("myna_store_seconds", "histogram");
    }

    @Test
    @Order(1)
    void openMetricsIsSpokenToWhoAsksForIt() throws Exception {
        var answer = monitor.get("/metrics", "Accept: application/openmetrics-text; version=1.0.0");
        assertThat(answer.head()).contains("Content-Type: application/openmetrics-text");
        assertThat(answer.body()).endsWith("# EOF\n");
    }

    @Test
    @Order(2)
    void sessionsAreCountedByDoorAndDomain() throws Exception {
        assertThat(figures().samples("myna_sessions", "domain", Server.DOMAIN)).hasSize(4);
        try (var juliet = RawClient.login(target, "juliet", "fair sun", "balcony");
                var romeo = WebSocketClient.connect(target).login("romeo", "night's cloak", "orchard")) {
            juliet.ping();
            assertThat(romeo.status()).isEqualTo(101);
            var figures = figures();
            assertThat(figures.sum("myna_sessions", "door", "tcp", "domain", Server.DOMAIN))
                    .isEqualTo(1);
            assertThat(figures.sum("myna_sessions", "door", "websocket")).isEqualTo(1);
            assertThat(figures.sum("myna_sessions", "door", "bosh")).isZero();
            assertThat(figures.sum("myna_streams")).isGreaterThanOrEqualTo(2);
            assertThat(figures.sum("myna_connections", "port", String.valueOf(target.port())))
                    .isGreaterThanOrEqualTo(1);
        }
        until(figures -> figures.sum("myna_sessions") == 0 && figures.sum("myna_connections") == 0);
    }

    @Test
    @Order(3)
    void stanzasAreCountedByKindAndResult() throws Exception {
        var before = figures();
        try (var juliet = RawClient.login(target, "juliet", "fair sun", "balcony");
                var romeo = RawClient.login(target, "romeo", "night's cloak", "orchard")) {
            for (int i = 0; i < 20; i++) {
                juliet.send("<message type='chat' to='" + target.jid("romeo") + "/orchard'><body>" + i
                        + "</body></message>");
                romeo.expect("message");
            }
            juliet.send("<message type='headline' to='@'><body>to nobody</body></message>");
            assertThat(juliet.expect("message").attribute("type")).isEqualTo("error");
            juliet.ping();
        }
        // What goes out is counted when it has gone.
        var after = until(seen -> grown(before, seen, "myna_stanzas_sent_total", "kind", "iq") == 3);
        assertThat(grown(before, after, "myna_stanzas_received_total", "kind", "message", "result", "ok"))
                .isEqualTo(20);
        assertThat(grown(before, after, "myna_stanzas_received_total", "kind", "message", "result", "refused"))
                .isEqualTo(1);
        assertThat(grown(before, after, "myna_stanzas_sent_total", "kind", "message", "result", "ok"))
                .isEqualTo(20);
        assertThat(grown(before, after, "myna_stanzas_sent_total", "kind", "message", "result", "error"))
                .isEqualTo(1);
        // The bindings and the ping.
        assertThat(grown(before, after, "myna_stanzas_received_total", "kind", "iq"))
                .isEqualTo(3);
        assertThat(grown(before, after, "myna_routing_seconds_count")).isPositive();
    }

    @Test
    @Order(4)
    void logInsAreCountedByMechanismAndOutcome() {
        var before = figures();
        RawClient.login(target, "juliet", "fair sun", "balcony").close();
        assertThatThrownBy(() -> RawClient.login(target, "juliet", "wrong", "balcony"))
                .isInstanceOf(AssertionError.class);
        try (var nobody = RawClient.connect(target)) {
            nobody.send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='CHARM'>AA==</auth>");
            nobody.expect("failure");
        }
        var after = figures();
        assertThat(grown(before, after, "myna_logins_total", "mechanism", "PLAIN", "outcome", "success"))
                .isEqualTo(1);
        assertThat(grown(before, after, "myna_logins_total", "mechanism", "PLAIN", "outcome", "not-authorized"))
                .isEqualTo(1);
        assertThat(grown(before, after, "myna_logins_total", "mechanism", "unknown", "outcome", "invalid-mechanism"))
                .isEqualTo(1);
    }

    @Test
    @Order(5)
    void histogramsAddUp() throws Exception {
        try (var juliet = RawClient.login(target, "juliet", "fair sun", "balcony")) {
            juliet.demand("get", "", "<query xmlns='jabber:iq:roster'/>");
            juliet.demand(
                    "set", "", "<query xmlns='jabber:iq:roster'><item jid='nurse@" + Server.DOMAIN + "'/></query>");
        }
        // The loops are asked once a second.
        var figures = until(seen -> seen.sum("myna_event_loop_lag_seconds_count") > 0);
        for (var store : new String[] {"account", "roster"}) {
            assertThat(figures.sum("myna_store_seconds_count", "store", store)).isPositive();
            assertThat(figures.sum("myna_store_seconds_sum", "store", store)).isPositive();
        }
        for (var last :
                figures.samples("myna_store_seconds_bucket", "le", "+Inf").toList()) {
            var store = last.labels().get("store");
            assertThat(last.value()).isEqualTo(figures.sum("myna_store_seconds_count", "store", store));
            assertThat(figures.samples("myna_store_seconds_bucket", "store", store)
                            .map(Exposition.Sample::value))
                    .isSorted();
        }
        assertThat(figures.sum("myna_store_failures_total")).isZero();
    }

    @Test
    @Order(6)
    void queuesPortsAndCertificatesAreThere() {
        var figures = figures();
        assertThat(figures.samples("myna_queue_length")
                        .map(each -> each.labels().get("queue")))
                .containsExactlyInAnyOrder("workers", "web");
        assertThat(figures.samples("myna_output_waiting_bytes")).hasSize(4);
        assertThat(figures.samples("myna_event_loop_pending_tasks")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(figures.samples("myna_connections").map(each -> each.labels().get("door")))
                .containsExactlyInAnyOrder("tcp", "direct-tls");
        assertThat(figures.sum("myna_certificate_expiry_timestamp_seconds", "domain", Server.DOMAIN))
                .isGreaterThan((double) Instant.now().getEpochSecond());
        assertThat(figures.sum("jvm_memory_used_bytes", "area", "heap")).isPositive();
        assertThat(figures.sum("process_cpu_seconds_total")).isPositive();
    }

    @Test
    @Order(7)
    void theDashboardAndTheDocumentNameTheFiguresThatThereAre() throws Exception {
        var known = figures().names();
        // There when a call of a store has failed.
        known.add("myna_store_failures_total");
        assertThat(named(Path.of("../docker/grafana/myna.json"))).isNotEmpty().allMatch(known::contains);
        var families = new TreeSet<String>();
        known.forEach(name -> families.add(name.replaceFirst("_(bucket|count|sum)$", "")));
        assertThat(named(Path.of("../docs/monitoring.md"))).isEqualTo(families);
    }

    private static Set<String> named(Path file) throws IOException {
        var names = new TreeSet<String>();
        FIGURE.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group()));
        return names;
    }

    @ParameterizedTest
    @Order(8)
    @CsvSource({"/health/started,started", "/health/ready,database listeners certificate", "/health/live,event-loops"})
    void aServerThatDoesWellSaysSo(String path, String checks) throws Exception {
        var answer = health(path, 200);
        assertThat(answer.head()).contains("application/json");
        assertThat(answer.body().replaceAll("\\s", ""))
                .contains("\"status\":\"UP\"")
                .doesNotContain("DOWN");
        for (var check : checks.split(" ", -1)) {
            assertThat(answer.body().replaceAll("\\s", "")).contains("\"name\":\"" + check + "\"");
        }
    }

    @ParameterizedTest
    @Order(9)
    @ValueSource(
            strings = {
                "/metrics",
                "/metrics/",
                "/metrics?x",
                "/metrics;x=y",
                "//metrics",
                "/./metrics",
                "/chat/../metrics",
                "/chat/%2e%2e/metrics",
                "/%6detrics",
                "/health",
                "/health/",
                "/health/ready",
                "/health;x/ready",
                "//health//ready",
                "/health/%72eady",
                "/chat/..;/health/live"
            })
    void forAStrangerTheyDoNotExist(String path) throws Exception {
        var answer = new Browser(target, STRANGER).get(path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("myna_", "\"checks\"");
    }

    @Test
    @Order(10)
    void onlyAKnownProxyIsBelievedWhomItAsksFor() throws Exception {
        var proxy = new Browser(target, PROXY);
        assertThat(proxy.get("/metrics", "X-Forwarded-For: " + MONITOR).status())
                .isEqualTo(200);
        assertThat(proxy.get("/metrics", "X-Forwarded-For: " + MONITOR + ", 203.0.113.9")
                        .status())
                .isEqualTo(404);
        assertThat(proxy.get("/metrics").status()).isEqualTo(404);
        for (var header : new String[] {"X-Forwarded-For: " + MONITOR, "Forwarded: for=" + MONITOR, "Via: 1.1 front"}) {
            assertThat(monitor.get("/metrics", header).status()).as(header).isEqualTo(404);
        }
    }

    @Test
    @Order(11)
    void healthGoesRedWithoutTheDatabaseAndComesBackWithIt() throws Exception {
        try (var juliet = RawClient.login(target, "juliet", "fair sun", "balcony")) {
            postgres.close();
            assertThat(health("/health/ready", 503).body().replaceAll("\\s", ""))
                    .contains("\"name\":\"listeners\",\"status\":\"UP\"")
                    .containsPattern(
                            "\"name\":\"database\",\"status\":\"DOWN\",\"data\":\\{\"reason\":\"[a-zA-Z0-9]+\"}");
            health("/health/live", 200);
            juliet.ping();
            try (var romeo = RawClient.connect(target)) {
                romeo.send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AHJvbWVvAG5pZ2h0</auth>");
                assertThat(romeo.expect("failure").toString()).contains("temporary-auth-failure");
            }
            assertThat(figures().sum("myna_store_failures_total", "store", "account"))
                    .isPositive();
            postgres = startPostgres();
            health("/health/ready", 200);
            RawClient.login(target, "romeo", "night's cloak", "orchard").close();
            juliet.ping();
        }
    }

    private static double grown(Exposition before, Exposition after, String name, String... labels) {
        return after.sum(name, labels) - before.sum(name, labels);
    }
}
