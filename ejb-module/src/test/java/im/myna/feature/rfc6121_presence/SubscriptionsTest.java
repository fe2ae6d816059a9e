package im.myna.feature.rfc6121_presence;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.Stage;
import im.myna.conversation.With;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6121, 3. */
@Play
@Shows("RFC 6121")
class SubscriptionsTest {
    private static final String FROM_ROMEO = " from='romeo@im.example.com' to='juliet@im.example.com'/>";
    private static final String FROM_JULIET = " from='juliet@im.example.com' to='romeo@im.example.com'/>";

    /** 3.1: asking, granting, and seeing each other. */
    @Test
    void aRequestIsGranted(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        romeo.sends(
                "<presence id='s1' type='subscribe' to='juliet@im.example.com/balcony'><status>It is I</status></presence>");
        Roles.isPushed(romeo, "<item jid='juliet@im.example.com' subscription='none' ask='subscribe'/>");
        juliet.receives("<presence id='s1' type='subscribe' from='romeo@im.example.com' to='juliet@im.example.com'>"
                + "<status>It is I</status></presence>");
        juliet.receivesNothing();
        juliet.sends("<presence type='subscribed' to='romeo@im.example.com'/>");
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='from'/>");
        // 3.1.6: first the answer, then the push; 3.1.5: then who is there.
        romeo.receives("<presence type='subscribed'" + FROM_JULIET);
        Roles.isPushed(romeo, "<item jid='juliet@im.example.com' subscription='to'/>");
        romeo.receives("<presence from='juliet@im.example.com/balcony' to='romeo@im.example.com'/>");
        juliet.receivesNothing();
        romeo.receivesNothing();
    }

    @Test
    void aRequestIsRefused(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        romeo.sends("<presence type='subscribe' to='juliet@im.example.com'/>");
        Roles.isPushed(romeo, "<item jid='juliet@im.example.com' subscription='none' ask='subscribe'/>");
        juliet.receives("<presence type='subscribe'" + FROM_ROMEO);
        juliet.sends("<presence type='unsubscribed' to='romeo@im.example.com'/>");
        romeo.receives("<presence type='unsubscribed'" + FROM_JULIET);
        Roles.isPushed(romeo, "<item jid='juliet@im.example.com' subscription='none'/>");
        romeo.receivesNothing();
        juliet.receivesNothing();
    }

    /** 3.1.3: "the server MUST ... deliver the request when the contact next has an available resource". */
    @Test
    void aRequestWaitsForItsAnswer(Cast cast) {
        cast.account("juliet");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        romeo.sends(
                "<presence id='s1' type='subscribe' to='juliet@im.example.com' xml:lang='it'><status>Ciao</status></presence>");
        romeo.skips();
        for (var resource : new String[] {"balcony", "chamber"}) {
            var juliet = cast.available("juliet", resource);
            juliet.receives("<presence id='s1' type='subscribe' from='romeo@im.example.com' to='juliet@im.example.com'"
                    + " xml:lang='it'><status>Ciao</status></presence>");
            juliet.receivesNothing();
            juliet.leaves();
        }
        var juliet = Roles.interested(cast, "juliet", "hall");
        juliet.receives("<presence id='s1' type='subscribe' from='romeo@im.example.com' to='juliet@im.example.com'"
                + " xml:lang='it'><status>Ciao</status></presence>");
        juliet.sends("<presence type='subscribed' to='romeo@im.example.com'/>");
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='from'/>");
        juliet.leaves();
        cast.available("juliet", "balcony").receivesNothing();
    }

    /** A.3.1: a request that waits is not delivered again. */
    @Test
    void askingTwiceIsAskingOnce(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "orchard");
        romeo.sends("<presence type='subscribe' to='juliet@im.example.com'/>");
        romeo.sends("<presence type='subscribe' to='juliet@im.example.com'/>");
        romeo.receivesNothing();
        juliet.receives("<presence type='subscribe'" + FROM_ROMEO);
        juliet.receivesNothing();
    }

    /** 3.1.3: somebody who is subscribed already is told so. */
    @Test
    void whoIsSubscribedGetsTheAnswerFromTheServer(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.befriend(romeo, juliet);
        romeo.sends(
                "<iq id='d1' type='set'><query xmlns='jabber:iq:roster'><item jid='juliet@im.example.com' name='J'/></query></iq>");
        romeo.skips();
        romeo.sends("<presence type='subscribe' to='juliet@im.example.com'/>");
        romeo.receives("<presence from='juliet@im.example.com/balcony' to='romeo@im.example.com'/>");
        romeo.receivesNothing();
        juliet.receivesNothing();
    }

    /** 3.2. */
    @Test
    void aSubscriptionIsTakenBack(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.befriend(romeo, juliet);
        juliet.sends("<presence type='unsubscribed' to='romeo@im.example.com'/>");
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='to'/>");
        romeo.receives("<presence type='unsubscribed'" + FROM_JULIET);
        Roles.isPushed(romeo, "<item jid='juliet@im.example.com' subscription='from'/>");
        romeo.receives("<presence type='unavailable' from='juliet@im.example.com/balcony' to='romeo@im.example.com'/>");
        romeo.receivesNothing();
        juliet.receivesNothing();
    }

    /** 3.3. */
    @Test
    void aSubscriptionIsGivenUp(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.befriend(romeo, juliet);
        romeo.sends("<presence type='unsubscribe' to='juliet@im.example.com'/>");
        Roles.isPushed(romeo, "<item jid='juliet@im.example.com' subscription='from'/>");
        juliet.receives("<presence type='unsubscribe'" + FROM_ROMEO);
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='to'/>");
        romeo.receives("<presence type='unavailable' from='juliet@im.example.com/balcony' to='romeo@im.example.com'/>");
        romeo.receivesNothing();
        juliet.receivesNothing();
    }

    /** 3.4. */
    @Test
    void aRequestIsGrantedBeforeItComes(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        juliet.sends("<presence type='subscribed' to='romeo@im.example.com'/>");
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='none' approved='true'/>");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        romeo.receivesNothing();
        romeo.sends("<presence type='subscribe' to='juliet@im.example.com'/>");
        Roles.isPushed(romeo, "<item jid='juliet@im.example.com' subscription='none' ask='subscribe'/>");
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='from' approved='true'/>");
        romeo.receives("<presence type='subscribed'" + FROM_JULIET);
        Roles.isPushed(romeo, "<item jid='juliet@im.example.com' subscription='to'/>");
        romeo.receives("<presence from='juliet@im.example.com/balcony' to='romeo@im.example.com'/>");
        juliet.receivesNothing();
    }

    /** 3.4.2. */
    @Test
    void anApprovalInAdvanceIsTakenBack(Cast cast) {
        cast.account("romeo");
        var juliet = Roles.interested(cast, "juliet", "balcony");
        juliet.sends("<presence type='subscribed' to='romeo@im.example.com'/>");
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='none' approved='true'/>");
        juliet.sends("<presence type='unsubscribed' to='romeo@im.example.com'/>");
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='none'/>");
        juliet.receivesNothing();
    }

    /** 2.5.2: removing a contact ends the subscriptions, in both directions. */
    @Test
    void whoIsRemovedFromARosterLosesBothSubscriptions(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.befriend(romeo, juliet);
        juliet.sends("<iq id='d1' type='set'><query xmlns='jabber:iq:roster'>"
                + "<item jid='romeo@im.example.com' subscription='remove'/></query></iq>");
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='remove'/>");
        juliet.receives("<iq id='d1' type='result' to='juliet@im.example.com/balcony'/>");
        juliet.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
        romeo.receives("<presence type='unsubscribe' from='juliet@im.example.com' to='romeo@im.example.com'/>");
        Roles.isPushed(romeo, "<item jid='juliet@im.example.com' subscription='to'/>");
        romeo.receives("<presence type='unsubscribed'" + FROM_JULIET);
        Roles.isPushed(romeo, "<item jid='juliet@im.example.com' subscription='none'/>");
        romeo.receives("<presence type='unavailable' from='juliet@im.example.com/balcony' to='romeo@im.example.com'/>");
        romeo.receivesNothing();
        juliet.receivesNothing();
    }

    /** 3.1.3 and 8.5.1: an account that does not exist is as silent as one that does not answer. */
    @ParameterizedTest
    @ValueSource(strings = {"subscribe", "subscribed", "unsubscribe", "unsubscribed"})
    void nothingTellsWhetherAnAccountExists(String type, Cast cast) {
        cast.account("juliet");
        var romeo = cast.login("romeo", "orchard");
        for (var name : new String[] {"juliet", "nobody"}) {
            romeo.sends("<presence type='" + type + "' to='" + name + "@im.example.com'/>");
            romeo.receivesNothing();
        }
    }

    @Test
    void nobodySubscribesToHimself(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        juliet.sends("<presence type='subscribe' to='juliet@im.example.com'/>");
        juliet.receivesNothing();
    }

    @Test
    void aRequestSaysWhomItIsFor(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<presence id='x' type='subscribe'/>");
        juliet.receives("<presence id='x' type='error' to='juliet@im.example.com/balcony'><error type='modify'>"
                + "<bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>{any}</text></error></presence>");
    }

    @Test
    @With("myna.limits.roster-items=1")
    void whoHasNoRoomForAnotherContactIsTold(Cast cast) {
        cast.account("romeo");
        cast.account("nurse");
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<presence type='subscribe' to='romeo@im.example.com'/>");
        juliet.sends("<presence id='x' type='subscribe' to='nurse@im.example.com'/>");
        juliet.receives("<presence id='x' type='error' from='nurse@im.example.com' to='juliet@im.example.com/balcony'>"
                + "<error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>{any}</text></error></presence>");
    }

    /** XEP-0077, 3.2. */
    @Test
    void theContactsOfARemovedAccountHearOfIt(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.befriend(romeo, juliet);
        romeo.sends("<iq id='x' type='set' to='" + Stage.DOMAIN
                + "'><query xmlns='jabber:iq:register'><remove/></query></iq>");
        juliet.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
        juliet.receives("<presence type='unsubscribed' from='romeo@im.example.com' to='juliet@im.example.com'/>");
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='from'/>");
        juliet.receives("<presence type='unsubscribe'" + FROM_ROMEO);
        Roles.isPushed(juliet, "<item jid='romeo@im.example.com' subscription='none'/>");
        juliet.receivesNothing();
    }
}
