package im.myna.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 6120, 4 and 11: each transcript gives the same frames in every two-piece split and byte by byte. */
class StreamDecoderTest {
    private static final String OPENED =
            "StreamHeader[from=, to=im.example.com, id=, version=1.0, lang=, content=jabber:client]";
    private static final String CLOSED = "<close xmlns=\"urn:ietf:params:xml:ns:xmpp-framing\" />";

    static Stream<Arguments> transcripts() {
        return Stream.of(
                transcript(
                        "RFC 6120, 9.1.1: the initial header",
                        "<?xml version='1.0'?><stream:stream from='juliet@im.example.com' to='im.example.com' version='1.0'"
                                + " xml:lang='en' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
                        "StreamHeader[from=juliet@im.example.com, to=im.example.com, id=, version=1.0, lang=en,"
                                + " content=jabber:client]"),
                transcript(
                        "RFC 6120, 9.1.4: a message and the end",
                        Transcript.HEADER
                                + "<message from='juliet@im.example.com/balcony' to='romeo@example.net' type='chat'"
                                + " xml:lang='en'>\n  <body>My ears have not yet drunk a hundred words</body>\n</message>"
                                + "</stream:stream>",
                        OPENED,
                        "<message xmlns='jabber:client' from='juliet@im.example.com/balcony' to='romeo@example.net'"
                                + " type='chat' xml:lang='en'><body>My ears have not yet drunk a hundred words</body>"
                                + "</message>",
                        CLOSED),
                transcript(
                        "RFC 6120, 9.1.2 and 9.1.3: STARTTLS and SASL are no stanzas",
                        Transcript.HEADER
                                + "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
                                + "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism=\"PLAIN\">AGp1</auth>",
                        OPENED,
                        "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
                        "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGp1</auth>"),
                transcript(
                        "RFC 6121, 2.3.1: a roster set",
                        Transcript.HEADER
                                + "<iq from='juliet@example.com/balcony' id='ph1xaz53' type='set'>"
                                + "<query xmlns='jabber:iq:roster'><item jid='nurse@example.com' name='Nurse'>"
                                + "<group>Servants</group></item></query></iq>",
                        OPENED,
                        "<iq xmlns='jabber:client' from='juliet@example.com/balcony' id='ph1xaz53' type='set'>"
                                + "<query xmlns='jabber:iq:roster'><item jid='nurse@example.com' name='Nurse'>"
                                + "<group>Servants</group></item></query></iq>"),
                transcript(
                        "RFC 6121, 4.2.1: presence, short and long",
                        Transcript.HEADER + "<presence/><presence ></presence ><presence><show>dnd</show></presence>",
                        OPENED,
                        "<presence xmlns='jabber:client'/>",
                        "<presence xmlns='jabber:client'/>",
                        "<presence xmlns='jabber:client'><show>dnd</show></presence>"),
                transcript(
                        "RFC 6120, 4.6.1: white space keeps a stream alive and is no frame",
                        Transcript.HEADER + " \n\t\r\n <presence/> \n </stream:stream> \n ",
                        OPENED,
                        "<presence xmlns='jabber:client'/>",
                        CLOSED),
                transcript(
                        "RFC 6120, 4.8.5: features with their prefix",
                        Transcript.HEADER
                                + "<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>",
                        OPENED,
                        "<stream:features xmlns:stream='http://etherx.jabber.org/streams'>"
                                + "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>"),
                transcript(
                        "RFC 6120, 4.8.3: without prefixes, the namespace of streams being the default of the root",
                        "<stream xmlns='http://etherx.jabber.org/streams' to='im.example.com' version='1.0'>"
                                + "<message xmlns='jabber:client'><body>foo</body></message>"
                                + "<error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></error></stream>",
                        OPENED,
                        "<message xmlns='jabber:client'><body>foo</body></message>",
                        "<stream:error xmlns:stream='http://etherx.jabber.org/streams'>"
                                + "<reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>",
                        CLOSED),
                transcript(
                        "a prefix for the content namespace, declared on the stanza",
                        Transcript.HEADER
                                + "<client:message xmlns:client='jabber:client'><client:body>foo</client:body>"
                                + "<body>bar</body></client:message>",
                        OPENED,
                        "<message xmlns='jabber:client'><body>foo</body><body>bar</body></message>"),
                transcript(
                        "a prefix for the content namespace, declared on the stream",
                        "<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns:c='jabber:client'"
                                + " xmlns:d='urn:xmpp:delay' xmlns='jabber:client' to='im.example.com' version='1.0'>"
                                + "<c:iq type='get'><d:delay d:stamp='1'><d:x/><c:y/></d:delay><z/></c:iq>",
                        OPENED,
                        "<iq xmlns='jabber:client' type='get'><delay xmlns='urn:xmpp:delay' xmlns:ns0='urn:xmpp:delay'"
                                + " ns0:stamp='1'><x/><y xmlns='jabber:client'/></delay><z/></iq>"),
                transcript(
                        "a stanza whose default namespace is not its own",
                        Transcript.HEADER
                                + "<c:message xmlns:c='jabber:client' xmlns='urn:x'><a><b/></a><c:body>foo</c:body></c:message>",
                        OPENED,
                        "<message xmlns='jabber:client'><a xmlns='urn:x'><b/></a><body>foo</body></message>"),
                transcript(
                        "a child that leans on nothing stays as it was written",
                        Transcript.HEADER
                                + "<message><x:a xmlns:x='urn:x'  x:b = \"1\" ><x:c xml:lang='de'></x:c>\n<d/></x:a></message>",
                        OPENED,
                        "<message xmlns='jabber:client'><x:a xmlns:x='urn:x'  x:b = \"1\" ><x:c xml:lang='de'></x:c>\n"
                                + "<d/></x:a></message>"),
                transcript(
                        "CDATA, character references and predefined entities",
                        Transcript.HEADER
                                + "<message id='&lt;&#x31;&#50;&quot;'><body>&amp;&#x1F600;<![CDATA[<&]]]]><![CDATA[>]]></body></message>",
                        OPENED,
                        "<message xmlns='jabber:client' id='&lt;12&quot;'><body>&amp;&#x1F600;"
                                + "<![CDATA[<&]]]]><![CDATA[>]]></body></message>"),
                transcript(
                        "RFC 6120, 11.6: UTF-8 of every length",
                        Transcript.HEADER + "<message id='ä漢\uD83D\uDE00'><größe>ä漢\uD83D\uDE00</größe></message>",
                        OPENED,
                        "<message xmlns='jabber:client' id='ä漢\uD83D\uDE00'><größe>ä漢\uD83D\uDE00</größe></message>"),
                transcript(
                        "RFC 6120, 8.1.5: xml:lang on a stanza and in it",
                        Transcript.HEADER
                                + "<message xml:lang='cs'><subject xml:lang='en'>x</subject><subject>y</subject></message>",
                        OPENED,
                        "<message xmlns='jabber:client' xml:lang='cs'><subject xml:lang='en'>x</subject>"
                                + "<subject>y</subject></message>"),
                transcript(
                        "RFC 6120, 8.3.3.8: a malformed address is the stanza's fault, not the stream's",
                        Transcript.HEADER
                                + "<message to='@' id='1'><body>x</body></message><iq from='' id='2'/><presence to='a@b'/>",
                        OPENED,
                        "jid-malformed <message xmlns='jabber:client' id='1'><body>x</body></message>",
                        "jid-malformed <iq xmlns='jabber:client' id='2'/>",
                        "<presence xmlns='jabber:client' to='a@b'/>"),
                transcript(
                        "an element in the content namespace that is no stanza is left to negotiation",
                        Transcript.HEADER + "<foo id='1'>bar</foo>",
                        OPENED,
                        "<foo xmlns='jabber:client' id='1'>bar</foo>"),
                transcript(
                        "a server's stream",
                        "<?xml version=\"1.0\" encoding='UTF-8' standalone='yes' ?>\n<stream:stream xmlns='jabber:server'"
                                + " xmlns:stream='http://etherx.jabber.org/streams' xmlns:db='jabber:server:dialback' from='a'>"
                                + "<message><body>x</body><y xmlns='jabber:server'><z/></y></message><db:result>1</db:result>",
                        "StreamHeader[from=a, to=, id=, version=, lang=, content=jabber:server]",
                        "<message xmlns='jabber:client'><body>x</body><y><z/></y></message>",
                        "<result xmlns='jabber:server:dialback'>1</result>"),
                transcript(
                        "XEP-0114, 3: a component's stream",
                        "<stream:stream xmlns='jabber:component:accept' xmlns:stream='http://etherx.jabber.org/streams'>"
                                + "<handshake>aaee83c</handshake><iq type='get'><c/></iq>",
                        "StreamHeader[from=, to=, id=, version=, lang=, content=jabber:component:accept]",
                        "<handshake xmlns='jabber:component:accept'>aaee83c</handshake>",
                        "<iq xmlns='jabber:client' type='get'><c/></iq>"),
                transcript(
                        "RFC 3629, 6: a byte order mark of UTF-8 does no harm",
                        "\uFEFF<?xml version='1.0'?>" + Transcript.HEADER,
                        OPENED));
    }

    private static Arguments transcript(String name, String text, String... frames) {
        var expected = new ArrayList<>(List.of(frames));
        expected.add("open");
        return Arguments.of(name, Transcript.of(text), expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transcripts")
    void aTranscriptGivesTheSameFramesHoweverItComes(String name, Transcript transcript, List<String> expected) {
        assertThat(transcript.whole()).isEqualTo(expected);
        assertThat(transcript.pieces()).allMatch(expected::equals);
    }

    private final StreamDecoder decoder = new StreamDecoder(Transcript.LIMITS);

    private void feed(String text) {
        decoder.feed(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private String next() {
        return decoder.next().map(Transcript::written).orElse("nothing");
    }

    @Test
    void whatStandsBehindAFrameWaitsForTheNextStream() {
        feed(Transcript.HEADER + "<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>\n");
        feed("<?xml version='1.0'?>" + Transcript.HEADER + "<presence/>");
        assertThat(next()).startsWith("StreamHeader");
        assertThat(next()).startsWith("<response");
        decoder.restart();
        assertThat(next()).startsWith("StreamHeader");
        assertThat(next()).startsWith("<presence");
        assertThat(next()).isEqualTo("nothing");
    }

    @Test
    void declarationsOfTheOldStreamAreForgotten() {
        feed(
                "<stream:stream xmlns='jabber:server' xmlns:old='urn:old' xmlns:stream='http://etherx.jabber.org/streams'>");
        assertThat(next()).contains("jabber:server");
        decoder.restart();
        feed(Transcript.HEADER + "<old:x/>");
        assertThat(next()).contains("jabber:client");
        assertThatThrownBy(this::next).isInstanceOf(StreamException.class);
    }

    @Test
    void plainTextBehindTheRequestForTlsIsDiscarded() {
        // RFC 6120, 5.4.3.3
        feed(Transcript.HEADER + "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><message><body>injec");
        assertThat(next()).startsWith("StreamHeader");
        assertThat(next()).startsWith("<starttls");
        decoder.discard();
        decoder.restart();
        feed(Transcript.HEADER);
        assertThat(next()).startsWith("StreamHeader");
        assertThat(next()).isEqualTo("nothing");
    }

    @Test
    void behindTheClosingTagNothingCounts() {
        feed(Transcript.HEADER + "</stream:stream><presence/>&&&");
        assertThat(next()).startsWith("StreamHeader");
        assertThat(next()).isEqualTo(CLOSED);
        feed("<presence/>");
        assertThat(next()).isEqualTo("nothing");
    }

    @Test
    void afterAnErrorNothingComesButTheSameError() {
        feed(Transcript.HEADER + "<a></b><presence/>");
        assertThat(next()).startsWith("StreamHeader");
        assertThatThrownBy(this::next).isInstanceOf(StreamException.class);
        feed("<presence/>");
        assertThatThrownBy(this::next).isInstanceOf(StreamException.class);
    }

    @Test
    void framesAreIndependentOfTheBufferTheyCameFrom() {
        byte[] bytes = (Transcript.HEADER + "<message><body>one</body></message>").getBytes(UTF_8);
        decoder.feed(bytes, 0, bytes.length);
        next();
        var first = decoder.next().orElseThrow();
        java.util.Arrays.fill(bytes, (byte) 'x');
        feed("<message><body>two</body></message>");
        next();
        assertThat(Transcript.written(first)).contains("one");
    }

    @Test
    void newLimitsCountAtOnce() {
        feed(Transcript.HEADER);
        next();
        decoder.limits(new StreamLimits(50, 0, 0, 0));
        feed("<message><body>" + "x".repeat(100));
        assertThatThrownBy(this::next).isInstanceOfSatisfying(StreamException.class, e -> assertThat(e.condition())
                .isEqualTo(StreamCondition.POLICY_VIOLATION));
    }
}
