package im.myna.blackbox.bosh;

import static im.myna.blackbox.bosh.Wire.NS;
import static im.myna.blackbox.bosh.Wire.terminated;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts;
import im.myna.blackbox.server.Served;
import im.myna.specification.Shows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XEP-0124 and XEP-0206: what a friend does. */
@ExtendWith(Served.class)
@Shows({"XEP-0124", "XEP-0206"})
class SessionTest {
    private final Wire wire;
    private final Accounts accounts;
    private final Target target;

    SessionTest(Target target, Accounts accounts) {
        wire = new Wire(target);
        this.accounts = accounts;
        this.target = target;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/http-bind", "/http-bind/", "/bosh"})
    void aSessionBeginsWithTheFeaturesOfTheStream(String path) {
        // XEP-0124, 7; XEP-0206, 4
        var body = "<body" + NS + " rid='7' to='im.example.com' ver='1.6' wait='60' hold='1'/>";
        var answer =
                wire.send(wire.request(path).POST(BodyPublishers.ofString(body)).build());
        assertThat(answer.body()).contains(" sid='", " requests='2'", " authid='", "<stream:features");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Session.find(answer.body(), "sid='([^']*)'")).hasSize(22);
    }

    @Test
    void twoWhoChatByDifferentDoors() {
        var romeo = accounts.make("romeo");
        var juliet = accounts.make("juliet");
        var browser = Session.begin(wire).login(romeo.username(), romeo.password());
        browser.askFor("presence", "", "<presence xmlns='jabber:client'/>");
        try (var phone = RawClient.login(target, juliet.username(), juliet.password(), "phone")) {
            var waiting = browser.asking("", "");
            phone.send("<message to='" + target.jid(romeo.username()) + "'><body>Art thou not Romeo?</body></message>");
            assertThat(waiting.join().body()).contains("Art thou not Romeo?");
        }
    }

    @Test
    void aPageThatComesBackGoesOnWithItsSession() {
        // The old page's request still waits when the new page asks.
        var account = accounts.make("reader");
        var old = Session.begin(wire).login(account.username(), account.password());
        var abandoned = old.asking("", "");
        var page = Session.attach(wire, old.sid, old.rid + 1);
        var answer = page.asking(
                "",
                "<iq xmlns='jabber:client' type='get' id='back' to='im.example.com'><ping xmlns='urn:xmpp:ping'/></iq>");
        // In the order of their numbers; what was said meanwhile may be in the first.
        var first = abandoned.join().body();
        assertThat(first.contains("id='back'") ? first : answer.join().body()).contains("id='back'", "type='result'");
    }

    @Test
    void whoEndsTheSessionIsGone() {
        // XEP-0124, 13
        var account = accounts.make("leaver");
        var session = Session.begin(wire).login(account.username(), account.password());
        assertThat(session.ask(" type='terminate'", "<presence xmlns='jabber:client' type='unavailable'/>"))
                .isEqualTo("<body" + NS + " type='terminate'/>");
        assertThat(session.ask("", "")).isEqualTo(terminated("item-not-found"));
    }

    @Test
    void whoIsSilentForLongerThanHeSaidIsForgotten() throws InterruptedException {
        // XEP-0124, 10
        var session = Session.begin(wire);
        session.ask(" pause='1'", "");
        var answer = "";
        for (int i = 0; i < 20 && !answer.contains("item-not-found"); i++) {
            Thread.sleep(200);
            answer = wire.post(session.body(session.rid - 5, "", "")).body();
        }
        assertThat(answer).isEqualTo(terminated("item-not-found"));
    }

    @Test
    void theKeysOfASequenceAreAskedFor() {
        // XEP-0124, 15
        var session = Session.begin(wire, " ver='1.6' newkey='ca393b51b682f61f98e7877d61146407f3d0a770'");
        assertThat(session.ask(" key='0000000000000000000000000000000000000000'", ""))
                .isEqualTo(terminated("item-not-found"));
    }

    @Test
    void aBrowserMayAskFromThePagesOfThisServerOnly() {
        var own = target.http("");
        var question = wire.request("/http-bind")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type");
        var yes = wire.send(question.copy()
                .header("Origin", own)
                .method("OPTIONS", BodyPublishers.noBody())
                .build());
        assertThat(yes.statusCode()).isEqualTo(204);
        assertThat(yes.headers().firstValue("Access-Control-Allow-Origin")).contains(own);
        assertThat(yes.headers().firstValue("Access-Control-Allow-Methods")).contains("POST, OPTIONS");
        assertThat(yes.headers().firstValue("Access-Control-Allow-Headers")).contains("Content-Type, Content-Encoding");
        var no = wire.send(question.copy()
                .header("Origin", "https://evil.example.com")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());
        assertThat(no.statusCode()).isEqualTo(403);
        assertThat(no.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        var foreign = wire.send(wire.request("/http-bind")
                .header("Origin", "https://evil.example.com")
                .POST(BodyPublishers.ofString("<body" + NS + " rid='7' to='im.example.com' ver='1.6'/>"))
                .build());
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void errorsTellTheOriginAsWell() {
        var own = target.http("");
        var answer = wire.send(wire.request("/http-bind")
                .header("Origin", own)
                .POST(BodyPublishers.ofString("nonsense"))
                .build());
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(own);
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void aLargeAnswerIsCompressedForWhoWantsThat() throws IOException {
        // XEP-0124, 5
        var account = accounts.make("packer");
        var session = Session.begin(wire).login(account.username(), account.password());
        var echo = "<message xmlns='jabber:client' to='" + target.jid(account.username()) + "'><body>"
                + "again ".repeat(2000) + "</body></message>";
        session.ask("", "<presence xmlns='jabber:client'/>");
        var answer = wire.compressed(session.body(++session.rid, "", echo));
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var expanding = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(expanding.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("again again");
        }
    }

    @Test
    void aPageGoesOnWithASessionThatWasBegunForIt() {
        var account = accounts.make("portal");
        var answer = wire.send(wire.request("/api/v1/prebind")
                .header("Authorization", basic(account.username(), account.password()))
                .POST(BodyPublishers.ofString("{\"resource\":\"page\",\"wait\":30}"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).contains("\"jid\":\"" + target.jid(account.username()) + "/page\"");
        Session.attach(
                        wire,
                        Session.find(answer.body(), "\"sid\":\"([^\"]*)\""),
                        Long.parseLong(Session.find(answer.body(), "\"rid\":([0-9]+)")))
                .ping();
    }

    @Test
    void nobodyGetsASessionWithAWrongPassword() {
        var account = accounts.make("guessed");
        var wrong = wire.send(wire.request("/api/v1/prebind")
                .header("Authorization", basic(account.username(), "wrong"))
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"Myna\", charset=\"UTF-8\"");
        assertThat(wrong.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(wrong.body()).contains("\"status\":401");
        var nobody = wire.send(
                wire.request("/api/v1/prebind").POST(BodyPublishers.noBody()).build());
        assertThat(nobody.statusCode()).isEqualTo(401);
    }

    @Test
    void aWishThatCannotBeReadIsAProblem() {
        var account = accounts.make("mumbler");
        for (var wish : new String[] {"[]", "{", "{\"wait\":\"x\"}", "{\"resource\":1}", "{\"wait\":-1}"}) {
            var answer = wire.send(wire.request("/api/v1/prebind")
                    .header("Authorization", basic(account.username(), account.password()))
                    .POST(BodyPublishers.ofString(wish))
                    .build());
            assertThat(answer.statusCode()).as(wish).isEqualTo(400);
            assertThat(answer.body()).as(wish).contains("\"status\":400");
        }
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
