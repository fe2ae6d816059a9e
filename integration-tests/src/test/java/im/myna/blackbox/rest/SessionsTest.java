package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.client.WebSocketClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Governed.class)
class SessionsTest {
    private static List<String> jids(Answer answer) {
        return answer.good().list("sessions").stream()
                .map(session -> String.valueOf(session.get("jid")))
                .toList();
    }

    @Test
    void aSessionTellsHowItCameInAndHowItIs(Office office) {
        var user = office.user("juliet");
        try (var client = office.login(user, "balcony")) {
            client.send(
                    "<presence><show>away</show><priority>7</priority><c xmlns='http://jabber.org/protocol/caps'"
                            + " hash='sha-1' node='https://client.example.com' ver='QgayPKawpkPSDYmwT/WM94uAlu0='/></presence>");
            client.ping();
            var session = office.admin()
                    .get("/sessions/" + user.jid() + "/balcony")
                    .good()
                    .json();
            assertThat(session)
                    .containsEntry("jid", user.jid() + "/balcony")
                    .containsEntry("address", "127.0.0.1")
                    .containsEntry("door", "tcp")
                    .containsEntry("presence", "away")
                    .containsEntry("priority", 7)
                    .containsEntry("mechanism", "PLAIN")
                    .containsEntry("client", "https://client.example.com")
                    .containsEntry("bytesWaiting", 0);
            assertThat((Integer) session.get("bytesReceived")).isGreaterThan(500);
            assertThat((Integer) session.get("bytesSent")).isGreaterThan(500);
            assertThat(session.get("tls")).asString().contains("version=TLSv1.3", "cipher=TLS_");
            assertThat(Duration.between(Instant.parse(session.get("since").toString()), Instant.now()))
                    .isBetween(Duration.ofSeconds(-1), Duration.ofMinutes(1));
            assertThat((Integer) session.get("idleSeconds")).isBetween(0, 60);
        }
    }

    @Test
    void whatGoesOverAWebSocketIsCountedToo(Office office, Target target) {
        var user = office.user("browser");
        var path = "/sessions/" + user.jid() + "/window";
        try (var window = WebSocketClient.connectSecurely(target).login(user.name(), user.password(), "window")) {
            var before = (Integer) office.admin().get(path).good().json().get("bytesReceived");
            window.send("<iq xmlns='jabber:client' type='get' id='p'><ping xmlns='urn:xmpp:ping'/></iq>");
            window.expect("<iq");
            var after = office.admin().get(path).good().json();
            assertThat((Integer) after.get("bytesReceived")).isGreaterThan(before);
            assertThat((Integer) after.get("bytesSent")).isGreaterThan(500);
            assertThat(after).containsEntry("door", "websocket");
        }
    }

    @Test
    void whoAnnouncedNothingIsUnavailable(Office office) {
        var user = office.user("silent");
        try (var client = office.login(user, "one")) {
            client.ping();
            assertThat(office.admin()
                            .get("/sessions/" + user.jid() + "/one")
                            .good()
                            .json())
                    .containsEntry("presence", "unavailable")
                    .containsEntry("priority", null);
        }
    }

    @Test
    void theListIsFilteredAndSorted(Office office, Target target) {
        var user = office.user("listed");
        try (var a = office.login(user, "a");
                var b = RawClient.connectDirectly(target)) {
            b.authenticate(user.name(), user.password());
            b.bind("b");
            a.send("<presence><priority>1</priority></presence>");
            b.send("<presence><priority>5</priority></presence>");
            a.ping();
            b.ping();
            var admin = office.admin();
            var one = user.jid() + "/a";
            var other = user.jid() + "/b";
            var mine = "/sessions?user=" + user.name();
            assertThat(jids(admin.get(mine))).containsExactly(one, other);
            assertThat(jids(admin.get(mine + "&sort=-jid"))).containsExactly(other, one);
            assertThat(jids(admin.get(mine + "&sort=-priority"))).containsExactly(other, one);
            assertThat(jids(admin.get(mine + "&sort=since"))).containsExactly(one, other);
            assertThat(jids(admin.get(mine + "&door=direct-tls"))).containsExactly(other);
            assertThat(jids(admin.get(mine + "&address=192.0.2.1"))).isEmpty();
            assertThat(jids(admin.get(mine + "&tls=TLSv1.3&mechanism=plain&presence=available&client=")))
                    .containsExactly(one, other);
            assertThat(jids(admin.get(mine + "&tls=none"))).isEmpty();
            assertThat(jids(admin.get(mine + "&client=gajim"))).isEmpty();
            assertThat(jids(admin.get(mine + "&sort=-received"))).hasSize(2);
            assertThat(jids(admin.get(mine + "&domain=" + Office.ELSEWHERE))).isEmpty();
            assertThat(jids(admin.get(mine + "&max=1&offset=1"))).containsExactly(other);
            assertThat(admin.get(mine + "&max=1").get("count")).isEqualTo(2);
            assertThat(admin.get("/sessions?sort=beauty").problem(400)).contains("idle");
        }
    }

    @Test
    void theServerSaysSomethingToOneClientOnly(Office office) {
        var user = office.user("told");
        try (var client = office.login(user, "one");
                var other = office.login(user, "two")) {
            var path = "/sessions/" + user.jid() + "/one/messages";
            assertThat(office.admin()
                            .post(path, "{\"subject\":\"Tonight\",\"body\":\"we close at ten & <not> before\"}")
                            .status())
                    .isEqualTo(204);
            var message = client.expect("message");
            assertThat(message.attribute("from")).isEqualTo(Office.HERE);
            assertThat(message.child("subject").orElseThrow().text()).isEqualTo("Tonight");
            assertThat(message.child("body").orElseThrow().text()).isEqualTo("we close at ten & <not> before");
            other.ping();
            office.admin().post(path, "{\"body\":\"\"}").problem(400);
            office.admin().post(path, "{\"body\":\"\\u0000\"}").problem(400);
            office.admin().post(path, "{}").problem(400);
        }
    }

    @Test
    void aSessionIsClosedWithAnErrorAndTheClientMayComeBack(Office office) {
        var user = office.user("closed");
        var path = "/sessions/" + user.jid() + "/one";
        try (var client = office.login(user, "one")) {
            assertThat(office.admin().delete(path).status()).isEqualTo(204);
            var error = client.expect("error");
            assertThat(error.child("policy-violation")).isPresent();
            assertThat(error.child("text").orElseThrow().text()).contains("administrator");
            client.expect("closed");
        }
        Office.eventually(() -> office.admin().get(path).status() == 404);
        try (var client = office.login(user, "one")) {
            client.ping();
        }
    }

    @Test
    void aResourceMayHaveAnyName(Office office) {
        var user = office.user("named");
        try (var client = office.login(user, "a/b;c d%e")) {
            client.ping();
            var path = "/sessions/" + user.jid() + "/a/b%3Bc%20d%25e";
            assertThat(office.admin().get(path).good().get("jid")).isEqualTo(user.jid() + "/a/b;c d%e");
        }
    }

    @Test
    void whoIsNotThereIsNotFound(Office office) {
        office.admin().get("/sessions/nobody@im.example.com/x").problem(404);
        office.admin().delete("/sessions/nobody@im.example.com/x").problem(404);
        office.admin()
                .post("/sessions/nobody@im.example.com/x/messages", "{\"body\":\"hello\"}")
                .problem(404);
    }
}
