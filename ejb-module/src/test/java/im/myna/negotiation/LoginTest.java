package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.With;
import im.myna.sasl.ScramClient;
import im.myna.specification.Shows;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6120, 6 and 7: authentication and resource binding, as a client sees them. */
@Play
@Shows({"RFC 6120", "RFC 5802", "RFC 7677", "RFC 3921"})
class LoginTest {
    private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"})
    void allHashesWork(String mechanism, Cast cast) {
        cast.account("romeo");
        var romeo = cast.connects("romeo");
        romeo.opens();
        romeo.authenticates(mechanism, Cast.PASSWORD);
        romeo.binds("home");
        romeo.receivesNothing();
    }

    /** 6.5.10; nothing tells a wrong password from an unknown account. */
    @Test
    void aWrongPasswordAndAnUnknownAccountLookTheSame(Cast cast) {
        cast.account("romeo");
        for (var username : new String[] {"romeo", "nobody"}) {
            var guest = cast.connects(username);
            guest.opens();
            var scram = new ScramClient("SCRAM-SHA-256", username, "guess");
            guest.sends("<auth xmlns='" + SASL + "' mechanism='SCRAM-SHA-256'>" + scram.first() + "</auth>");
            var challenge = guest.receives("<challenge xmlns='" + SASL + "'>{=challenge}</challenge>")
                    .get("challenge");
            var text = new String(Base64.getDecoder().decode(challenge), StandardCharsets.UTF_8);
            assertThat(text).matches("r=[^,]+,s=[A-Za-z0-9+/]{22}==,i=4096");
            guest.sends("<response xmlns='" + SASL + "'>" + scram.respond(challenge) + "</response>");
            guest.receives("<failure xmlns='" + SASL + "'><not-authorized/></failure>");
            guest.sends("<abort xmlns='" + SASL + "'/>");
        }
    }

    /** The salt of an account that does not exist does not change from one attempt to the next. */
    @Test
    void anUnknownAccountHasALastingSalt(Cast cast) {
        assertThat(salt(cast, "nobody")).isEqualTo(salt(cast, "nobody")).isNotEqualTo(salt(cast, "noone"));
    }

    /** 6.5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='X-MAGIC'>=</auth>|invalid-mechanism",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AHJvbWVvAHNlY3JldA==</auth>|encryption-required",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>bi ws</auth>|incorrect-encoding",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>biws*</auth>|incorrect-encoding",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>biws</auth>|malformed-request",
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1-PLUS'>biws</auth>|invalid-mechanism"
            })
    void whatCannotBeIsToldPrecisely(String auth, String condition, Cast cast) {
        var romeo = cast.connects("romeo");
        romeo.opens();
        romeo.sends(auth);
        var failure = romeo.next();
        assertThat(failure.is(SASL, "failure")).isTrue();
        assertThat(failure.children().get(0).name().local()).isEqualTo(condition);
    }

    /** 6.4.4. */
    @Test
    void theClientMayGiveUp(Cast cast) {
        cast.account("romeo");
        var romeo = cast.connects("romeo");
        romeo.opens();
        var scram = new ScramClient("SCRAM-SHA-256", "romeo", Cast.PASSWORD);
        romeo.sends("<auth xmlns='" + SASL + "' mechanism='SCRAM-SHA-256'>" + scram.first() + "</auth>");
        romeo.receives("<challenge xmlns='" + SASL + "'>{any}</challenge>");
        romeo.sends("<abort xmlns='" + SASL + "'/>");
        romeo.receives("<failure xmlns='" + SASL + "'><aborted/></failure>");
        romeo.authenticates(Cast.PASSWORD);
    }

    /** 6.3.8, 6.5.6: an authorization identity that is not the account's own. */
    @Test
    void nobodyActsForAnother(Cast cast) {
        cast.account("romeo");
        var romeo = cast.connects("romeo");
        romeo.opens();
        var scram = new ScramClient("SCRAM-SHA-256", "romeo", Cast.PASSWORD).header("n,a=juliet@im.example.com,");
        romeo.sends("<auth xmlns='" + SASL + "' mechanism='SCRAM-SHA-256'>" + scram.first() + "</auth>");
        var answer = romeo.next();
        if (answer.is(SASL, "challenge")) {
            romeo.sends("<response xmlns='" + SASL + "'>" + scram.respond(answer.text()) + "</response>");
            answer = romeo.next();
        }
        assertThat(answer.children().get(0).name().local()).isEqualTo("invalid-authzid");
    }

    /** 7.6.1. */
    @Test
    void theServerMakesAResource(Cast cast) {
        cast.account("romeo");
        var romeo = cast.connects("romeo");
        romeo.opens();
        romeo.authenticates(Cast.PASSWORD);
        romeo.sends("<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        var jid = romeo.receives(
                        "<iq type='result' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=jid}</jid></bind></iq>")
                .get("jid");
        assertThat(jid).startsWith("romeo@im.example.com/").hasSizeGreaterThan("romeo@im.example.com/".length() + 8);
    }

    /** 7.7.2.2: by default the newer session wins. */
    @Test
    void theNewerSessionWins(Cast cast) {
        var old = cast.login("romeo", "home");
        var young = cast.login("romeo", "home");
        old.isCutOff("conflict");
        young.receivesNothing();
    }

    @Test
    @With("myna.login.conflict=older")
    void theOlderSessionWinsWhereItIsSaid(Cast cast) {
        var old = cast.login("romeo", "home");
        var young = cast.connects("romeo");
        young.opens();
        young.authenticates(Cast.PASSWORD);
        young.sends(
                "<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>home</resource></bind></iq>");
        young.receives("<iq type='error' id='b1'><error type='cancel'>"
                + "<conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        old.receivesNothing();
    }

    /** 7.7.2.1. */
    @Test
    void aResourceThatIsNoneIsRefused(Cast cast) {
        cast.account("romeo");
        var romeo = cast.connects("romeo");
        romeo.opens();
        romeo.authenticates(Cast.PASSWORD);
        romeo.sends("<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>"
                + "a".repeat(1024) + "</resource></bind></iq>");
        romeo.receives(
                "<iq type='error' id='b1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                        + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>{any}</text></error></iq>");
        romeo.binds("home");
    }

    /** RFC 3921, 3: what older clients still ask for. */
    @Test
    void theOldSessionRequestIsAnswered(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='set' id='s1'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>");
        romeo.receives("<iq type='result' id='s1' to='romeo@im.example.com/home'/>");
    }

    private static String salt(Cast cast, String username) {
        var guest = cast.connects(username);
        guest.opens();
        var scram = new ScramClient("SCRAM-SHA-256", username, "guess");
        guest.sends("<auth xmlns='" + SASL + "' mechanism='SCRAM-SHA-256'>" + scram.first() + "</auth>");
        var challenge = guest.receives("<challenge xmlns='" + SASL + "'>{=challenge}</challenge>")
                .get("challenge");
        return new String(Base64.getDecoder().decode(challenge), StandardCharsets.UTF_8).split(",", -1)[1];
    }
}
