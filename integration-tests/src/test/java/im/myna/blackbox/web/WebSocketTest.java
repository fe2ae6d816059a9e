package im.myna.blackbox.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.client.WebSocketClient;
import im.myna.blackbox.server.Accounts;
import im.myna.blackbox.server.Served;
import im.myna.specification.Shows;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7395 to the letter, and RFC 6455 where it is broken. */
@Shows("RFC 7395")
@ExtendWith(Served.class)
class WebSocketTest {
    private static final String XMPP = "Sec-WebSocket-Protocol: xmpp";
    /** Who break off at once, again and again, and how often somebody else comes meanwhile. */
    private static final int RUDE = 8;

    private static final int POLITE = 300;
    private static final byte[] PING_IQ =
            "<iq xmlns='jabber:client' type='get' id='p'><ping xmlns='urn:xmpp:ping'/></iq>".getBytes(UTF_8);

    /** 3.1, and RFC 6455, 4.2.2. */
    @ParameterizedTest
    @ValueSource(strings = {"/xmpp-websocket", "/ws", "/ws/"})
    void theHandshakeNamesTheSubprotocol(String path, Target server) {
        try (var client = WebSocketClient.shake(server, path, "Sec-WebSocket-Protocol: chat, xmpp")) {
            assertThat(client.status()).isEqualTo(101);
            assertThat(client.header("Sec-WebSocket-Protocol")).isEqualTo("xmpp");
            assertThat(client.header("Sec-WebSocket-Accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        }
    }

    /** 3.1: the subprotocol has to be negotiated. */
    @Test
    void aHandshakeWithoutTheSubprotocolIsABadRequest(Target server) {
        try (var client = WebSocketClient.shake(server, "/xmpp-websocket", "Sec-WebSocket-Protocol: chat")) {
            assertThat(client.status()).isEqualTo(400);
        }
    }

    /** RFC 6454: a page of another site is turned away, one of ours and what is no page are not. */
    @ParameterizedTest
    @CsvSource({
        "https://evil.example,403",
        "http://im.example.com,403",
        "null,403",
        "http://im.example.com:PORT,101",
        "http://IM.example.com:PORT,101"
    })
    void onlyPagesOfThisServerMayConnect(String origin, int status, Target server) {
        var line = "Origin: " + origin.replace("PORT", String.valueOf(server.httpPort()));
        try (var client = WebSocketClient.shake(server, "/ws", XMPP, line)) {
            assertThat(client.status()).isEqualTo(status);
        }
    }

    /** 3.3, 3.4: each frame stands alone, headers are "open" elements. */
    @Test
    void everyFrameIsOneElementWithItsOwnNamespaces(Target server) {
        try (var client = WebSocketClient.connect(server)) {
            client.send("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='im.example.com' version='1.0'/>");
            assertThat(client.expect("<open "))
                    .startsWith("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' ")
                    .contains("from='im.example.com'", "version='1.0'", "id='", "xml:lang='")
                    .endsWith("/>");
            assertThat(client.expect("<stream:features"))
                    .contains("xmlns:stream='http://etherx.jabber.org/streams'", "<mechanism>")
                    // 3.9: no STARTTLS; and no channel binding, which no browser could use.
                    .doesNotContain("starttls", "-PLUS");
        }
    }

    /** 3.6, and what browser clients compare letter by letter. */
    @Test
    void closingTheStreamIsAnsweredThenTheSocketIsClosed(Target server) {
        try (var client = WebSocketClient.connect(server)) {
            client.open();
            client.send("<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>");
            assertThat(client.receive().text()).isEqualTo("<close xmlns=\"urn:ietf:params:xml:ns:xmpp-framing\" />");
            assertThat(client.receive().code()).isEqualTo(1000);
            client.frame(WebSocketClient.CLOSE, true, new byte[] {3, (byte) 0xe8});
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    void somebodyLogsInAndTalksToSomebodyByTcp(Target server, Accounts accounts) {
        var juliet = accounts.make("juliet");
        var romeo = accounts.make("romeo");
        try (var web = WebSocketClient.connectSecurely(server).login(juliet.username(), juliet.password(), "balcony");
                var tcp = RawClient.login(server, romeo.username(), romeo.password(), "orchard")) {
            web.send("<presence xmlns='jabber:client'/>");
            web.expect("<presence");
            tcp.send("<message to='" + server.jid(juliet.username())
                    + "/balcony' type='chat'><body>Neither, fair saint</body></message>");
            assertThat(web.expect("<message"))
                    .startsWith("<message xmlns='jabber:client'")
                    .contains("fair saint");
            web.send("<message xmlns='jabber:client' to='" + server.jid(romeo.username())
                    + "/orchard' type='chat'><body>Art thou not Romeo?</body></message>");
            assertThat(tcp.expect("message").toString()).contains("Art thou not Romeo?");
        }
    }

    /** RFC 6455, 5.4: a message in fragments, with a ping in between. */
    @Test
    void fragmentsMakeOneMessageAndAPingBetweenThemIsAnswered(Target server, Accounts accounts) {
        var juliet = accounts.make("juliet");
        try (var client = WebSocketClient.connect(server).login(juliet.username(), juliet.password(), "balcony")) {
            client.frame(WebSocketClient.TEXT, false, Arrays.copyOf(PING_IQ, 7));
            client.frame(WebSocketClient.PING, true, "are you there".getBytes(UTF_8));
            var pong = client.receive();
            assertThat(pong.opcode()).isEqualTo(WebSocketClient.PONG);
            assertThat(pong.text()).isEqualTo("are you there");
            client.frame(WebSocketClient.CONTINUATION, false, new byte[0]);
            client.frame(WebSocketClient.CONTINUATION, true, Arrays.copyOfRange(PING_IQ, 7, PING_IQ.length));
            assertThat(client.expect("<iq")).contains("type='result'");
        }
    }

    /** RFC 6455, 5.1, 5.2, 5.4, 5.5; RFC 7395, 3.2. The stream error comes first, then the close code. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "not masked,0x81,0,1,1002,bad-format",
        "reserved bit 1,0xC1,0x80,1,1002,bad-format",
        "reserved bit 3,0x91,0x80,1,1002,bad-format",
        "unknown opcode,0x83,0x80,1,1002,bad-format",
        "unknown control opcode,0x8B,0x80,1,1002,bad-format",
        "nothing to continue,0x80,0x80,1,1002,bad-format",
        "fragmented ping,0x09,0x80,1,1002,bad-format",
        "ping of 126 bytes,0x89,0x80,126,1002,bad-format",
        "close of one byte,0x88,0x80,1,1002,bad-format",
        "binary,0x82,0x80,1,1003,bad-format",
        "too large,0x81,0x80,16385,1009,policy-violation",
        "too large by far,0x81,0x80,3000000,1009,policy-violation",
        "too large in a fragment,0x01,0x80,16385,1009,policy-violation"
    })
    void whatIsNoFrameEndsTheConnection(
            String what, String first, String mask, int length, int code, String condition, Target server) {
        try (var client = WebSocketClient.connect(server)) {
            client.open();
            client.frame(
                    Integer.decode(first),
                    Integer.decode(mask),
                    "x".repeat(length).getBytes(UTF_8));
            assertThat(client.expect("<stream:error")).contains("<" + condition + " ");
            client.expect("<close");
            assertThat(client.receive().code()).isEqualTo(code);
        }
    }

    /** RFC 7395, 3.3: what is not one whole element. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<iq xmlns='jabber:client'/><iq xmlns='jabber:client'/>|not-well-formed|1000",
                "<iq xmlns='jabber:client'>|not-well-formed|1000",
                "' '|not-well-formed|1000",
                "''|not-well-formed|1000",
                "<!-- x --><iq xmlns='jabber:client'/>|restricted-xml|1000",
                "<!DOCTYPE x [<!ENTITY y 'z'>]><iq xmlns='jabber:client'/>|restricted-xml|1000",
                "<iq type='get' id='1'/>|invalid-namespace|1000",
                "<presence xmlns='jabber:client'/>|not-authorized|1000"
            })
    void whatIsNotOneElementEndsTheStream(String text, String condition, int code, Target server) {
        try (var client = WebSocketClient.connect(server)) {
            client.open();
            client.send(text);
            assertThat(client.expect("<stream:error")).contains("<" + condition + " ");
            client.expect("<close");
            assertThat(client.receive().code()).isEqualTo(code);
        }
    }

    /** The container uses what it had for one connection for the next one again. */
    @Test
    void manyWhoBreakOffAtOnceDisturbNobodyElse(Target server) throws Exception {
        var rude = Executors.newFixedThreadPool(RUDE);
        try {
            var over = new AtomicBoolean();
            var breaking = Stream.generate(() -> rude.submit(() -> breakOff(server, over)))
                    .limit(RUDE)
                    .toList();
            for (int i = 0; i < POLITE; i++) {
                try (var client = WebSocketClient.connect(server)) {
                    client.open();
                    client.send("<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>");
                    client.expect("<close");
                    assertThat(client.receive().code()).isEqualTo(1000);
                }
            }
            over.set(true);
            for (var each : breaking) {
                assertThat(each.get(1, TimeUnit.MINUTES)).isPositive();
            }
        } finally {
            rude.shutdownNow();
        }
    }

    private static int breakOff(Target server, AtomicBoolean over) {
        int times = 0;
        for (; !over.get(); times++) {
            try (var client = WebSocketClient.connect(server)) {
                client.send("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='" + server.domain()
                        + "' version='1.0'/>");
                client.send(times % 2 == 0 ? "<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>" : "no element");
            }
        }
        return times;
    }

    /** RFC 6455, 8.1. */
    @Test
    void whatIsNotUtf8EndsTheConnection(Target server) {
        try (var client = WebSocketClient.connect(server)) {
            client.open();
            client.frame(WebSocketClient.TEXT, true, "<a xmlns='urn:a'>\u00ff</a>".getBytes(ISO_8859_1));
            assertThat(client.expect("<stream:error")).contains("<unsupported-encoding ");
            client.expect("<close");
            assertThat(client.receive().code()).isEqualTo(1007);
        }
    }

    /** RFC 6120, 4.9.1.2: an error before the stream was opened comes with an opening tag. */
    @Test
    void anErrorBeforeTheStreamIsOpenedComesWithItsHeader(Target server) {
        try (var client = WebSocketClient.connect(server)) {
            client.frame(WebSocketClient.BINARY, true, new byte[1]);
            client.expect("<open ");
            client.expect("<stream:error");
            client.expect("<close");
            assertThat(client.receive().code()).isEqualTo(1003);
        }
    }

    /** The budget of one message counts for all of its fragments, before the log-in too; empty ones cost as well. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000})
    void endlessFragmentsComeToAnEnd(int bytes, Target server) {
        try (var client = WebSocketClient.connect(server)) {
            client.open();
            client.frame(WebSocketClient.TEXT, false, "<iq>".getBytes(UTF_8));
            for (int i = 0; i < 5000; i++) {
                client.frame(WebSocketClient.CONTINUATION, false, new byte[bytes]);
            }
            assertThat(client.expect("<stream:error")).contains("<policy-violation ");
            client.expect("<close");
            assertThat(client.receive().code()).isEqualTo(1009);
        }
    }

    /** RFC 6455, 5.5.1. */
    @Test
    void aCloseFrameIsAnsweredByTheSame(Target server) {
        try (var client = WebSocketClient.connect(server)) {
            client.open();
            client.frame(WebSocketClient.CLOSE, true, new byte[] {3, (byte) 0xe9});
            assertThat(client.receive().code()).isEqualTo(1001);
            assertThat(client.ended()).isTrue();
        }
    }
}
