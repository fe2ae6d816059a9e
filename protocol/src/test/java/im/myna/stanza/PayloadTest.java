package im.myna.stanza;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.xml.Element;
import im.myna.xml.Name;
import im.myna.xml.XmlWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    private static final Element BODY = Element.of(Stanza.NS, "body").text("Art thou not Romeo, and a Montague?");
    private static final Element DELAY = Element.of("urn:xmpp:delay", "delay").with("stamp", "2002-09-10T23:08:25Z");
    private static final Element NICK =
            Element.of("http://jabber.org/protocol/nick", "nick").text("Ишмаэль");

    private final Payload payload = Payload.of(BODY, DELAY);

    @Test
    void aPayloadIsTheBytesOfItsChildren() {
        assertThat(new String(payload.bytes(), UTF_8))
                .isEqualTo("<body>Art thou not Romeo, and a Montague?</body>"
                        + "<delay xmlns='urn:xmpp:delay' stamp='2002-09-10T23:08:25Z'/>");
        assertThat(payload.length()).isEqualTo(payload.bytes().length);
        assertThat(payload.names()).containsExactly(BODY.name(), DELAY.name());
    }

    @Test
    void aChildIsFoundByItsName() {
        assertThat(payload.has(Stanza.NS, "body")).isTrue();
        assertThat(payload.has("urn:xmpp:delay", "body")).isFalse();
        assertThat(payload.first()).contains(BODY);
        assertThat(payload.first("urn:xmpp:delay", "delay")).contains(DELAY);
        assertThat(payload.first("urn:xmpp:delay", "other")).isEmpty();
        assertThat(payload.with(DELAY).all("urn:xmpp:delay", "delay")).containsExactly(DELAY, DELAY);
        assertThat(payload.with(NICK).all()).containsExactly(BODY, DELAY, NICK);
    }

    @Test
    void addingAndRemovingMakesAnotherPayload() {
        var changed = payload.with(NICK).without(name -> name.local().equals("delay"));
        assertThat(changed).isEqualTo(Payload.of(BODY, NICK)).hasSameHashCodeAs(Payload.of(BODY, NICK));
        assertThat(changed.first(NICK.name().namespace(), "nick")).contains(NICK);
        assertThat(payload.names()).hasSize(2);
        assertThat(payload.without(name -> false)).isSameAs(payload);
        assertThat(payload.without(name -> true)).isEqualTo(Payload.EMPTY);
    }

    @Test
    void nothingIsEmpty() {
        assertThat(Payload.of()).isEqualTo(Payload.EMPTY);
        assertThat(Payload.EMPTY.isEmpty()).isTrue();
        assertThat(payload.isEmpty()).isFalse();
        assertThat(Payload.EMPTY.first()).isEmpty();
        assertThat(Payload.parse(new byte[0])).isEqualTo(Payload.EMPTY);
    }

    @Test
    void whatIsStoredIsReadBack() {
        var read = Payload.parse(payload.with(NICK).bytes());
        assertThat(read).isEqualTo(payload.with(NICK));
        assertThat(read.names()).isEqualTo(payload.with(NICK).names());
        assertThat(read.all()).containsExactly(BODY, DELAY, NICK);
    }

    @Test
    void theBytesHandedOutAreACopy() {
        payload.bytes()[0] = 'x';
        assertThat(payload.bytes()[0]).isEqualTo((byte) '<');
    }

    @Test
    void aForwardedStanzaKeepsTheNamespaceThatItNeeds() {
        var forwarded = Element.of("urn:xmpp:forward:0", "forwarded")
                .with(Element.of(Stanza.NS, "message").with(BODY));
        var out = new XmlWriter();
        Payload.of(forwarded).writeTo(out);
        assertThat(out.toString())
                .startsWith("<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'><body>Art");
        assertThat(Payload.parse(out.toByteArray()).first()).contains(forwarded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<body>", "<body/></x>", "<body/>text", "<x:body/>", "<body>&nbsp;</body>", "<body/><", "<!---->"
            })
    void otherBytesAreRefused(String bytes) {
        assertThatThrownBy(() -> Payload.parse(bytes.getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChildThatNamesTheContentNamespaceIsReadAsIfItDidNot() {
        var explicit = Payload.parse(
                "<c:body xmlns:c='jabber:client'>A<c:x/></c:body><y xmlns='jabber:client'/>".getBytes(UTF_8));
        assertThat(new String(explicit.bytes(), UTF_8)).isEqualTo("<body>A<x/></body><y/>");
        assertThat(explicit.names()).containsExactly(new Name(Stanza.NS, "body"), new Name(Stanza.NS, "y"));
    }

    @Test
    void aLogSeesNamesAndLengthOnly() {
        assertThat(payload.toString())
                .contains("body")
                .contains("urn:xmpp:delay")
                .doesNotContain("Romeo");
        assertThat(new Message(Head.NONE, payload).toString()).doesNotContain("Romeo");
    }

    @Test
    void manyChildrenKeepTheirOrder() {
        var children = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> Element.of("urn:x", "x" + i))
                .toList();
        var many = Payload.EMPTY.with(children);
        assertThat(Payload.parse(many.bytes()).all()).isEqualTo(children);
        assertThat(many.with(List.of())).isEqualTo(many);
    }
}
