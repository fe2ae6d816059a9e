package im.myna.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.stanza.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7395 and XEP-0124: elements that stand alone. */
class FramingDecoderTest {
    private static final String OPEN =
            "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='example.com' version='1.0'/>";

    private final FramingDecoder decoder = new FramingDecoder(Transcript.LIMITS);

    private Frame decode(String message) {
        return decoder.decode(message.getBytes(UTF_8));
    }

    @Test
    void openOpensTheStream() {
        // RFC 7395, 3.4
        var header = new StreamHeader("", "example.com", "", "1.0", "", "jabber:client");
        assertThat(decode(OPEN)).isEqualTo(new Frame.Opened(header));
        assertThat(decode("<?xml version='1.0'?>\n" + OPEN + "\n")).isEqualTo(new Frame.Opened(header));
    }

    @Test
    void closeClosesTheStream() {
        // RFC 7395, 3.6
        assertThat(decode("<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>"))
                .isEqualTo(new Frame.Closed());
    }

    @Test
    void aMessageIsOneStanzaWithItsOwnNamespaces() {
        // RFC 7395, 3.3.3
        var frame = decode("<message xmlns='jabber:client' to='a@b'><body>x</body><y xmlns='z'/></message>");
        assertThat(frame).isInstanceOfSatisfying(Frame.Arrived.class, arrived -> {
            assertThat(arrived.stanza()).isInstanceOf(Message.class);
            assertThat(new String(arrived.stanza().payload().bytes(), UTF_8)).isEqualTo("<body>x</body><y xmlns='z'/>");
        });
    }

    @Test
    void aPrefixForTheContentNamespaceIsAPrefixOnly() {
        var plain = decode("<message xmlns='jabber:client'><body>x</body></message>");
        assertThat(decode("<c:message xmlns:c='jabber:client'><c:body>x</c:body></c:message>"))
                .isEqualTo(plain);
        assertThat(decode("<message xmlns='jabber:client'><body xmlns='jabber:client'>x</body></message>"))
                .isEqualTo(plain);
    }

    @Test
    void whatIsNoStanzaIsHandedOverAsAnElement() {
        var frame = decode("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGp1</auth>");
        assertThat(frame).isInstanceOfSatisfying(Frame.Nonza.class, nonza -> assertThat(
                        nonza.element().text())
                .isEqualTo("AGp1"));
    }

    @Test
    void aMalformedAddressIsRefusedWithItsStanza() {
        assertThat(decode("<iq xmlns='jabber:client' to='@'/>")).isInstanceOf(Frame.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "not-well-formed, ` `",
                "not-well-formed, ``",
                "not-well-formed, <message xmlns='jabber:client'>",
                "not-well-formed, <presence xmlns='jabber:client'/><presence xmlns='jabber:client'/>",
                "not-well-formed, <presence xmlns='jabber:client'/>text",
                "not-well-formed, <presence xmlns='jabber:client'/><",
                "not-well-formed, <stream:features/>",
                "not-well-formed, <open xmlns='urn:ietf:params:xml:ns:xmpp-framing'>",
                "invalid-namespace, <message/>",
                "invalid-namespace, <message xmlns='jabber:server'/>",
                "restricted-xml, <!-- x -->",
                "policy-violation, <a xmlns='b'><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>"
            })
    void anythingElseBreaksTheStream(String condition, String message) {
        assertThatThrownBy(() -> decode(message)).isInstanceOfSatisfying(StreamException.class, e -> assertThat(
                        e.condition().element())
                .isEqualTo(condition));
    }

    @Test
    void aBodyCarriesAttributesAndFrames() {
        // XEP-0124, 7 and 8
        var body = decoder.decodeBody(
                ("<body rid='1249243562' sid='SomeSID' xmlns='http://jabber.org/protocol/httpbind'>\n"
                                + "<message to='contact@example.com' xmlns='jabber:client'><body>I said \"Hi!\"</body></message>"
                                + "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></body>")
                        .getBytes(UTF_8),
                "");
        assertThat(body.wrapper().attribute("rid")).contains("1249243562");
        assertThat(body.frames()).hasSize(2);
        assertThat(body.frames().get(0)).isInstanceOf(Frame.Arrived.class);
        assertThat(body.frames().get(1)).isInstanceOf(Frame.Nonza.class);
    }

    @Test
    void stanzasInTheNamespaceOfTheBodyAreThoseOfAClient() {
        // XEP-0206, 2
        var body = decoder.decodeBody(
                "<body xmlns='http://jabber.org/protocol/httpbind'><message to='a@b'><body>x</body><y xmlns='z'/></message></body>"
                        .getBytes(UTF_8),
                "");
        assertThat(body.frames())
                .containsExactly(
                        decode("<message xmlns='jabber:client' to='a@b'><body>x</body><y xmlns='z'/></message>"));
    }

    @Test
    void theLanguageOfTheSessionIsThatOfWhatNamesNoOther() {
        // XEP-0124, 7.1
        var body = decoder.decodeBody(
                ("<body xmlns='http://jabber.org/protocol/httpbind'><message xmlns='jabber:client'/>"
                                + "<message xmlns='jabber:client' xml:lang='zh'/></body>")
                        .getBytes(UTF_8),
                "en");
        assertThat(body.frames())
                .extracting(frame -> ((Frame.Arrived) frame).stanza().head().lang())
                .containsExactly("en", "zh");
    }

    @Test
    void aBodyMayBeEmpty() {
        var body =
                decoder.decodeBody("<body rid='1' xmlns='http://jabber.org/protocol/httpbind'/>".getBytes(UTF_8), "");
        assertThat(body.frames()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "bad-format, <body/>",
                "bad-format, <message xmlns='jabber:client'/>",
                "bad-format, ` `",
                "bad-format, <body xmlns='http://jabber.org/protocol/httpbind'>text</body>",
                "not-well-formed, <body xmlns='http://jabber.org/protocol/httpbind'>",
                "not-well-formed, <body xmlns='http://jabber.org/protocol/httpbind'><a xmlns='b'>",
                "not-well-formed, <body xmlns='http://jabber.org/protocol/httpbind'/><body/>"
            })
    void whatIsNoWholeBodyIsRefused(String condition, String request) {
        byte[] bytes = request.getBytes(UTF_8);
        assertThatThrownBy(() -> decoder.decodeBody(bytes, ""))
                .isInstanceOfSatisfying(
                        StreamException.class,
                        e -> assertThat(e.condition().element()).isEqualTo(condition));
    }

    @Test
    void newLimitsCountForTheNextMessage() {
        decoder.limits(new StreamLimits(20, 0, 0, 0));
        assertThatThrownBy(() -> decode(OPEN)).isInstanceOf(StreamException.class);
    }
}
