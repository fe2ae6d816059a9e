package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Trust;
import im.myna.blackbox.server.Keys;
import im.myna.blackbox.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is governed of the server itself. */
@ExtendWith(Governed.class)
class ServerTest {
    private static final List<String> READABLE = List.of(
            "/settings", "/settings/myna.domain", "/certificates", "/logs", "/logging", "/statistics", "/database");

    private static Map<String, Object> setting(Rest who, String key) {
        return who.get("/settings/" + key).good().json();
    }

    @Test
    void aSettingIsKnownWithAllThatCanBeSaidOfIt(Office office) {
        assertThat(setting(office.admin(), "myna.web.proxies"))
                .containsEntry("type", "networks")
                .containsEntry("default", "")
                .containsEntry("value", "127.0.0.1")
                .containsEntry("origin", "environment")
                .containsEntry("restart", false)
                .containsEntry("changedBy", null);
        assertThat(setting(office.admin(), "myna.registration"))
                .containsEntry("choices", List.of("closed", "open"))
                .containsEntry("value", "closed")
                .containsEntry("origin", "default");
        assertThat(setting(office.admin(), "myna.domain")).containsEntry("restart", true);
        var all = office.admin().get("/settings");
        assertThat(all.good().list("settings")).hasSizeGreaterThan(40);
        assertThat(all.response().body()).doesNotContain(Governed.PASSWORD);
        assertThat(setting(office.admin(), "myna.admin.password"))
                .containsEntry("secret", true)
                .containsEntry("value", null)
                .containsEntry("set", true);
    }

    @Test
    void aSettingThatIsChangedHoldsAtOnceAtEachDoor(Office office) {
        var admin = office.admin();
        try {
            admin.patch(
                            "/settings",
                            "{\"myna.registration\":\"open\",\"myna.limits.stanza-bytes-unauthenticated\":1000}")
                    .good();
            assertThat(setting(admin, "myna.registration"))
                    .containsEntry("value", "open")
                    .containsEntry("origin", "here")
                    .containsEntry("changedBy", Office.ADMIN);
            try (var client = RawClient.connect(office.target())) {
                client.register("newcomer", "secret");
            }
            // The adapter was told as well.
            try (var client = RawClient.plain(office.target())) {
                client.open();
                client.send("<iq type='get' id='1'><query xmlns='" + "x".repeat(2000) + "'/></iq>");
                assertThat(client.expect("error").toString()).contains("policy-violation");
            }
        } finally {
            admin.delete("/settings/myna.registration").good();
            admin.delete("/settings/myna.limits.stanza-bytes-unauthenticated").good();
        }
        try (var client = RawClient.connect(office.target())) {
            assertThat(client.ask("get", office.target().domain(), "<query xmlns='jabber:iq:register'/>")
                            .attribute("type"))
                    .isEqualTo("error");
        }
        assertThat(setting(admin, "myna.registration")).containsEntry("origin", "default");
    }

    @Test
    void whoMayWatchIsChangedAtOnceForBrowsers(Office office) {
        assertThat(office.stranger().raw("/metrics")).startsWith("HTTP/1.1 200");
        try {
            office.admin()
                    .patch("/settings/myna.web.monitors", "{\"value\":\"10.0.0.1\"}")
                    .good();
            assertThat(office.stranger().raw("/metrics")).startsWith("HTTP/1.1 404");
        } finally {
            office.admin().delete("/settings/myna.web.monitors").good();
        }
        assertThat(office.stranger().raw("/metrics")).startsWith("HTTP/1.1 200");
    }

    @Test
    void whatCannotBeIsRefusedWithAReason(Office office) {
        var admin = office.admin();
        assertThat(admin.patch("/settings", "{\"myna.login.retries\":9}").problem(400))
                .contains("2 to 5");
        assertThat(admin.patch("/settings", "{\"myna.port.client\":9}").problem(409))
                .contains("started");
        admin.patch("/settings", "{\"myna.nothing\":9}").problem(404);
        admin.patch("/settings", "{\"myna.registration\":[]}").problem(400);
        admin.patch("/settings/myna.registration", "{\"value\":\"ajar\"}").problem(400);
        admin.delete("/settings/myna.domain").problem(409);
        admin.get("/settings/myna.nothing").problem(404);
        admin.patch("/logging/org.example", "{\"level\":\"debug\"}").problem(400);
        admin.patch("/logging/im.myna", "{\"level\":\"loud\"}").problem(400);
        admin.get("/statistics?minutes=0").problem(400);
        admin.put("/certificates/" + Office.HERE, "{\"chain\":\"x\",\"key\":\"y\"}")
                .problem(400);
        admin.put("/certificates/nowhere.example", "{\"chain\":\"x\",\"key\":\"y\"}")
                .problem(404);
        admin.post("/broadcasts", "{\"body\":\"\"}").problem(400);
        admin.post("/broadcasts", "{\"body\":\"x\",\"domain\":\"nowhere.example\"}")
                .problem(404);
    }

    @Test
    void whoMayWhat(Office office) {
        var auditor = office.as(office.make("auditor", Office.HERE, "auditor"));
        var chief = office.as(office.make("chief", Office.HERE, "domain-admin"));
        var user = office.as(office.user("plain"));
        for (var path : READABLE) {
            auditor.get(path).good();
            chief.get(path).problem(403);
            user.get(path).problem(403);
        }
        for (var who : List.of(auditor, chief, user)) {
            who.patch("/settings", "{\"myna.registration\":\"open\"}").problem(403);
            who.delete("/settings/myna.registration").problem(403);
            who.put("/certificates/" + Office.HERE, "{\"chain\":\"x\",\"key\":\"y\"}")
                    .problem(403);
            who.post("/certificates/renewal", "").problem(403);
            who.patch("/logging/im.myna", "{\"level\":\"debug\"}").problem(403);
            who.delete("/logging/im.myna").problem(403);
            who.post("/broadcasts", "{\"body\":\"x\"}").problem(403);
        }
        chief.post("/broadcasts", "{\"body\":\"x\",\"domain\":\"" + Office.ELSEWHERE + "\"}")
                .problem(404);
        chief.post("/broadcasts", "{\"body\":\"x\",\"domain\":\"" + Office.HERE + "\"}")
                .good();
    }

    /** RFC 6121, 8.5.2.2.1: what is of the type "normal" is kept for who is away. */
    @Test
    void aBroadcastToAllWaitsForThoseWhoAreAway(Office office) {
        var away = office.user("away");
        var here = office.user("here");
        try (var client = office.login(here, "one")) {
            office.admin()
                    .post(
                            "/broadcasts",
                            "{\"to\":\"all\",\"domain\":\"" + Office.HERE + "\",\"body\":\"kept for all\"}")
                    .good();
            assertThat(client.expect("message").toString()).contains("kept for all", "headline");
            Office.eventually(
                    () -> office.admin().get(away.path() + "/offline").json().containsValue(1));
            assertThat(office.admin().get(here.path() + "/offline").json()).doesNotContainValue(1);
        }
        try (var client = office.login(away, "one")) {
            client.send("<presence/>");
            client.expect("presence");
            assertThat(client.expect("message").toString()).contains("kept for all", "urn:xmpp:delay");
        }
        office.admin().post("/broadcasts", "{\"to\":\"some\",\"body\":\"x\"}").problem(400);
    }

    @Test
    void theConnectionsToTheDatabaseAreCounted(Office office) {
        var connections = office.admin().get("/database").good().get("connections");
        assertThat(connections).asString().contains("most=32", "inUse=", "taken=", "waitedSeconds=", "failures=0");
    }

    @Test
    void everybodyWhoIsHereHearsABroadcast(Office office) {
        var user = office.user("listener");
        try (var one = office.login(user, "one");
                var other = office.login(office.user("listener"), "other")) {
            var answer = office.admin().post("/broadcasts", "{\"subject\":\"tonight\",\"body\":\"the server rests\"}");
            assertThat(answer.status()).isEqualTo(202);
            assertThat((Integer) answer.get("sessions")).isGreaterThanOrEqualTo(2);
            for (var client : List.of(one, other)) {
                var message = client.expect("message");
                assertThat(message.attribute("from")).isEqualTo(Office.HERE);
                assertThat(message.toString()).contains("the server rests", "tonight");
            }
        }
        var page = office.admin().get("/audit?action=broadcast");
        assertThat(page.good().list("entries")).isNotEmpty();
        assertThat(page.response().body()).doesNotContain("rests");
    }

    @Test
    void theLogIsReadAndSaysMoreWhenItIsAskedTo(Office office) {
        var admin = office.admin();
        var user = office.user("logged");
        admin.patch("/logging/im.myna", "{\"level\":\"debug\"}").good();
        try (var client = office.login(user, "one")) {
            client.ping();
            Office.eventually(() -> !admin.get("/logs?level=debug&text=" + user.name())
                    .good()
                    .list("lines")
                    .isEmpty());
        } finally {
            admin.delete("/logging/im.myna").good();
        }
        assertThat(admin.get("/logs?max=1000").good().list("lines"))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.keySet()).containsExactlyInAnyOrder("at", "level", "logger", "text"));
        assertThat(admin.get("/logging").good().list("packages"))
                .anySatisfy(each -> assertThat(each).containsEntry("package", "im.myna.entry"));
        assertThat(admin.get("/logs?text=" + user.password().replace(" ", "%20"))
                        .good()
                        .list("lines"))
                .isEmpty();
    }

    @Test
    void theLastHourAndTheDatabaseAreToldOf(Office office) {
        var statistics = office.admin().get("/statistics?minutes=60").good();
        assertThat(statistics.get("stepSeconds")).isEqualTo(10);
        assertThat(statistics.list("moments"))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(361)
                .allSatisfy(moment -> {
                    assertThat((Integer) moment.get("threads")).isPositive();
                    assertThat((Integer) moment.get("memoryBytes")).isPositive();
                });
        var database = office.admin().get("/database").good();
        assertThat(database.get("product")).isEqualTo("H2");
        assertThat(database.list("tables"))
                .extracting(table -> table.get("name"))
                .contains("account", "setting");
    }

    @Test
    void aChangeAndACertificateOutliveTheServer(@TempDir Path data) throws Exception {
        var settings = Map.of("MYNA_ADMIN_PASSWORD", Governed.PASSWORD, "MYNA_LIMITS_ROSTER_ITEMS", "99");
        var keys = Keys.make(Files.createDirectories(data.resolve("made")), Server.DOMAIN);
        try (var server = Server.start(data, settings)) {
            var office = new Office(server.target());
            office.admin()
                    .patch("/settings", "{\"myna.limits.roster-items\":7}")
                    .good();
            assertThat(office.admin()
                            .put("/certificates/" + Server.DOMAIN, json(data, keys))
                            .good()
                            .get("https"))
                    .isEqualTo("the same");
            assertThat(shown(server)).isEqualTo(keys.certificate());
            Office.eventually(() -> keys.certificate().equals(shownByHttps(server)));
            server.terminate();
        }
        try (var server = Server.start(data, settings)) {
            var admin = new Office(server.target()).admin();
            assertThat(setting(admin, "myna.limits.roster-items")).containsEntry("value", "7");
            admin.delete("/settings/myna.limits.roster-items").good();
            assertThat(setting(admin, "myna.limits.roster-items"))
                    .containsEntry("value", "99")
                    .containsEntry("origin", "environment");
            assertThat(shown(server)).isEqualTo(keys.certificate());
            assertThat(shownByHttps(server)).isEqualTo(keys.certificate());
        }
    }

    private static String json(Path folder, Keys keys) throws Exception {
        var chain = folder.resolve("made/chain.pem");
        var key = folder.resolve("made/key.pem");
        keys.write(chain, key);
        return "{\"chain\":\"%s\",\"key\":\"%s\"}"
                .formatted(
                        Files.readString(chain).replace("\n", "\\n"),
                        Files.readString(key).replace("\n", "\\n"));
    }

    private static Certificate shown(Server server) {
        try (var client = RawClient.connectDirectly(server.target())) {
            return client.certificate();
        }
    }

    private static Certificate shownByHttps(Server server) {
        var target = server.target();
        try (var socket =
                (SSLSocket) Trust.context().getSocketFactory().createSocket(target.address(), target.httpsPort())) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
