package im.myna.blackbox.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.blackbox.client.Crowd;
import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.SmackClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.client.WebSocketClient;
import im.myna.blackbox.server.Ports;
import im.myna.blackbox.server.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The EAR from its deployment to its end, told in order. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EarTest {
    private static final Path EAR = Path.of("").toAbsolutePath().resolveSibling("ear/target/myna.ear");
    private static final String NAME = "myna";

    private final List<Integer> ports = Ports.free(2);
    private final Target target = new Target(Server.DOMAIN, "127.0.0.1", ports.get(0), ports.get(1), 0, 0);
    private final EmbeddedPostgres postgres = EmbeddedPostgres.start();
    private final Domain domain;

    EarTest() throws Exception {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "payara");
        domain = new Domain(
                folder,
                Map.ofEntries(
                        Map.entry("MYNA_DOMAIN", target.domain()),
                        Map.entry("MYNA_ADDRESS", target.address()),
                        Map.entry("MYNA_DATA", folder.resolve("data").toString()),
                        Map.entry("MYNA_PORT_CLIENT", String.valueOf(target.port())),
                        Map.entry("MYNA_PORT_CLIENT_TLS", String.valueOf(target.directPort())),
                        Map.entry("MYNA_ADMIN_PASSWORD", "of the administrator"),
                        Map.entry("MYNA_REGISTRATION", "open"),
                        Map.entry("MYNA_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres"),
                        Map.entry("MYNA_DB_CLASS", "org.postgresql.ds.PGSimpleDataSource"),
                        Map.entry("MYNA_DB_USER", "postgres"),
                        Map.entry("MYNA_DB_PASSWORD", "postgres")));
        domain.start();
    }

    /** By the ports of the domain. */
    private Target web() {
        return new Target(target.domain(), target.address(), target.port(), target.directPort(), domain.httpPort(), 0);
    }

    @AfterAll
    void stopPayara() throws Exception {
        domain.stop();
        postgres.close();
    }

    @Test
    @Order(1)
    void oneCommandDeploysIt() throws Exception {
        domain.asadmin("deploy", "--name", NAME, EAR.toString());
        RawClient.login(target, "admin", "of the administrator", "desk").close();
    }

    @Test
    @Order(2)
    void twoPeopleRegisterAndChat() throws Exception {
        try (var stranger = RawClient.connect(target)) {
            stranger.register("juliet", "fair sun");
            stranger.register("romeo", "night's cloak");
        }
        try (var juliet = SmackClient.login(target, "juliet", "fair sun");
                var romeo = SmackClient.loginDirectly(target, "romeo", "night's cloak")) {
            juliet.says(romeo.jid(), "Art thou not Romeo?");
            assertThat(romeo.hears().getBody()).isEqualTo("Art thou not Romeo?");
            romeo.says(juliet.jid(), "Neither, fair saint");
            assertThat(juliet.hears().getBody()).isEqualTo("Neither, fair saint");
            romeo.leaves();
            juliet.says(SmackClient.bare(target.jid("romeo")), "Parting is such sweet sorrow");
            juliet.roster().createItem(SmackClient.bare(target.jid("nurse")), "Nurse", new String[] {"Servants"});
        }
    }

    @Test
    @Order(3)
    void browsersComeInByWebSocket() {
        try (var juliet = WebSocketClient.connect(web()).login("juliet", "fair sun", "window");
                var romeo = RawClient.login(target, "romeo", "night's cloak", "orchard")) {
            romeo.send("<message type='chat' to='" + target.jid("juliet")
                    + "/window'><body>It is my lady</body></message>");
            assertThat(juliet.expect("<message")).contains("It is my lady");
        }
    }

    @Test
    @Order(4)
    void whoWatchesOverItReadsFiguresAndHealth() throws Exception {
        assertThat(read("/metrics")).contains("myna_sessions{", "myna_store_seconds_count{store=\"roster\"}");
        assertThat(read("/health/ready")).contains("database", "listeners", "certificate");
    }

    private String read(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(web().http(path))).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    @Order(5)
    void thePagesOpenWithTheirScripts() throws Exception {
        var page = read("/chat");
        var script = Pattern.compile("src=\"(/web/[^\"]+)\"").matcher(page);
        assertThat(script.find()).as(page).isTrue();
        assertThat(read(script.group(1))).isNotEmpty();
    }

    @Test
    @Order(6)
    void theAdminPagesOpenWithTheirComponents() throws Exception {
        var base = URI.create(web().http(""));
        var login = HttpRequest.newBuilder(base.resolve("/admin/login"))
                .header("Origin", base.toString().replaceFirst("/$", ""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("user=admin&password=of+the+administrator&to=/users"));
        var browser = HttpClient.newHttpClient();
        var entered = browser.send(login.build(), BodyHandlers.ofString());
        var cookie = entered.headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).contains("SameSite=Strict", "Path=/admin");
        var request =
                HttpRequest.newBuilder(base.resolve("/admin/users")).header("Cookie", cookie.replaceFirst(";.*", ""));
        var page = browser.send(request.build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains("juliet@" + target.domain(), "ui-datatable", "theme.css?ln=primefaces-arya-blue");
    }

    /** Jakarta Security in an EAR: the container knows the roles, and its own walls stand by them. */
    @Test
    @Order(7)
    void theContainerKnowsWhoGoverns() throws Exception {
        assertThat(status("admin", "of the administrator")).isEqualTo(200);
        assertThat(status("juliet", "fair sun")).isEqualTo(403);
        assertThat(status("juliet", "foul sun")).isEqualTo(401);
    }

    private int status(String user, String password) throws Exception {
        var credentials = (user + "@" + target.domain() + ":" + password).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(web().http("/api/v1/status")))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    @Order(8)
    void whatIsKeptIsInPostgres() throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            assertThat(tables.next()).isTrue();
        }
    }

    @Test
    @Order(9)
    void aRedeploymentKeepsWhatWasThere() throws Exception {
        domain.asadmin("deploy", "--force=true", "--name", NAME, EAR.toString());
        try (var romeo = SmackClient.login(target, "romeo", "night's cloak")) {
            assertThat(romeo.hears().getBody()).isEqualTo("Parting is such sweet sorrow");
        }
        try (var juliet = SmackClient.login(target, "juliet", "fair sun")) {
            juliet.roster().reloadAndWait();
            assertThat(juliet.roster().getEntries()).hasSize(1);
        }
    }

    /** The server's pool of message-driven beans holds 32 unless the application says otherwise. */
    @Test
    @Order(10)
    void fiveHundredClientsAreThereAtOnce() {
        try (var crowd = Crowd.of(500, target);
                var romeo = RawClient.login(target, "romeo", "night's cloak", "orchard")) {
            romeo.ping();
            assertThat(crowd.leave()).isEqualTo(500);
        }
    }

    @Test
    @Order(11)
    void undeployingLeavesNoPortNoThreadAndNoConnectionBehind() throws Exception {
        domain.asadmin("undeploy", NAME);
        for (var port : List.of(target.port(), target.directPort())) {
            assertThatThrownBy(() -> new Socket(target.address(), port).close()).hasMessageContaining("refused");
        }
        assertThat(domain.threads().lines())
                .noneMatch(line -> line.startsWith("\"myna-")
                        || line.startsWith("\"netty")
                        || line.contains("at im.myna.")
                        || line.contains("at io.netty."));
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var others = statement.executeQuery(
                        "select count(*) from pg_stat_activity where datname = 'postgres' and pid <> pg_backend_pid()")) {
            others.next();
            assertThat(others.getInt(1)).isZero();
        }
    }
}
