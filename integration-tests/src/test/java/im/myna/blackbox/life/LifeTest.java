package im.myna.blackbox.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.blackbox.client.Node;
import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Trust;
import im.myna.blackbox.server.Command;
import im.myna.blackbox.server.Keys;
import im.myna.blackbox.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One data folder from the first start to the second, told in order. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeTest {
    private static final Pattern FIRST_ACCOUNT = Pattern.compile("admin@im\\.example\\.com, password (\\S+)");

    private Path data;
    private Path certificate;
    private Path key;
    private UserCommands users;
    private Server server;
    private String adminPassword;
    private List<String> firstOutput;

    @BeforeAll
    void startForTheFirstTime(@TempDir Path folder) throws Exception {
        data = folder.resolve("kept/data");
        users = new UserCommands(data);
        certificate = folder.resolve("chain.pem");
        key = folder.resolve("key.pem");
        server = Server.start(data, Map.of());
        firstOutput = server.output();
    }

    @AfterAll
    void end() {
        server.close();
    }

    @Test
    @Order(1)
    void theFirstStartTellsAddressesAndThePasswordOfTheAdministrator() {
        var text = String.join("\n", firstOutput);
        var target = server.target();
        assertThat(text).contains(Server.DOMAIN, String.valueOf(target.port()), String.valueOf(target.directPort()));
        var account = FIRST_ACCOUNT.matcher(text);
        assertThat(account.find()).as(text).isTrue();
        adminPassword = account.group(1);
        assertThat(text).containsOnlyOnce(adminPassword);
        RawClient.login(target, "admin", adminPassword, "first").close();
    }

    @Test
    @Order(2)
    void theEventLoopsAskForShortSlices() {
        assertThat(server.log()).containsPattern("event=short-slices-asked-for threads=[1-9]");
    }

    @Test
    @Order(3)
    void thePasswordIsNowhereInTheDataFolder() throws Exception {
        try (var files = Files.walk(data)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(adminPassword);
            }
        }
    }

    @Test
    @Order(4)
    void theDataFolderBelongsToItsOwnerAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(data)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(data.resolve("control")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var tls = Files.list(data.resolve("tls"))) {
            var keys = tls.filter(file -> file.toString().endsWith(".key")).toList();
            assertThat(keys).isNotEmpty();
            for (var each : keys) {
                assertThat(Files.getPosixFilePermissions(each)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    @Test
    @Order(5)
    void aSecondServerForTheSameDataFolderSaysSoAndEnds() throws Exception {
        var second = Command.myna(Server.settings(data), "", "run");
        assertThat(second.code()).isNotZero();
        assertThat(second.output()).hasSize(1).first().asString().contains(data.toString());
        RawClient.login(server.target(), "admin", adminPassword, "still").close();
    }

    @Test
    @Order(6)
    void accountsAreKeptFromTheCommandLineWhileTheServerRuns() throws Exception {
        users.areKept("juliet", password -> RawClient.login(server.target(), "juliet", password, "balcony")
                .close());
    }

    @Test
    @Order(7)
    void whoIsDeletedFromTheCommandLineIsSentAway() throws Exception {
        users.say("add", "tybalt@im.example.com", "Prince of Cats\n");
        try (var tybalt = RawClient.login(server.target(), "tybalt", "Prince of Cats", "street")) {
            users.say("delete", "tybalt@im.example.com", "");
            assertThat(tybalt.receive().name()).isEqualTo("error");
            assertThat(tybalt.receive().name()).isEqualTo("closed");
        }
    }

    /** RFC 6120, 4.9.3.14 and 6.5.1. */
    @Test
    @Order(8)
    void whoIsLockedFromTheCommandLineIsSentAwayAndStaysOut() throws Exception {
        users.say("add", "tybalt@im.example.com", "Prince of Cats\n");
        try (var tybalt = RawClient.login(server.target(), "tybalt", "Prince of Cats", "street")) {
            users.say("lock", "tybalt@im.example.com", "");
            assertThat(tybalt.receive().child("policy-violation")).isPresent();
            assertThat(tybalt.receive().name()).isEqualTo("closed");
        }
        assertThat(users.say("list", Server.DOMAIN, "")).contains("tybalt@im.example.com  disabled");
        assertThatThrownBy(() -> RawClient.login(server.target(), "tybalt", "Prince of Cats", "street"))
                .hasMessageContaining("account-disabled");
        users.say("unlock", "tybalt@im.example.com", "");
        RawClient.login(server.target(), "tybalt", "Prince of Cats", "street").close();
    }

    @Test
    @Order(9)
    void somebodyAsksByHttp() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.target().http("/not-there?token=secret")));
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    @Order(10)
    void ctrlCTellsEveryClientAndEndsWithoutComplaint() throws Exception {
        users.say("add", "juliet@im.example.com", "fair sun\n");
        users.say("add", "romeo@im.example.com", "night's cloak\n");
        try (var juliet = RawClient.login(server.target(), "juliet", "fair sun", "balcony");
                var admin = RawClient.login(server.target(), "admin", adminPassword, "desk");
                var stranger = RawClient.connectDirectly(server.target())) {
            juliet.send("<message to='romeo@im.example.com' type='chat'><body>before the end</body></message>");
            juliet.ping();
            assertThat(server.terminate()).isZero();
            for (var client : List.of(juliet, admin, stranger)) {
                assertThat(client.receive().child("system-shutdown")).isPresent();
                assertThat(client.receive().name()).isEqualTo("closed");
                assertThat(client.tryReceive()).isEmpty();
            }
        }
    }

    @Test
    @Order(11)
    void theAccessLogSaysWhoAskedForWhatButNotWhatMayBeSecret() throws Exception {
        try (var logs = Files.list(data.resolve("log"))) {
            var log = logs.filter(file -> file.getFileName().toString().contains("access"))
                    .findFirst();
            assertThat(Files.readString(log.orElseThrow()))
                    .containsPattern("\\S+ \\S+ .*GET.* \\S*/not-there\\S* 404 ")
                    .doesNotContain("token");
        }
    }

    @Test
    @Order(12)
    void accountsAreKeptFromTheCommandLineWhileTheServerIsDown() throws Exception {
        users.areKept("mercutio", password -> {});
        users.say("add", "benvolio@im.example.com", "I do but keep the peace\n");
    }

    @Test
    @Order(13)
    void theSecondStartIsQuickAndTellsNoPassword() throws Exception {
        var keys = Keys.make(data.getParent(), Server.DOMAIN);
        keys.write(certificate, key);
        server = Server.start(
                data, Map.of("MYNA_TLS_CERTIFICATE", certificate.toString(), "MYNA_TLS_KEY", key.toString()));
        var cores = Runtime.getRuntime().availableProcessors();
        System.out.printf(
                "second start with kept data: %.1f s from the command to \"ready\" on %d cores, which computed %.1f s for it%n",
                server.started().toMillis() / 1000.0, cores, server.computed().toMillis() / 1000.0);
        // On a machine that is busy with other things, the time that it took says nothing; the work that it was does.
        var alone = server.computed().dividedBy(Math.min(2, cores));
        assertThat(List.of(server.started(), alone)).anyMatch(time -> time.compareTo(Duration.ofSeconds(20)) < 0);
        assertThat(String.join("\n", server.output())).doesNotContain("password");
        try (var client = RawClient.connect(server.target())) {
            assertThat(client.certificate()).isEqualTo(keys.certificate());
        }
    }

    @Test
    @Order(14)
    void whatWasThereBeforeIsThereAgain() {
        RawClient.login(server.target(), "admin", adminPassword, "desk").close();
        RawClient.login(server.target(), "benvolio", "I do but keep the peace", "street")
                .close();
        try (var romeo = RawClient.login(server.target(), "romeo", "night's cloak", "garden")) {
            romeo.send("<presence/>");
            var texts = Stream.of(romeo.receive(), romeo.receive())
                    .flatMap(node -> node.child("body").stream())
                    .map(Node::text);
            assertThat(texts).containsExactly("before the end");
        }
    }

    @Test
    @Order(15)
    void aNewCertificateIsShownWithoutARestart() throws Exception {
        try (var staying = RawClient.login(server.target(), "admin", adminPassword, "staying")) {
            var renewed = Keys.make(data.getParent(), Server.DOMAIN);
            renewed.write(certificate, key);
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            var shown = shown();
            while (!shown.equals(Set.of(renewed.certificate())) && System.nanoTime() < deadline) {
                shown = shown();
            }
            assertThat(shown).containsOnly(renewed.certificate());
            staying.ping();
        }
    }

    private Set<X509Certificate> shown() throws IOException {
        try (var client = RawClient.connect(server.target());
                var browser = (SSLSocket) Trust.context()
                        .getSocketFactory()
                        .createSocket(server.target().address(), server.target().httpsPort())) {
            var web = (X509Certificate) browser.getSession().getPeerCertificates()[0];
            return new HashSet<>(List.of(client.certificate(), web));
        }
    }
}
