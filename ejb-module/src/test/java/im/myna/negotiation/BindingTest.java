package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Actor;
import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.With;
import im.myna.sasl.ScramClient;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6120, 7. */
@Play
@Shows({"RFC 6120", "RFC 7622"})
class BindingTest {
    private static final String BIND = "urn:ietf:params:xml:ns:xmpp-bind";
    private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
    private static final String SESSION = "urn:ietf:params:xml:ns:xmpp-session";
    private static final String STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";

    private static Actor authenticated(Cast cast, String username) {
        cast.account(username);
        var actor = cast.connects(username);
        actor.opens();
        actor.authenticates(Cast.PASSWORD);
        return actor;
    }

    private static String request(String resource) {
        return "<iq type='set' id='b1'><bind xmlns='" + BIND + "'><resource>" + resource + "</resource></bind></iq>";
    }

    private static String bound(String jid) {
        return "<iq type='result' id='b1'><bind xmlns='" + BIND + "'><jid>" + jid + "</jid></bind></iq>";
    }

    /** 7.7.1, RFC 7622, 3.4: the server prepares what the client asked for. */
    @ParameterizedTest
    @CsvSource({"Home,Home", "caf\u00E9 1,caf\u00E9 1", "cafe\u0301,caf\u00E9"})
    void theClientLearnsItsAddressAsItIsNow(String asked, String given, Cast cast) {
        var romeo = authenticated(cast, "romeo");
        romeo.sends(request(asked));
        romeo.receives(bound("romeo@im.example.com/" + given));
        romeo.receivesNothing();
    }

    /** 7.6: an empty name is no name. */
    @Test
    void whoAsksForNothingInParticularGetsSomething(Cast cast) {
        var romeo = authenticated(cast, "romeo");
        romeo.sends(request(""));
        assertThat(romeo.receives(bound("{=jid}")).get("jid")).hasSizeGreaterThan("romeo@im.example.com/".length() + 8);
    }

    /** 7.7.2.1. */
    @ParameterizedTest
    @ValueSource(strings = {"a&#9;b", "&#x378;"})
    void aNameThatIsNoneIsRefusedAndTheClientMayTryAgain(String asked, Cast cast) {
        var romeo = authenticated(cast, "romeo");
        romeo.sends(request(asked));
        romeo.receives("<iq type='error' id='b1'><error type='modify'><bad-request xmlns='" + STANZAS
                + "'/><text xmlns='" + STANZAS + "' xml:lang='en'>{any}</text></error></iq>");
        romeo.binds("home");
    }

    /** 7.7.2.2: the server may also give the newer client another name. */
    @Test
    @With("myna.login.conflict=both")
    void bothMayStay(Cast cast) {
        var old = cast.login("romeo", "home");
        var young = authenticated(cast, "romeo");
        young.sends(request("home"));
        assertThat(young.receives(bound("{=jid}")).get("jid")).isNotEqualTo("romeo@im.example.com/home");
        old.receivesNothing();
        young.receivesNothing();
    }

    /** 7.6.2.1. */
    @Test
    @With("myna.limits.resources-per-account=2")
    void anAccountHasOnlySoManySessions(Cast cast) {
        cast.login("romeo", "one");
        cast.login("romeo", "two");
        var third = authenticated(cast, "romeo");
        third.sends(request("three"));
        third.receives("<iq type='error' id='b1'><error type='wait'><resource-constraint xmlns='" + STANZAS
                + "'/><text xmlns='" + STANZAS + "' xml:lang='en'>{any}</text></error></iq>");
        // The place of a session that it replaces is free.
        third.sends(request("two"));
        third.receives(bound("romeo@im.example.com/two"));
        cast.login("juliet", "one").receivesNothing();
    }

    /** 7.1: the only thing to do now. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iq type='get' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>",
                "<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>",
                "<iq type='set' id='1'/>",
                "<iq type='result' id='1'/>",
                "<message to='@@'/>",
            })
    void nothingElseIsHeardBeforeTheBinding(String stanza, Cast cast) {
        var romeo = authenticated(cast, "romeo");
        romeo.sends(stanza);
        romeo.isCutOff("not-authorized");
    }

    /** RFC 3921, 3: older clients are told that they may ask for a session. */
    @Test
    void theSessionOfOldIsAnnounced(Cast cast) {
        cast.account("romeo");
        var romeo = cast.connects("romeo");
        assertThat(romeo.opens().child(SESSION, "session")).isEmpty();
        var scram = new ScramClient("SCRAM-SHA-1", "romeo", Cast.PASSWORD);
        romeo.sends("<auth xmlns='" + SASL + "' mechanism='SCRAM-SHA-1'>" + scram.first() + "</auth>");
        romeo.sends(
                "<response xmlns='" + SASL + "'>" + scram.respond(romeo.next().text()) + "</response>");
        scram.verify(romeo.next().text());
        assertThat(romeo.opens().child(SESSION, "session").orElseThrow().child("optional"))
                .isPresent();
    }
}
