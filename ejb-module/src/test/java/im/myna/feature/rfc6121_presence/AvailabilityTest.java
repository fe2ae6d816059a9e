package im.myna.feature.rfc6121_presence;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6121, 4. */
@Play
@Shows("RFC 6121")
class AvailabilityTest {
    /** 4.2.2: to the contacts, and to all own resources. */
    @Test
    void whoComesIsSeenByContactsAndOwnClients(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.befriend(romeo, juliet);
        var phone = cast.login("romeo", "phone");
        phone.sends("<presence><show>away</show><priority>5</priority></presence>");
        var presence = "<show>away</show><priority>5</priority></presence>";
        phone.receives("<presence from='romeo@im.example.com/phone' to='romeo@im.example.com/phone'>" + presence);
        phone.receives("<presence from='romeo@im.example.com/orchard' to='romeo@im.example.com/phone'/>");
        phone.receives("<presence from='juliet@im.example.com/balcony' to='romeo@im.example.com/phone'/>");
        phone.receivesNothing();
        juliet.receives("<presence from='romeo@im.example.com/phone' to='juliet@im.example.com'>" + presence);
        juliet.receivesNothing();
        romeo.receives("<presence from='romeo@im.example.com/phone' to='romeo@im.example.com/orchard'>" + presence);
        romeo.receivesNothing();
    }

    /** 4.4.2: once more, without what only the first one brings. */
    @Test
    void whoChangesIsSeenAgain(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.befriend(romeo, juliet);
        romeo.sends("<presence xml:lang='it'><status>Occupato</status></presence>");
        var said = " xml:lang='it'><status>Occupato</status></presence>";
        romeo.receives("<presence from='romeo@im.example.com/orchard' to='romeo@im.example.com/orchard'" + said);
        romeo.receivesNothing();
        juliet.receives("<presence from='romeo@im.example.com/orchard' to='juliet@im.example.com'" + said);
    }

    /** 4.2.2: not to those who have no subscription. */
    @Test
    void whoIsNotSubscribedSeesNothing(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.subscribe(romeo, juliet);
        juliet.receivesNothing();
        romeo.sends("<presence><show>dnd</show></presence>");
        romeo.skips();
        juliet.receivesNothing();
        cast.available("juliet", "chamber")
                .receives("<presence from='juliet@im.example.com/balcony' to='juliet@im.example.com/chamber'/>");
        romeo.receives("<presence from='juliet@im.example.com/chamber' to='romeo@im.example.com'/>");
    }

    /** 4.5.2. */
    @Test
    void whoLeavesIsSeenToLeave(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.befriend(romeo, juliet);
        var phone = cast.available("romeo", "phone");
        phone.skips();
        juliet.skips();
        romeo.skips();
        romeo.sends("<presence type='unavailable'><status>Good night</status></presence>");
        romeo.receivesNothing();
        juliet.receives("<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com'>"
                + "<status>Good night</status></presence>");
        phone.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='romeo@im.example.com/phone'>"
                        + "<status>Good night</status></presence>");
        // Once is enough.
        romeo.leaves();
        phone.receivesNothing();
        juliet.receivesNothing();
    }

    /** 4.5.3: "the user's server MUST" say it for a client that does not; by closing the stream, or by vanishing. */
    @Test
    void whoVanishesIsSeenToLeave(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.befriend(romeo, juliet);
        var phone = cast.available("romeo", "phone");
        phone.skips();
        juliet.skips();
        romeo.skips();
        phone.leaves();
        juliet.receives("<presence type='unavailable' from='romeo@im.example.com/phone' to='juliet@im.example.com'/>");
        romeo.receives(
                "<presence type='unavailable' from='romeo@im.example.com/phone' to='romeo@im.example.com/orchard'/>");
        romeo.close();
        juliet.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
        juliet.receivesNothing();
    }

    /** 4.3.2: the last that somebody said stays, with the time. */
    @Test
    void whoIsAwayIsHeardOfByTheLastThatHeSaid(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.befriend(romeo, juliet);
        romeo.sends("<presence type='unavailable' xml:lang='en'><status>Banished</status></presence>");
        romeo.receivesNothing();
        romeo.leaves();
        juliet.skips();
        var chamber = cast.available("juliet", "chamber");
        chamber.receives("<presence from='juliet@im.example.com/balcony' to='juliet@im.example.com/chamber'/>");
        chamber.receives("<presence type='unavailable' from='romeo@im.example.com' to='juliet@im.example.com/chamber'"
                + " xml:lang='en'><status>Banished</status>"
                + "<delay xmlns='urn:xmpp:delay' from='romeo@im.example.com' stamp='{any}'/></presence>");
        chamber.receivesNothing();
    }

    /** 4.6.3: presence for one only, who is told when it ends. */
    @Test
    void presenceIsSentToOneOnly(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.available("romeo", "orchard");
        romeo.sends("<presence to='juliet@im.example.com/balcony'><show>chat</show></presence>");
        juliet.receives("<presence from='romeo@im.example.com/orchard' to='juliet@im.example.com/balcony'>"
                + "<show>chat</show></presence>");
        romeo.sends("<presence><show>dnd</show></presence>");
        romeo.skips();
        juliet.receivesNothing();
        romeo.sends("<presence type='unavailable'/>");
        juliet.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com/balcony'/>");
        juliet.receivesNothing();
    }

    /** 4.6.3: who has been told already is not told again. */
    @Test
    void directedPresenceIsTakenBack(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "orchard");
        romeo.sends("<presence to='juliet@im.example.com'/>");
        juliet.receives("<presence from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
        romeo.sends("<presence type='unavailable' to='juliet@im.example.com'/>");
        juliet.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
        romeo.leaves();
        juliet.receivesNothing();
    }

    /** 4.6.6: also when the connection is lost, and also when he was never available to all. */
    @Test
    void whoVanishesIsSeenToLeaveByThoseHeToldOnly(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.login("romeo", "orchard");
        romeo.sends("<presence to='juliet@im.example.com'/>");
        juliet.receives("<presence from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
        romeo.close();
        juliet.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
    }

    /** 4.7.2.3. */
    @ParameterizedTest
    @ValueSource(strings = {"128", "-129", "high", ""})
    void aPriorityIsASmallNumber(String priority, Cast cast) {
        var romeo = cast.login("romeo", "orchard");
        romeo.sends("<presence id='p'><priority>" + priority + "</priority></presence>");
        romeo.receives("<presence id='p' type='error' to='romeo@im.example.com/orchard'><error type='modify'>"
                + "<bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>{any}</text></error></presence>");
        romeo.isAvailable();
    }

    /** 4.3.2: a probe of a subscriber. */
    @Test
    void whoIsSubscribedMayAsk(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        Roles.subscribe(romeo, juliet);
        romeo.sends("<presence type='probe' to='juliet@im.example.com'/>");
        romeo.receives("<presence from='juliet@im.example.com/balcony' to='romeo@im.example.com/orchard'/>");
        romeo.sends("<presence type='probe' to='juliet@im.example.com/nowhere'/>");
        romeo.receives("<presence type='unavailable' from='juliet@im.example.com' to='romeo@im.example.com/orchard'/>");
        juliet.leaves();
        romeo.receives("<presence type='unavailable' from='juliet@im.example.com/balcony' to='romeo@im.example.com'/>");
        romeo.sends("<presence type='probe' to='juliet@im.example.com'/>");
        romeo.receives("<presence type='unavailable' from='juliet@im.example.com' to='romeo@im.example.com/orchard'>"
                + "<delay xmlns='urn:xmpp:delay' from='juliet@im.example.com' stamp='{any}'/></presence>");
    }

    /** 4.3.2, 1: the same answer whether the account does not exist, or does not want to be seen: it ends the subscription. */
    @Test
    void whoIsNotSubscribedIsToldSoWhetherTheAccountExistsOrNot(Cast cast) {
        var juliet = Roles.interested(cast, "juliet", "balcony");
        var romeo = Roles.interested(cast, "romeo", "orchard");
        for (var name : new String[] {"juliet", "nobody"}) {
            romeo.sends("<presence type='subscribe' to='" + name + "@im.example.com'/>");
            Roles.isPushed(romeo, "<item jid='" + name + "@im.example.com' subscription='none' ask='subscribe'/>");
            romeo.sends("<presence type='probe' to='" + name + "@im.example.com'/>");
            romeo.receives(
                    "<presence type='unsubscribed' from='" + name + "@im.example.com' to='romeo@im.example.com'/>");
            Roles.isPushed(romeo, "<item jid='" + name + "@im.example.com' subscription='none'/>");
            romeo.receivesNothing();
        }
        juliet.skips();
    }
}
