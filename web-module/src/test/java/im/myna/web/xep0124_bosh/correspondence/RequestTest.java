package im.myna.web.xep0124_bosh.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XEP-0124, 6, 7.1 and 14.1: what a request is, and what the first one may wish. */
class RequestTest {
    private static final String BODY = "<body xmlns='http://jabber.org/protocol/httpbind' rid='1'%s/>";

    private static Terms terms(String attributes) {
        return Terms.asked(Desk.request(BODY.formatted(attributes)).wrapper());
    }

    private static void assertRefused(String xml, Terminal condition) {
        assertThatThrownBy(() -> Desk.request(xml))
                .isInstanceOfSatisfying(
                        BindingException.class, e -> assertThat(e.condition()).isEqualTo(condition));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "text",
                "<body",
                "<body/>",
                "<body xmlns='http://jabber.org/protocol/httpbind'/>",
                "<body xmlns='http://jabber.org/protocol/httpbind' rid=''/>",
                "<body xmlns='http://jabber.org/protocol/httpbind' rid='0'/>",
                "<body xmlns='http://jabber.org/protocol/httpbind' rid='-1'/>",
                "<body xmlns='http://jabber.org/protocol/httpbind' rid='1.5'/>",
                "<body xmlns='http://jabber.org/protocol/httpbind' rid='9007199254740992'/>",
                "<body xmlns='http://jabber.org/protocol/httpbind' rid='1' rid='2'/>",
                "<message xmlns='jabber:client' rid='1'/>",
                "<!DOCTYPE body [<!ENTITY a 'b'>]><body xmlns='http://jabber.org/protocol/httpbind' rid='1'/>",
                "<!-- x --><body xmlns='http://jabber.org/protocol/httpbind' rid='1'/>"
            })
    void whatDoesNotBeginWithABodyAndItsNumberIsNoRequest(String xml) {
        assertRefused(xml, Terminal.BAD_REQUEST);
    }

    @Test
    void theLargestNumberIsTheLargestThatEveryClientCanCountTo() {
        // 14.1
        assertThat(Desk.request("<body xmlns='http://jabber.org/protocol/httpbind' rid='9007199254740991'/>")
                        .rid())
                .isEqualTo(9007199254740991L);
    }

    @Test
    void moreThanAllowedIsRefused() {
        assertRefused(BODY.formatted(" to='" + "x".repeat(10_000) + "'"), Terminal.POLICY_VIOLATION);
    }

    @Test
    void aRequestMayBeCompressed() throws IOException {
        // 7.2
        var request = Request.of(compressed(BODY.formatted(" sid='S'")), 1000);
        assertThat(request.wrapper().value("sid")).isEqualTo("S");
        assertThat(Request.beginning(compressed(BODY.formatted(" sid='S'"))).value("sid"))
                .isEqualTo("S");
    }

    @Test
    void aRequestThatGrowsTooLargeIsNotExpandedToItsEnd() throws IOException {
        var bomb = compressed(BODY.formatted(" to='" + "x".repeat(5_000_000) + "'"));
        assertThat(bomb.length).isLessThan(10_000);
        assertThatThrownBy(() -> Request.of(bomb, 10_000))
                .isInstanceOfSatisfying(
                        BindingException.class, e -> assertThat(e.condition()).isEqualTo(Terminal.POLICY_VIOLATION));
    }

    @Test
    void whatIsBadlyCompressedIsRefused() {
        assertThatThrownBy(() -> Request.of(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1}, 1000))
                .isInstanceOf(BindingException.class);
    }

    private static byte[] compressed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void nobodySeesTheSidInALog() {
        assertThat(Desk.request(BODY.formatted(" sid='secret'"))).asString().doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"60, 1, 60, 1, 2", "59, 1, 59, 1, 2", "3600, 7, 60, 2, 3", "0, 1, 0, 1, 2", "60, 0, 60, 0, 1"})
    void nobodyWaitsLongerOrMoreOftenThanTheClientWantsAndWeAllow(
            int wait, int hold, int waits, int holds, int requests) {
        // 7.2
        var terms = terms(" wait='" + wait + "' hold='" + hold + "'");
        assertThat(terms.longestWait()).isEqualTo(waits);
        assertThat(terms.hold()).isEqualTo(holds);
        assertThat(terms.requests()).isEqualTo(requests);
    }

    @ParameterizedTest
    @CsvSource({"1.6, 1.6", "1.11, 1.11", "1.12, 1.11", "2.0, 1.11", "1.100, 1.11", "0.9, 0.9"})
    void theVersionIsTheLowerOfTheTwo(String theirs, String agreed) {
        // 7.1: "the minor number MAY be incremented higher than a single digit"
        assertThat(terms(" ver='" + theirs + "'").version()).isEqualTo(agreed);
    }

    @Test
    void theClientMayChooseTheTypeOfTheAnswers() {
        // 7.1
        assertThat(terms("").content()).isEqualTo("text/xml; charset=utf-8");
        assertThat(terms(" content='text/html; charset=utf-8'").content()).isEqualTo("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " wait='-1'",
                " wait='x'",
                " wait='70000'",
                " hold='256'",
                " ver='1'",
                " ver='x.y'",
                " content='text'",
                " content='text/xml&#13;&#10;Set-Cookie: a=b'"
            })
    void aWishThatCannotBeReadIsRefused(String attributes) {
        assertThatThrownBy(() -> terms(attributes))
                .isInstanceOfSatisfying(
                        BindingException.class, e -> assertThat(e.condition()).isEqualTo(Terminal.BAD_REQUEST));
    }

    @Test
    void aStreamThatWasNeverOpenedIsNotFound() {
        // 16.4
        var desk = new Desk(Desk.USUAL);
        assertThat(desk.asks(101, " stream='second'", "<message xmlns='jabber:client'/>")
                        .body())
                .isEqualTo(Desk.terminating("item-not-found"));
    }

    @Test
    void anotherStreamIsNotOpened() {
        // 16.3: who does not support that "MUST ignore the extra attributes and treat the request as a normal empty
        // request"
        var desk = new Desk(Desk.USUAL);
        assertThat(desk.first.body()).doesNotContain(" stream='");
        assertThat(desk.asks(101, " to='im.example.com' stream='x'", "").isAnswered())
                .isFalse();
    }
}
