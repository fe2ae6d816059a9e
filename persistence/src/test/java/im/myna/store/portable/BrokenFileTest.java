package im.myna.store.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is said with the line; what it includes is found (XEP-0227, 4). */
class BrokenFileTest {
    private static final Terms TERMS = new Terms(List.of("im.example.com", "other.example"), false, 4096);
    private static final String HEAD = "<server-data xmlns='urn:xmpp:pie:0'>\n<host jid='im.example.com'>\n";
    private static final String TAIL = "\n</host></server-data>";
    private static final String BOMB = "<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
            + "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<user/>                                             | a user has no 'name'",
                "<user name=''/>                                     | a user has no 'name'",
                "<user name='no@such'/>                              | ",
                "<user name='a'><presence xmlns='jabber:client' type='subscribe'/></user> | a request to subscribe does not say whose it is",
                "<user name='a'><query xmlns='jabber:iq:roster'><item/></query></user>    | an item of a roster has no jid",
                "<user name='a'><query xmlns='jabber:iq:roster'><item jid='b@c' subscription='remove'/></query></user> | there is no subscription 'remove'",
                "<user name='a'><scram-credentials xmlns='urn:xmpp:pie:0#scram' mechanism='SCRAM-SHA-1'><iter-count>007</iter-count></scram-credentials></user> | iter-count '007' is no positive number",
                "<user name='a'><scram-credentials xmlns='urn:xmpp:pie:0#scram' mechanism='SCRAM-SHA-1'><iter-count>1</iter-count><salt>!</salt></scram-credentials></user> | salt is no base64",
                "<user name='a'><scram-credentials xmlns='urn:xmpp:pie:0#scram' mechanism='SCRAM-SHA-1'><iter-count>1</iter-count><salt>AAAA</salt></scram-credentials></user> | a verifier of SHA-1 has a salt and two keys of 20 bytes",
                "<user name='a'><account xmlns='urn:myna:pie:0' role='king'/></user>      | there is no role 'king'",
                "<user name='a'><account xmlns='urn:myna:pie:0' locked-until='soon'/></user> | 'soon' is no time",
                "<user name='a'><offline-messages><message xmlns='jabber:client' from='@'/></offline-messages></user> | ",
                "<user name='a'><vCard xmlns='vcard-temp'>&bomb;</vCard></user>            | ",
                "<user name='a'></host>                                                    | ",
            })
    void whatIsWrongIsSaidWithItsLine(String user, String reason) throws IOException {
        var expected = reason == null ? "" : reason;
        assertThatThrownBy(() -> read(HEAD + "<user name='good'/>\n" + user + TAIL))
                .isInstanceOf(PortableException.class)
                .hasMessageMatching("(?s)users\\.xml, line 4: .+")
                .hasMessageEndingWith(expected);
    }

    @Test
    void aDomainOfAnotherServerIsRefused() {
        assertThatThrownBy(
                        () -> read("<server-data xmlns='urn:xmpp:pie:0'>\n<host jid='else.example'>\n<user name='a'/>"))
                .hasMessage(
                        "users.xml, line 3: else.example is no domain of this server; it has im.example.com, other.example");
    }

    @Test
    void whatIsNoSuchFileIsRefused() {
        assertThatThrownBy(() -> read("<html/>")).hasMessageContaining("this is no <server-data");
        assertThatThrownBy(() -> read("PK\3\4")).hasMessageStartingWith("users.xml, line 1: ");
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("users.xml, line 1: ");
        assertThatThrownBy(() -> PortableReader.read(folder.resolve("none.xml"), inspection()))
                .hasMessageStartingWith("there is no file ");
    }

    @Test
    void aFileThatEndsTooEarlyIsRefused() {
        assertThatThrownBy(() -> read(HEAD + "<user name='a'/>\n")).hasMessageStartingWith("users.xml, line 4: ");
    }

    @Test
    void entitiesAreRefusedBeforeTheyGrow() {
        assertThatThrownBy(() -> read(BOMB + HEAD + "<user name='&c;'/>" + TAIL))
                .hasMessageEndingWith("a document type is not allowed");
    }

    @Test
    void whatHasNoEndNeedsNoMemory() {
        var endless = Collections.enumeration(Stream.concat(
                        Stream.of(HEAD + "<user name='a'><offline-messages><message xmlns='jabber:client'><body>"),
                        IntStream.range(0, 1 << 20).mapToObj(i -> "x".repeat(1024)))
                .<InputStream>map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .limit(20_000)
                .toList());
        assertThatThrownBy(() -> PortableReader.read(new SequenceInputStream(endless), inspection()))
                .isInstanceOf(PortableException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void whatIsDeepIsRefused() {
        assertThatThrownBy(() -> read(HEAD + "<user name='a'><offline-messages><message xmlns='jabber:client'>"
                        + "<x>".repeat(100_000)))
                .hasMessageContaining("too many elements within elements");
    }

    /** XEP-0227, 3: the operator is told. */
    @Test
    void whatIsNotUnderstoodIsLeftOutAndNamed() throws IOException {
        var tally = read(HEAD
                + "<user name='a'><query xmlns='jabber:iq:private'><x/></query><vCard xmlns='vcard-temp'><FN>A</FN></vCard>"
                + "<scram-credentials xmlns='urn:xmpp:pie:0#scram' mechanism='SCRAM-SHA3-512'/></user>"
                + "<user name='b'><query xmlns='jabber:iq:private'/><vCard xmlns='vcard-temp'><PHOTO><BINVAL>?</BINVAL></PHOTO></vCard></user><!-- and so on -->"
                + TAIL);
        assertThat(tally.users()).isEqualTo(2);
        assertThat(tally.remarks())
                .containsExactly(
                        "left out: a vCard: this is no base64, 1 times",
                        "left out: scram-credentials for 'SCRAM-SHA3-512', 1 times",
                        "left out: {jabber:iq:private}query, 2 times");
    }

    @Test
    void filesThatAreIncludedAreRead() throws IOException {
        Files.createDirectories(folder.resolve("im.example.com"));
        write("im.example.com/a.xml", "<user xmlns='urn:xmpp:pie:0' name='a'><vCard xmlns='urn:example'/></user>");
        write(
                "im.example.com.xml",
                "<host xmlns='urn:xmpp:pie:0' xmlns:xi='http://www.w3.org/2001/XInclude' jid='im.example.com'>"
                        + "<xi:include href='im.example.com/a.xml'><xi:fallback/></xi:include><user name='b'/></host>");
        var tally = read(including("im.example.com.xml"));
        assertThat(tally).isEqualTo(new Tally(2, Map.of("{urn:example}vCard", 1L)));
    }

    @Test
    void whatIsWrongInAFileThatIsIncludedIsSaidWithItsLine() throws IOException {
        write("host.xml", "<host xmlns='urn:xmpp:pie:0'\n jid='im.example.com'>\n<user/></host>");
        assertThatThrownBy(() -> read(including("host.xml"))).hasMessage("host.xml, line 3: a user has no 'name'");
    }

    @ParameterizedTest
    @CsvSource({
        "../secret.xml",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "%2e%2e/secret.xml",
        "''",
        "missing.xml"
    })
    void nothingElseIsIncluded(String href) throws IOException {
        Files.createDirectories(folder.resolve("main"));
        write("secret.xml", "<host xmlns='urn:xmpp:pie:0' jid='im.example.com'><user name='a'/></host>");
        var main = write("main/users.xml", including(href));
        assertThatThrownBy(() -> PortableReader.read(main, inspection()))
                .isInstanceOf(PortableException.class)
                .hasMessageStartingWith("users.xml, line 2: ");
    }

    @Test
    void aFileThatIncludesItselfHasAnEnd() throws IOException {
        assertThat(read(including("users.xml")).leftOut()).containsOnlyKeys("{urn:xmpp:pie:0}server-data");
    }

    @Test
    void whatIsReadFromSomebodyElseIsLeftOpen() throws IOException {
        var open = new boolean[] {true};
        var in = new ByteArrayInputStream((HEAD + TAIL).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                open[0] = false;
            }
        };
        assertThat(PortableReader.read(in, inspection()).users()).isZero();
        assertThat(open[0]).isTrue();
    }

    private static String including(String href) {
        return "<server-data xmlns='urn:xmpp:pie:0' xmlns:xi='http://www.w3.org/2001/XInclude'>\n<xi:include href='"
                + href + "'/></server-data>";
    }

    private Tally read(String file) throws IOException {
        return PortableReader.read(write("users.xml", file), inspection());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Inspection inspection() {
        return new Inspection(TERMS, users -> {});
    }
}
