package im.myna.stream;

import static im.myna.stream.Transcript.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 6120, 4.9.3 and 11: what must not come closes the stream with the exact condition, however it is cut in pieces. */
class StreamErrorTest {
    private static final String NS = "xmlns:stream='http://etherx.jabber.org/streams'";

    static Stream<Arguments> restricted() {
        return Stream.of(
                inside("11.1: a comment", "<!-- hello -->"),
                inside("11.1: a comment in a stanza", "<message><!-- hello --></message>"),
                inside("11.1: a processing instruction", "<?php echo ?>"),
                inside("11.1: a processing instruction in a stanza", "<message><?x?></message>"),
                inside("11.1: one that only looks like a declaration", "<?xml-stylesheet href='x'?>"),
                inside("11.1: a document type in the stream", "<!DOCTYPE x>"),
                before("11.1: a document type", "<!DOCTYPE stream [<!ENTITY lol 'lol'>]>" + HEADER),
                before(
                        "11.1: a document type behind the declaration",
                        "<?xml version='1.0'?>\n<!DOCTYPE stream>" + HEADER),
                before("11.1: a comment before the stream", "<!-- -->" + HEADER),
                before("11.1: a processing instruction before the stream", "<?x?>" + HEADER),
                inside("11.1: an entity in text", "<message><body>&foo;</body></message>"),
                inside("11.1: an entity in a value", "<message to='&foo;'/>"),
                inside("11.1: an entity of HTML", "<message><body>a&nbsp;b</body></message>"));
    }

    static Stream<Arguments> notWellFormed() {
        return Stream.of(
                inside("4.9.3.13: an undeclared prefix", "<message><foo:body>What is this foo?</foo:body></message>"),
                inside("4.9.3.1: no closing tag", "<message><body>No closing tag!</message>"),
                inside("an undeclared prefix of an attribute", "<message foo:bar='1'/>"),
                inside("a prefix declared by a sibling", "<message><a xmlns:b='c'/><b:d/></message>"),
                inside("an end tag without start tag", "</message>"),
                inside("an end tag with another prefix", "<a:m xmlns:a='x' xmlns:b='x'></b:m>"),
                inside("an end tag with an attribute", "<message></message a='b'>"),
                inside("an attribute twice", "<message to='a' to='b'/>"),
                inside("an attribute twice by two prefixes", "<message xmlns:a='x' xmlns:b='x' a:c='1' b:c='2'/>"),
                inside("a declaration twice", "<message xmlns:a='x' xmlns:a='y'/>"),
                inside("an attribute without value", "<message to/>"),
                inside("an attribute without quotes", "<message to=romeo/>"),
                inside("attributes without white space", "<message to='a'from='b'/>"),
                inside("'<' in a value", "<message to='<'/>"),
                inside("'<' in a tag", "<message <body/>"),
                inside("'&' by itself", "<message><body>Romeo & Juliet</body></message>"),
                inside("a reference without semicolon", "<message><body>&amp</body></message>"),
                inside("a reference to nothing", "<message><body>&;</body></message>"),
                inside("a reference to no number", "<message><body>&#x;</body></message>"),
                inside("a reference to NUL", "<message><body>&#0;</body></message>"),
                inside("a reference to a surrogate", "<message><body>&#xD800;</body></message>"),
                inside("a reference beyond Unicode", "<message><body>&#x110000;</body></message>"),
                inside("a reference that overflows", "<message><body>&#x100000041;</body></message>"),
                inside("']]>' in text", "<message><body>a]]>b</body></message>"),
                inside("a control character in text", "<message><body>a\u0001b</body></message>"),
                inside("a control character in a value", "<message to='a\u000Bb'/>"),
                inside("a control character in CDATA", "<message><![CDATA[\u0001]]></message>"),
                inside("a noncharacter", "<message><body>\uFFFE</body></message>"),
                inside("a name that begins with a digit", "<message><1/></message>"),
                inside("a name with two colons", "<message xmlns:a='a'><a:b:c/></message>"),
                inside("a name that is empty", "<message>< /></message>"),
                inside("a tag that is empty", "<message><></message>"),
                inside("a prefix without local part", "<message xmlns:a='a'><a:/></message>"),
                inside("an undeclaration of a prefix", "<message xmlns:a=''/>"),
                inside("xmlns as a prefix", "<message><xmlns:a/></message>"),
                inside("xmlns declared", "<message xmlns:xmlns='a'/>"),
                inside("xml as another namespace", "<message xmlns:xml='a'/>"),
                inside(
                        "another prefix for the namespace of xml",
                        "<message xmlns:a='http://www.w3.org/XML/1998/namespace'/>"),
                inside("markup that is unknown", "<message><!x></message>"),
                inside("CDATA that is misspelt", "<message><![cdata[]]></message>"),
                inside("a declaration behind the start", "<?xml version='1.0'?>"),
                before("white space before the declaration", " <?xml version='1.0'?>" + HEADER),
                before("a declaration twice", "<?xml version='1.0'?><?xml version='1.0'?>" + HEADER),
                before("a declaration without version", "<?xml encoding='UTF-8'?>" + HEADER),
                before("a declaration of version 2", "<?xml version='2.0'?>" + HEADER),
                before("a declaration with more", "<?xml version='1.0' standalone='maybe'?>" + HEADER),
                before("text before the stream", "GET / HTTP/1.1\r\n\r\n"),
                before("a TLS handshake", "\u0016\u0003\u0001\u0002\u0000"));
    }

    static Stream<Arguments> unsupportedEncoding() {
        return Stream.of(
                before("11.6: another encoding declared", "<?xml version='1.0' encoding='ISO-8859-1'?>" + HEADER),
                before("11.6: UTF-16 declared", "<?xml version='1.0' encoding=\"UTF-16\"?>" + HEADER),
                before("11.6: UTF-16, big end first", "\u00FE\u00FF\u0000<\u0000s"),
                before("11.6: UTF-16, little end first", "\u00FF\u00FE<\u0000s\u0000"),
                before("11.6: UTF-16 without mark, big end first", "\u0000<\u0000s"),
                before("11.6: UTF-16 without mark, little end first", "<\u0000s\u0000"),
                inside("4.9.3.24: a lonely continuation", "<message><body>\u0080</body></message>"),
                inside("4.9.3.24: a missing continuation", "<message><body>\u00C3</body></message>"),
                inside("4.9.3.24: a wrong continuation", "<message><body>\u00E2\u0082a</body></message>"),
                inside("4.9.3.24: NUL in two bytes", "<message><body>\u00C0\u0080</body></message>"),
                inside("4.9.3.24: '/' in three bytes", "<message><body>\u00E0\u0080\u00AF</body></message>"),
                inside("4.9.3.24: a surrogate", "<message><body>\u00ED\u00A0\u0080</body></message>"),
                inside("4.9.3.24: beyond Unicode", "<message><body>\u00F4\u0090\u0080\u0080</body></message>"),
                inside("4.9.3.24: five bytes", "<message><body>\u00F8\u0088\u0080\u0080\u0080</body></message>"),
                inside("4.9.3.24: in a value", "<message to='\u00FC'/>"),
                inside("4.9.3.24: in a name", "<message><gr\u00FC\u00DF/></message>"),
                inside("4.9.3.24: in CDATA", "<message><![CDATA[\u00FC]]></message>"));
    }

    static Stream<Arguments> namespaces() {
        return Stream.of(
                before(
                        "invalid-namespace",
                        "<stream:stream xmlns='jabber:client' xmlns:stream='http://wrong.example.org/'>"),
                before("invalid-namespace", "<stream>"),
                before("invalid-namespace", "<stream:stream xmlns='jabber:wrong' " + NS + ">"),
                before("invalid-namespace", HEADER + "<message xmlns='jabber:server'/>"),
                before("invalid-namespace", HEADER + "<message xmlns=''/>"),
                before("invalid-namespace", "<stream:stream " + NS + "><message/>"),
                before(
                        "bad-namespace-prefix",
                        "<foo:stream xmlns='jabber:client' xmlns:foo='http://etherx.jabber.org/streams'>"),
                before("bad-namespace-prefix", HEADER + "<s:error xmlns:s='http://etherx.jabber.org/streams'/>"),
                before("bad-format", "<stream:features xmlns='jabber:client' " + NS + "/>"),
                before("bad-format", HEADER + "text between stanzas"),
                before("bad-format", HEADER + "<presence/>&amp;"),
                before("bad-format", HEADER + "<![CDATA[ ]]>"));
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                inside("a stanza", "<message><body>" + "x".repeat(2_000) + "</body></message>"),
                inside("a stanza of white space", "<message" + " ".repeat(2_000) + "/>"),
                inside("a stanza without end", "<message>" + "x".repeat(2_400)),
                inside("a name", "<" + "x".repeat(2_000)),
                inside("a value", "<message to='" + "x".repeat(2_000)),
                inside("CDATA", "<message><![CDATA[" + "x".repeat(2_000)),
                inside("a reference", "<message>&" + "x".repeat(2_000)),
                inside("elements within elements", "<a>".repeat(21)),
                inside("attributes", "<message" + attributes(21) + "/>"),
                inside("declarations", "<message" + attributes(21).replace(" a", " xmlns:a") + "/>"),
                inside("elements", "<message>" + "<a/>".repeat(100) + "</message>"),
                inside("a namespace name", "<message xmlns:a='" + "x".repeat(1025) + "'/>"),
                inside(
                        "what a child becomes when it is written out",
                        "<message xmlns:a='" + "x".repeat(1000) + "'>" + "<a:b/>".repeat(12) + "</message>"),
                before("white space before the stream", " ".repeat(2_001)),
                before("a declaration", "<?xml version='1.0'" + " ".repeat(2_000)),
                before("white space behind the declaration", "<?xml version='1.0'?>" + " ".repeat(2_000)),
                before("a stream header", "<stream:stream a='" + "x".repeat(2_000)));
    }

    static Stream<Arguments> enough() {
        return Stream.of(
                inside("a stanza of 2,000 bytes", "<message>" + "x".repeat(1_981) + "</message>"),
                inside("20 levels", "<a>".repeat(20) + "</a>".repeat(20)),
                inside("20 attributes", "<message" + attributes(20) + "/>"),
                inside("100 elements, twice", ("<message>" + "<a/>".repeat(99) + "</message>").repeat(2)),
                inside("white space between stanzas without end", " ".repeat(5_000)));
    }

    private static String attributes(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(" a").append(i).append("='x'");
        }
        return text.toString();
    }

    private static Arguments inside(String name, String text) {
        boolean bytes = text.chars().allMatch(c -> c < 0x100);
        return arguments(name, bytes ? Transcript.ofBytes(HEADER + text) : Transcript.of(HEADER + text));
    }

    private static Arguments before(String name, String text) {
        return arguments(name, Transcript.ofBytes(text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("restricted")
    void whatSection11ForbidsIsRestrictedXml(String name, Transcript transcript) {
        ends(transcript, "restricted-xml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notWellFormed")
    void whatIsNoXmlIsNotWellFormed(String name, Transcript transcript) {
        ends(transcript, "not-well-formed");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsupportedEncoding")
    void whatIsNotUtf8IsAnUnsupportedEncoding(String name, Transcript transcript) {
        ends(transcript, "unsupported-encoding");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("namespaces")
    void wrongNamespacesAndStrayTextHaveTheirConditions(String condition, Transcript transcript) {
        ends(transcript, condition);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void whatIsBeyondALimitViolatesThePolicy(String name, Transcript transcript) {
        ends(transcript, "policy-violation");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("enough")
    void whatReachesALimitIsWithinIt(String name, Transcript transcript) {
        assertThat(transcript.whole()).endsWith("open");
    }

    private static void ends(Transcript transcript, String condition) {
        var whole = transcript.whole();
        assertThat(whole).endsWith(condition);
        assertThat(transcript.pieces()).allMatch(whole::equals);
    }
}
