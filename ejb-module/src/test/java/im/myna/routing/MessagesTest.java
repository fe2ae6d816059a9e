package im.myna.routing;

import im.myna.conversation.Actor;
import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of RFC 6121, 8.5.4, for messages. */
@Play
@Shows("RFC 6121")
class MessagesTest {
    private static final String UNAVAILABLE =
            "<error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";

    /** 8.5.3.1. */
    @ParameterizedTest
    @ValueSource(strings = {"normal", "chat", "groupchat", "headline"})
    void aMatchingResourceGetsIt(String type, Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        romeo.sends(message(type, "juliet@im.example.com/balcony"));
        juliet.receives(received(type, "juliet@im.example.com/balcony"));
    }

    /** 8.5.3.1: also an error, which is answered by nothing. */
    @Test
    void anErrorReachesTheResource(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        romeo.sends("<message type='error' to='juliet@im.example.com/balcony'>" + UNAVAILABLE + "</message>");
        juliet.receives("<message type='error' from='romeo@im.example.com/home' to='juliet@im.example.com/balcony'>"
                + UNAVAILABLE + "</message>");
        romeo.sends("<message type='error' to='juliet@im.example.com/garden'>" + UNAVAILABLE + "</message>");
        romeo.sends("<message type='error' to='juliet@im.example.com'>" + UNAVAILABLE + "</message>");
        romeo.receivesNothing();
        juliet.receivesNothing();
    }

    /** 8.5.3.2.1. */
    @ParameterizedTest
    @ValueSource(strings = {"normal", "groupchat", "headline"})
    void withoutThatResourceTheSenderIsTold(String type, Cast cast) {
        cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        romeo.sends(message(type, "juliet@im.example.com/garden"));
        isRefused(romeo, "juliet@im.example.com/garden");
    }

    /** 8.5.3.2.1: "chat": as if it were addressed to the bare JID. */
    @Test
    void aChatMessageForAnotherResourceReachesTheAccount(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        romeo.sends(message("chat", "juliet@im.example.com/garden"));
        juliet.receives(received("chat", "juliet@im.example.com/garden"));
    }

    /** 8.5.2.1.1. */
    @ParameterizedTest
    @ValueSource(strings = {"normal", "chat", "headline"})
    void allResourcesWithNonNegativePriorityGetIt(String type, Cast cast) {
        var balcony = cast.available("juliet", "balcony");
        var garden = cast.login("juliet", "garden");
        garden.sends("<presence><priority>-1</priority></presence>");
        garden.receivesInAnyOrder(
                "<presence from='juliet@im.example.com/garden' to='{any}'><priority>-1</priority></presence>",
                "<presence from='juliet@im.example.com/balcony' to='{any}'/>");
        balcony.receives("<presence from='juliet@im.example.com/garden' to='{any}'><priority>-1</priority></presence>");
        var silent = cast.login("juliet", "chamber");
        var romeo = cast.login("romeo", "home");
        romeo.sends(message(type, "juliet@im.example.com"));
        balcony.receives(received(type, "juliet@im.example.com"));
        garden.receivesNothing();
        silent.receivesNothing();
        romeo.receivesNothing();
    }

    /** 8.5.2.1.1 and 8.5.2.2.1: "groupchat" must be answered with an error. */
    @Test
    void groupchatForAnAccountIsRefused(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        romeo.sends(message("groupchat", "juliet@im.example.com"));
        isRefused(romeo, "juliet@im.example.com");
        juliet.receivesNothing();
    }

    /** 8.5.2.2.1: "headline": silently ignored. */
    @Test
    void aHeadlineForWhoIsAwayIsDropped(Cast cast) {
        cast.account("juliet");
        var romeo = cast.login("romeo", "home");
        romeo.sends(message("headline", "juliet@im.example.com"));
        romeo.receivesNothing();
        var juliet = cast.available("juliet", "balcony");
        juliet.receivesNothing();
    }

    /** 8.5.1. */
    @Test
    void aMessageForNobodyIsRefused(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends(message("chat", "nobody@im.example.com"));
        isRefused(romeo, "nobody@im.example.com");
        romeo.sends(message("chat", "im.example.com"));
        isRefused(romeo, "im.example.com");
    }

    /** RFC 6120, 10.3.1: for the sender's own account. */
    @Test
    void aMessageToNobodyInParticularIsForOneself(Cast cast) {
        var romeo = cast.available("romeo", "home");
        romeo.sends("<message id='m1'><body>note</body></message>");
        romeo.receives(
                "<message id='m1' from='romeo@im.example.com/home' to='romeo@im.example.com'><body>note</body></message>");
    }

    /** RFC 6121, 5.2.2: an unknown type is "normal". */
    @Test
    void anUnknownTypeIsNormal(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        romeo.sends(message("whisper", "juliet@im.example.com"));
        juliet.receives(received("whisper", "juliet@im.example.com"));
    }

    /** RFC 6120, 10.4.2: a domain that is not here; servers are not connected yet. */
    @Test
    void anotherDomainIsNotFound(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends(message("chat", "juliet@elsewhere.example"));
        romeo.receives(
                "<message id='m1' type='error' from='juliet@elsewhere.example' to='romeo@im.example.com/home'>"
                        + "<error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>");
    }

    /** RFC 6120, 8.1.2.1. */
    @Test
    void whoSpeaksForAnotherIsCutOff(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<message from='juliet@im.example.com' to='juliet@im.example.com'><body>It is I</body></message>");
        romeo.isCutOff("invalid-from");
    }

    /** RFC 6120, 8.1.1.1 and 8.3.3.8. */
    @Test
    void aMalformedAddressIsToldAndTheStreamGoesOn(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<message id='m1' to='ju liet@im.example.com'><body>Hi</body></message>");
        romeo.receives("<message id='m1' type='error' to='romeo@im.example.com/home'>"
                + "<error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>{any}</text></error></message>");
        romeo.receivesNothing();
    }

    /** XEP-0203, XEP-0280 and XEP-0359: what only servers may say is cut out, what the client says of others stays. */
    @Test
    void forgedElementsAreCut(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        romeo.sends("<message to='juliet@im.example.com' id='m1'><body>Hi</body>"
                + "<delay xmlns='urn:xmpp:delay' from='im.example.com' stamp='2002-09-10T23:08:25Z'/>"
                + "<delay xmlns='urn:xmpp:delay' from='room@muc.example.com' stamp='2002-09-10T23:08:25Z'/>"
                + "<stanza-id xmlns='urn:xmpp:sid:0' by='romeo@im.example.com' id='1'/>"
                + "<received xmlns='urn:xmpp:carbons:2'/></message>");
        juliet.receives("<message from='romeo@im.example.com/home' to='juliet@im.example.com' id='m1'><body>Hi</body>"
                + "<delay xmlns='urn:xmpp:delay' from='room@muc.example.com' stamp='2002-09-10T23:08:25Z'/></message>");
    }

    /** RFC 6120, 8.1.5. */
    @Test
    void theLanguageOfTheStreamIsThatOfItsStanzas(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        cast.account("romeo");
        var romeo = cast.connects("romeo");
        romeo.speaks("it");
        romeo.opens();
        romeo.authenticates(Cast.PASSWORD);
        romeo.binds("home");
        romeo.sends(
                "<message to='juliet@im.example.com/balcony'/><message to='juliet@im.example.com/balcony' xml:lang='en'/>");
        juliet.receives("<message from='romeo@im.example.com/home' to='juliet@im.example.com/balcony' xml:lang='it'/>");
        juliet.receives("<message from='romeo@im.example.com/home' to='juliet@im.example.com/balcony' xml:lang='en'/>");
    }

    /** RFC 6120, 10.1. */
    @Test
    void theOrderIsKeptAlsoAcrossWhatBlocks(Cast cast) {
        cast.account("nurse");
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        var all = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            all.append("<message to='juliet@im.example.com/balcony' id='j" + i + "'/>");
            all.append(
                    "<message to='nurse@im.example.com' type='chat' id='n" + i + "'><body>" + i + "</body></message>");
        }
        romeo.sends(all.toString());
        for (int i = 0; i < 50; i++) {
            juliet.receives(
                    "<message from='romeo@im.example.com/home' to='juliet@im.example.com/balcony' id='j" + i + "'/>");
        }
    }

    private static void isRefused(Actor actor, String by) {
        actor.receives("<message id='m1' type='error' from='" + by + "' to='romeo@im.example.com/home'>" + UNAVAILABLE
                + "</message>");
    }

    private static String message(String type, String to) {
        return "<message id='m1' type='" + type + "' to='" + to + "' xml:lang='en'><body>Wherefore?</body></message>";
    }

    private static String received(String type, String to) {
        return "<message id='m1' type='" + type + "' from='romeo@im.example.com/home' to='" + to
                + "' xml:lang='en'><body>Wherefore?</body></message>";
    }
}
