package im.myna.negotiation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.link.Security;
import im.myna.sasl.ScramClient;
import im.myna.specification.Shows;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6120, 6. */
@Shows({"RFC 5802", "RFC 7677", "RFC 4616"})
class AuthenticationTest {
    private final House house = new House(Map.of());
    private final Visitor visitor = house.visitor().encrypted();

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String plain(String authzid, String username, String password) {
        return base64(authzid + '\0' + username + '\0' + password);
    }

    @BeforeEach
    void open() {
        house.account("juliet");
        visitor.opens();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void withinTlsAllIsOfferedThatNeedsNoBindingTheStrongestFirst() {
        assertThat(Visitor.mechanisms(house.visitor().encrypted().opens()))
                .containsExactly("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"})
    void whoKnowsThePasswordIsLetInAndTheStreamBeginsAnew(String mechanism) {
        assertThat(visitor.authenticates(mechanism, new ScramClient(mechanism, "Juliet", House.PASSWORD)))
                .isTrue();
        assertThat(visitor.isEstablished()).isTrue();
        var features = visitor.opens();
        assertThat(Visitor.mechanisms(features)).isEmpty();
        assertThat(features.child("urn:ietf:params:xml:ns:xmpp-bind", "bind")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"})
    void whoDoesNotIsNot(String mechanism) {
        assertThat(visitor.authenticates(mechanism, new ScramClient(mechanism, "juliet", "Romeo")))
                .isFalse();
        assertThat(visitor.isEstablished()).isFalse();
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
    }

    @Test
    void aPasswordIsEnoughWithinTls() {
        visitor.auth("PLAIN", plain("", "juliet", House.PASSWORD));
        visitor.hears("<success xmlns='" + Visitor.SASL + "'/>");
        assertThat(visitor.isEstablished()).isTrue();
    }

    @Test
    void aWrongPasswordIsNotAuthorized() {
        visitor.auth("PLAIN", plain("", "juliet", "Romeo"));
        assertThat(visitor.hears()).isEqualTo(Visitor.failure("not-authorized"));
        visitor.auth("PLAIN", plain("", "juliet", House.PASSWORD + "\0"));
        visitor.hearsFailure("malformed-request");
    }

    @Test
    void whoSendsNoInitialResponseIsAskedForIt() {
        // 6.4.2
        visitor.auth("PLAIN", "");
        visitor.hears("<challenge xmlns='" + Visitor.SASL + "'/>");
        visitor.responds(plain("", "juliet", "Romeo"));
        visitor.hearsFailure("not-authorized");
        var client = new ScramClient("SCRAM-SHA-1", "juliet", House.PASSWORD);
        visitor.auth("SCRAM-SHA-1", "");
        visitor.hears("<challenge xmlns='" + Visitor.SASL + "'/>");
        visitor.responds(client.first());
        visitor.responds(client.respond(visitor.hears().text()));
        client.verify(visitor.hears().text());
    }

    @Test
    void anEmptyInitialResponseIsOne() {
        // 6.4.2: "="
        visitor.auth("PLAIN", "=");
        visitor.hearsFailure("malformed-request");
    }

    @ParameterizedTest
    @CsvSource({
        "juliet@im.example.com,true",
        "Juliet@IM.example.com,true",
        "romeo@im.example.com,false",
        "juliet,false",
        "juliet@im.example.com/balcony,false",
        "@@,false"
    })
    void nobodyActsForSomebodyElse(String authzid, boolean right) {
        // 6.3.8, 6.5.6
        visitor.auth("PLAIN", plain(authzid, "juliet", House.PASSWORD));
        if (right) {
            assertThat(visitor.hears().name().local()).isEqualTo("success");
        } else {
            visitor.hearsFailure("invalid-authzid");
        }
        var other = house.visitor().encrypted();
        other.opens();
        var client = new ScramClient("SCRAM-SHA-256", "juliet", House.PASSWORD).header("n,a=" + authzid + ",");
        other.auth("SCRAM-SHA-256", client.first());
        other.responds(client.respond(other.hears().text()));
        assertThat(other.hears().name().local()).isEqualTo(right ? "success" : "failure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 6.5.5
                "PLAIN|AGp1bGlldA|incorrect-encoding",
                "PLAIN|AGp1 bGll|incorrect-encoding",
                "SCRAM-SHA-1|b!Wg|incorrect-encoding",
                // 6.5.8
                "PLAIN|anVsaWV0|malformed-request",
                "SCRAM-SHA-1|anVsaWV0|malformed-request",
                // 6.5.7
                "DIGEST-MD5||invalid-mechanism",
                "plain|AGEAYg==|invalid-mechanism",
                "''||invalid-mechanism",
                "EXTERNAL|=|invalid-mechanism",
                "SCRAM-SHA-1-PLUS|biwsbj11c2VyLHI9YWJj|invalid-mechanism",
            })
    void aFailureSaysWhyAndTheStreamGoesOn(String mechanism, String data, String condition) {
        visitor.auth(mechanism, data == null ? "" : data);
        visitor.hearsFailure(condition);
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
    }

    @Test
    void aMissingMechanismIsInvalid() {
        visitor.sends("<auth xmlns='" + Visitor.SASL + "'/>");
        visitor.hearsFailure("invalid-mechanism");
    }

    @Test
    void anExchangeCanBeAborted() {
        // 6.4.4, 6.5.1
        visitor.auth("SCRAM-SHA-1", new ScramClient("SCRAM-SHA-1", "juliet", House.PASSWORD).first());
        visitor.hears();
        visitor.sends("<abort xmlns='" + Visitor.SASL + "'/>");
        assertThat(visitor.hears()).isEqualTo(Visitor.failure("aborted"));
        visitor.responds("biws");
        visitor.hearsFailure("malformed-request");
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
    }

    @Test
    void stepsOutOfOrderAreMalformed() {
        visitor.responds("biws");
        visitor.hearsFailure("malformed-request");
        visitor.auth("SCRAM-SHA-1", new ScramClient("SCRAM-SHA-1", "juliet", House.PASSWORD).first());
        visitor.hears();
        visitor.auth("PLAIN", plain("", "juliet", House.PASSWORD));
        visitor.hearsFailure("malformed-request");
        visitor.responds("biws");
        visitor.hearsFailure("malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<message to='romeo@im.example.com'><body>hi</body></message>",
                "<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>",
                "<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>",
                "<presence/>",
                "<enable xmlns='urn:xmpp:sm:3'/>",
                "<auth xmlns='urn:example:other'/>",
            })
    void nothingElseIsHeardBeforeTheLogIn(String xml) {
        // 4.9.3.12
        visitor.sends(xml);
        visitor.isCutOff("not-authorized");
    }

    @Test
    void afterTheLogInThereIsNoOther() {
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
        visitor.opens();
        visitor.auth("PLAIN", plain("", "juliet", House.PASSWORD));
        visitor.isCutOff("unsupported-stanza-type");
    }

    @Test
    void whileTheDatabaseIsAwayNobodyIsToldThatHisPasswordIsWrong() {
        // 6.5.11
        house.sql("alter table account rename to account_away");
        try {
            visitor.auth("PLAIN", plain("", "juliet", House.PASSWORD));
            visitor.hearsFailure("temporary-auth-failure");
        } finally {
            house.sql("alter table account_away rename to account");
        }
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
    }

    @Test
    void aLinkThatIsBoundToNothingOffersNoBinding() {
        var features = house.visitor()
                .encrypted(new Security("TLSv1.2", "x", Map.of(), List.of()))
                .opens();
        assertThat(features.child("urn:xmpp:sasl-cb:0", "sasl-channel-binding")).isEmpty();
    }
}
