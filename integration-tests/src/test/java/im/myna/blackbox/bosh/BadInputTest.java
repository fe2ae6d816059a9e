package im.myna.blackbox.bosh;

import static im.myna.blackbox.bosh.Wire.NS;
import static im.myna.blackbox.bosh.Wire.terminated;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts;
import im.myna.blackbox.server.Served;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XEP-0124, 17: what nobody should send, and the exact answer; the server goes on. */
@ExtendWith(Served.class)
class BadInputTest {
    private static final String MESSAGE = "<message xmlns='jabber:client'/>";

    private final Wire wire;
    private final Accounts accounts;
    private Session bystander;

    BadInputTest(Target target, Accounts accounts) {
        wire = new Wire(target);
        this.accounts = accounts;
    }

    @BeforeEach
    void somebodyIsThere() {
        var account = accounts.make("bystander");
        bystander = Session.begin(wire).login(account.username(), account.password());
    }

    @AfterEach
    void theServerGoesOn() {
        bystander.ping();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<body",
                "<body rid='1' to='im.example.com'/>",
                "<message xmlns='jabber:client' rid='1'/>",
                "<body xmlns='http://jabber.org/protocol/httpbind' to='im.example.com'/>",
                "<body xmlns='http://jabber.org/protocol/httpbind' rid='x' to='im.example.com' ver='1.6'/>",
                "<!DOCTYPE b [<!ENTITY a 'b'>]><body xmlns='http://jabber.org/protocol/httpbind' rid='1'/>"
            })
    void whatIsNoRequestIsABadRequest(String body) {
        // 17.2
        var answer = wire.post(body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml; charset=utf-8");
        assertThat(answer.body()).isEqualTo(terminated("bad-request"));
    }

    @ParameterizedTest
    @CsvSource({
        "improper-addressing, ver='1.6'",
        "improper-addressing, ver='1.6' to=''",
        "host-unknown, ver='1.6' to='elsewhere.example.com'",
        "host-unknown, ver='1.6' to='@'",
        "bad-request, ver='one' to='im.example.com'",
        "bad-request, ver='1.6' to='im.example.com' wait='long'",
        "bad-request, ver='1.6' to='im.example.com' content='a'"
    })
    void aSessionThatCannotBeginIsRefused(String condition, String attributes) {
        assertThat(wire.post("<body" + NS + " rid='7' " + attributes + "/>").body())
                .isEqualTo(terminated(condition));
    }

    @Test
    void anOldClientIsRefusedByHttp() {
        // 17.1
        var answer = wire.post("<body" + NS + " rid='7' to='im.example.com' wait='long'/>");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
        var old = Session.begin(wire, " wait='60' hold='1'");
        assertThat(wire.post(old.body(old.rid + 50, "", "")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json", "nonsense"})
    void theTypeOfTheContentDoesNotMatter(String type) {
        // 5: "SHOULD ignore all HTTP Content-Type headers they receive"
        var body = "<body" + NS + " rid='7' to='im.example.com' ver='1.6'/>";
        var answer = wire.send(wire.request("/http-bind")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
        assertThat(answer.body()).contains("<stream:features");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "PATCH"})
    void anotherMethodIsNotAllowed(String method) {
        var answer = wire.send(wire.request("/http-bind")
                .method(method, BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/http-bind/x", "/bosh/", "/http-bin"})
    void anotherPathIsNotFound(String path) {
        var answer = wire.send(
                wire.request(path).POST(BodyPublishers.ofString("<body/>")).build());
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void aHugeBodyIsRefusedBeforeAllOfItCame() {
        var answer = wire.raw("POST /http-bind HTTP/1.1\r\nHost: im.example.com\r\nContent-Length: 1000000000\r\n\r\n"
                + "<body" + NS + " rid='7'>" + "x".repeat(100_000));
        assertThat(answer).startsWith("HTTP/1.1 200").endsWith(terminated("policy-violation"));
    }

    @Test
    void aBodyThatIsTooLargeForItsSessionEndsThatSession() {
        var session = Session.begin(wire);
        var held = session.asking("", "");
        var answer = wire.raw("POST /http-bind HTTP/1.1\r\nHost: im.example.com\r\nContent-Length: 1000000000\r\n\r\n"
                + session.body(session.rid + 1, "", "x".repeat(100_000)));
        assertThat(answer).startsWith("HTTP/1.1 200").endsWith(terminated("policy-violation"));
        assertThat(held.join().body())
                .contains("type='terminate'", "condition='remote-stream-error'", "<stream:error", "<policy-violation");
    }

    @Test
    void aBodyThatDripsIsNotWaitedFor() {
        var answer = wire.raw("POST /http-bind HTTP/1.1\r\nHost: im.example.com\r\nContent-Length: 1000\r\n\r\n<body");
        assertThat(answer).startsWith("HTTP/1.1 408");
    }

    @Test
    void aStanzaThatIsTooLargeEndsItsSession() {
        var session = Session.begin(wire);
        assertThat(session.ask("", "<message xmlns='jabber:client' id='" + "x".repeat(20_000) + "'/>"))
                .contains("type='terminate'", "condition='remote-stream-error'", "<policy-violation");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "not-well-formed, <message xmlns='jabber:client'>",
                "not-well-formed, <message xmlns='jabber:client'></iq>",
                "restricted-xml, <message xmlns='jabber:client'>&lol;</message>",
                "restricted-xml, <!-- x -->",
                "bad-format, text",
                "not-authorized, <message xmlns='jabber:client'/>"
            })
    void whatBreaksTheStreamEndsItsSessionWithTheErrorOfTheStream(String condition, String payload) {
        // XEP-0206, 6
        var session = Session.begin(wire);
        assertThat(session.ask("", payload))
                .contains("type='terminate'", "condition='remote-stream-error'", "<stream:error", "<" + condition);
        assertThat(session.ask("", "")).isEqualTo(terminated("item-not-found"));
    }

    @Test
    void aBombOfElementsEndsItsSession() {
        var session = Session.begin(wire);
        var bomb = "<a xmlns='b'>".repeat(1) + "<a>".repeat(500) + "</a>".repeat(500) + "</a>";
        assertThat(session.ask("", bomb)).contains("remote-stream-error", "<policy-violation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guessed", "AAAAAAAAAAAAAAAAAAAAAA"})
    void aSidThatNobodyHasIsNotFound(String sid) {
        assertThat(wire.post("<body" + NS + " rid='7' sid='" + sid + "'/>").body())
                .isEqualTo(terminated("item-not-found"));
    }

    @Test
    void aGuessedNumberEndsTheSessionOfWhoeverKnewTheSid() {
        // 14.2
        var session = Session.begin(wire);
        assertThat(wire.post(session.body(session.rid + 10, "", "")).body()).isEqualTo(terminated("item-not-found"));
        assertThat(session.ask("", "")).isEqualTo(terminated("item-not-found"));
    }

    @Test
    void aRepeatedRequestIsAnsweredByteForByte() {
        // 14.3
        var session = Session.begin(wire);
        var request = session.body(
                ++session.rid, "", "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'/>");
        var answer = wire.post(request).body();
        assertThat(answer).contains("<challenge");
        assertThat(wire.post(request).body()).isEqualTo(answer);
    }

    @Test
    void aUsedNumberWithAnotherBodyEndsTheSession() {
        // 14.3
        var session = Session.begin(wire);
        session.ask("", "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'/>");
        assertThat(wire.post(session.body(session.rid, "", MESSAGE)).body()).isEqualTo(terminated("item-not-found"));
        assertThat(session.ask("", "")).isEqualTo(terminated("item-not-found"));
    }

    @Test
    void tooManyRequestsAtOnceEndTheSession() {
        // 11
        var session = Session.begin(wire);
        var first = session.asking("", "");
        var second = session.asking("", "");
        assertThat(first.join().body()).doesNotContain("terminate");
        assertThat(session.ask("", "")).isEqualTo(terminated("policy-violation"));
        assertThat(second.join().body()).isEqualTo(terminated("other-request"));
    }

    @Test
    void theSidStandsInNoAnswerButTheFirst() {
        assertThat(bystander.first).contains(bystander.sid);
        assertThat(bystander.ask(" pause='60'", "")).doesNotContain(bystander.sid);
    }
}
