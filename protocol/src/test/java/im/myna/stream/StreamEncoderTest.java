package im.myna.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.stanza.Condition;
import im.myna.stanza.Head;
import im.myna.stanza.Iq;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import im.myna.xml.XmlWriter;
import org.junit.jupiter.api.Test;

class StreamEncoderTest {
    private static final StreamHeader HEADER =
            new StreamHeader("example.com", "", "++TR84Sm6A3hnt3Q065SnAbbk3Y=", "1.0", "en", Stanza.NS);
    private static final Element FEATURES = Element.of(StreamHeader.NS, "features")
            .with(Element.of("urn:ietf:params:xml:ns:xmpp-tls", "starttls")
                    .with(Element.of("urn:ietf:params:xml:ns:xmpp-tls", "required")));
    private static final Message MESSAGE = new Message(
            new Head(Jid.of("juliet@example.com/balcony"), Jid.of("romeo@example.net"), "a<b", "chat", "en"),
            Payload.of(
                    Element.of(Stanza.NS, "body").text("Art thou not Romeo?"),
                    Element.of("urn:xmpp:receipts", "request")));

    private final StreamEncoder tcp = new StreamEncoder(Framing.TCP);
    private final StreamEncoder webSocket = new StreamEncoder(Framing.WEBSOCKET);

    private static String encoded(StreamEncoder encoder, Frame frame) {
        return new String(encoder.encode(frame), UTF_8);
    }

    @Test
    void overTcpTheRootDeclaresTheNamespaces() {
        // RFC 6120, 4.8.5
        assertThat(encoded(tcp, new Frame.Opened(HEADER)))
                .isEqualTo("<?xml version='1.0'?><stream:stream xmlns='jabber:client'"
                        + " xmlns:stream='http://etherx.jabber.org/streams' from='example.com'"
                        + " id='++TR84Sm6A3hnt3Q065SnAbbk3Y=' version='1.0' xml:lang='en'>");
        assertThat(encoded(tcp, new Frame.Nonza(FEATURES)))
                .isEqualTo("<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>"
                        + "</stream:features>");
        assertThat(encoded(tcp, new Frame.Arrived(MESSAGE)))
                .isEqualTo(
                        "<message from='juliet@example.com/balcony' to='romeo@example.net' id='a&lt;b' type='chat'"
                                + " xml:lang='en'><body>Art thou not Romeo?</body><request xmlns='urn:xmpp:receipts'/></message>");
        assertThat(encoded(tcp, new Frame.Closed())).isEqualTo("</stream:stream>");
    }

    @Test
    void overWebSocketEachElementStandsAlone() {
        // RFC 7395, 3.3.3 and 3.4
        assertThat(encoded(webSocket, new Frame.Opened(HEADER)))
                .isEqualTo("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' from='example.com'"
                        + " id='++TR84Sm6A3hnt3Q065SnAbbk3Y=' version='1.0' xml:lang='en'/>");
        assertThat(encoded(webSocket, new Frame.Nonza(FEATURES)))
                .isEqualTo("<stream:features xmlns:stream='http://etherx.jabber.org/streams'>"
                        + "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>");
        assertThat(encoded(webSocket, new Frame.Nonza(Element.of("urn:ietf:params:xml:ns:xmpp-sasl", "success"))))
                .isEqualTo("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        assertThat(encoded(webSocket, new Frame.Arrived(new Presence(Head.NONE, Payload.EMPTY))))
                .isEqualTo("<presence xmlns='jabber:client'/>");
    }

    @Test
    void closeIsLetterByLetterWhatBrowserClientsCompare() {
        // RFC 7395, 3.6
        assertThat(encoded(webSocket, new Frame.Closed()))
                .isEqualTo("<close xmlns=\"urn:ietf:params:xml:ns:xmpp-framing\" />");
    }

    @Test
    void theContentNamespaceIsThatOfTheHeader() {
        // XEP-0114, 3
        tcp.encode(new Frame.Opened(new StreamHeader("a", "", "1", "", "", "jabber:component:accept")));
        assertThat(encoded(tcp, new Frame.Nonza(Element.of("jabber:component:accept", "handshake"))))
                .isEqualTo("<handshake/>");
        assertThat(encoded(tcp, new Frame.Arrived(new Iq(Head.NONE, Payload.EMPTY))))
                .isEqualTo("<iq/>");
    }

    @Test
    void aStreamErrorHasItsPrefix() {
        // RFC 6120, 4.9.2
        var error = new StreamException(StreamCondition.HOST_UNKNOWN, "no such host");
        assertThat(encoded(tcp, new Frame.Nonza(error.element())))
                .isEqualTo("<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                        + "<text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>no such host</text>"
                        + "</stream:error>");
    }

    @Test
    void aStanzaErrorIsInTheContentNamespace() {
        // RFC 6120, 8.3.1
        var error = MESSAGE.error(new StanzaException(Condition.SERVICE_UNAVAILABLE));
        assertThat(encoded(tcp, new Frame.Arrived(error)))
                .isEqualTo("<message from='romeo@example.net' to='juliet@example.com/balcony' id='a&lt;b' type='error'>"
                        + "<error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
                        + "</message>");
    }

    @Test
    void framesAreAppendedToOneBuffer() {
        var out = new XmlWriter();
        tcp.encode(new Frame.Arrived(new Presence(Head.NONE, Payload.EMPTY)), out);
        tcp.encode(new Frame.Closed(), out);
        assertThat(out.toString()).isEqualTo("<presence/></stream:stream>");
    }

    @Test
    void whatWasRefusedIsNotSent() {
        var refused = new Frame.Refused(MESSAGE, new StanzaException(Condition.JID_MALFORMED));
        assertThatThrownBy(() -> tcp.encode(refused)).isInstanceOf(IllegalArgumentException.class);
    }
}
