package im.myna.routing;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6120, 8.2.3 and 8.4; RFC 6121, 8.5, for requests. */
@Play
@Shows("RFC 6120")
class RequestsTest {
    private static final String UNAVAILABLE =
            "<error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
    private static final String UNKNOWN = "<query xmlns='urn:example:unknown'/>";

    /** 8.4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "im.example.com",
                "juliet@im.example.com",
                "nobody@im.example.com",
                "juliet@im.example.com/garden"
            })
    void anUnknownRequestIsUnavailableWhoeverIsAsked(String to, Cast cast) {
        cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' id='q1' to='" + to + "'>" + UNKNOWN + "</iq>");
        romeo.receives(
                "<iq type='error' id='q1' from='" + to + "' to='romeo@im.example.com/home'>" + UNAVAILABLE + "</iq>");
    }

    /** RFC 6121, 8.5.2.1.3: the server answers for the account; its clients never see it. */
    @Test
    void aRequestToAnAccountDoesNotReachItsClients(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' id='q1' to='juliet@im.example.com'>" + UNKNOWN + "</iq>");
        romeo.receives("<iq type='error' id='q1' from='juliet@im.example.com' to='romeo@im.example.com/home'>"
                + UNAVAILABLE + "</iq>");
        juliet.receivesNothing();
    }

    /** 8.2.3, rules 1 to 4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iq id='q1' type='get' to='im.example.com'/>",
                "<iq id='q1' type='set' to='im.example.com'><a xmlns='urn:a'/><b xmlns='urn:b'/></iq>",
                "<iq id='q1' type='ask' to='im.example.com'><a xmlns='urn:a'/></iq>",
                "<iq id='q1' to='im.example.com'><a xmlns='urn:a'/></iq>"
            })
    void whatIsNoRequestIsABadOne(String iq, Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends(iq);
        var answer = romeo.next();
        assertThat(answer.attribute("id")).contains("q1");
        assertThat(answer.attribute("type")).contains("error");
        var error = answer.child("error").orElseThrow();
        assertThat(error.attribute("type")).contains("modify");
        assertThat(error.child("urn:ietf:params:xml:ns:xmpp-stanzas", "bad-request"))
                .isPresent();
        romeo.receivesNothing();
    }

    @Test
    void aRequestWithoutIdIsABadOne(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' to='im.example.com'><ping xmlns='urn:xmpp:ping'/></iq>");
        romeo.receives("<iq type='error' from='im.example.com' to='romeo@im.example.com/home'>"
                + "<error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
    }

    /** 8.3.1: errors never answer errors; nor is a result a question. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "im.example.com",
                "juliet@im.example.com",
                "juliet@im.example.com/garden",
                "juliet@elsewhere.example"
            })
    void answersThatNobodyWaitsForAreIgnored(String to, Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='result' id='r1' to='" + to + "'/>");
        romeo.sends("<iq type='error' id='r2' to='" + to + "'>" + UNAVAILABLE + "</iq>");
        romeo.receivesNothing();
    }

    /** RFC 6120, 10.4.2. */
    @Test
    void anotherDomainIsNotFound(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' id='q1' to='elsewhere.example'>" + UNKNOWN + "</iq>");
        romeo.receives(
                "<iq type='error' id='q1' from='elsewhere.example' to='romeo@im.example.com/home'><error type='cancel'>"
                        + "<remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
    }

    /** 4.9.3.24. */
    @Test
    void whatIsNoStanzaEndsTheStream(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<pubsub xmlns='jabber:client'/>");
        romeo.isCutOff("unsupported-stanza-type");
    }

    /** 4.4. */
    @Test
    void theStreamIsClosedByBoth(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.leaves();
    }
}
