package im.myna.web.xep0124_bosh;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.web.door.BasicCredentials;
import im.myna.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XEP-0206, 5: a log-in as any client would do it, but within the server. */
class PrebindingTest {
    private static final String FEATURES = "<stream:features xmlns:stream='http://etherx.jabber.org/streams'/>";
    private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";

    private final List<String> bound = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<Element> said = new ArrayList<>();

    private Prebinding prebinding(String resource) {
        var login = new Prebinding.Login("im.example.com", "juliet", "r0m30", resource);
        return new Prebinding(login, bound::add, refused::add);
    }

    private void hears(Prebinding prebinding, String xml) {
        prebinding.hear(Element.parse(xml), said::add);
    }

    @Test
    void whoLogsInGetsAnAddress() {
        var prebinding = prebinding("page");
        assertThat(prebinding.opening().attribute("to")).contains("im.example.com");
        hears(prebinding, FEATURES);
        // base64 of NUL juliet NUL r0m30
        assertThat(said.get(0).text()).isEqualTo("AGp1bGlldAByMG0zMA==");
        hears(prebinding, "<success xmlns='" + SASL + "'/>");
        assertThat(said.get(1)).isEqualTo(prebinding.opening());
        hears(prebinding, FEATURES);
        assertThat(said.get(2).xml()).contains("<resource>page</resource>");
        hears(
                prebinding,
                "<iq xmlns='jabber:client' type='result'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                        + "<jid>juliet@im.example.com/page</jid></bind></iq>");
        assertThat(bound).containsExactly("juliet@im.example.com/page");
        assertThat(prebinding.isOver()).isTrue();
    }

    @Test
    void whoWishesNoResourceAsksForNone() {
        var prebinding = prebinding("");
        hears(prebinding, FEATURES);
        hears(prebinding, "<success xmlns='" + SASL + "'/>");
        hears(prebinding, FEATURES);
        assertThat(said.get(2).xml()).doesNotContain("<resource");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "not-authorized, <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>",
                "conflict, <iq xmlns='jabber:client' type='error'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>",
                "host-unknown, <stream:error xmlns:stream='http://etherx.jabber.org/streams'><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
            })
    void aRefusalIsToldOnceByItsCondition(String condition, String xml) {
        var prebinding = prebinding("page");
        hears(prebinding, xml);
        prebinding.refuse("remote-connection-failed");
        assertThat(refused).containsExactly(condition);
        assertThat(bound).isEmpty();
    }

    @Test
    void nobodySeesThePasswordInALog() {
        assertThat(new Prebinding.Login("im.example.com", "juliet", "r0m30", ""))
                .asString()
                .doesNotContain("r0m30");
        assertThat(new BasicCredentials("juliet", "r0m30")).asString().doesNotContain("r0m30");
    }

    @ParameterizedTest
    @CsvSource({
        "not-authorized, 401",
        "account-disabled, 403",
        "encryption-required, 403",
        "bad-request, 400",
        "conflict, 409",
        "resource-constraint, 429",
        "temporary-auth-failure, 503",
        "'', 503"
    })
    void eachConditionHasItsStatus(String condition, int status) {
        var answer = Refusal.answer(condition);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "Basic anVsaWV0OnIwbTMw, juliet, r0m30",
        "basic anVsaWV0OmE6Yg==, juliet, a:b",
        "Basic anVsaWV0Og==, juliet, ''"
    })
    void credentialsAreReadFromTheHeader(String header, String user, String password) {
        // RFC 7617, 2
        assertThat(BasicCredentials.of(header)).contains(new BasicCredentials(user, password));
    }

    @ParameterizedTest
    @CsvSource({"Bearer x", "Basic", "Basic !", "Basic anVsaWV0", "Basic OnIwbTMw", "Basic /zph"})
    void whatAreNoCredentialsIsNotRead(String header) {
        assertThat(BasicCredentials.of(header)).isEmpty();
    }
}
