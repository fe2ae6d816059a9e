package im.myna.feature.rfc6121_roster;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Actor;
import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.Stage;
import im.myna.specification.Shows;
import im.myna.xml.Element;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contacts that come from groups: RFC 6121, 2.1.6, 2.4, 2.5 and 4, and XEP-0237. */
@Play
@Shows({"RFC 6121", "XEP-0237"})
class SharedGroupsTest {
    private static final String ROMEO =
            "<item jid='romeo@im.example.com' subscription='both'><group>The Young</group></item>";
    private static final String JULIET =
            "<item jid='juliet@im.example.com' subscription='both'><group>The Young</group></item>";
    private static final String GONE = "<item jid='romeo@im.example.com' subscription='remove'/>";
    private static final String REFUSED =
            "<error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                    + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>{any}</text></error>";

    private static Actor interested(Cast cast, String username, String resource) {
        var actor = cast.login(username, resource);
        actor.sends("<iq id='roster' type='get'><query xmlns='jabber:iq:roster'/></iq>");
        actor.skips();
        actor.isAvailable();
        actor.skips();
        return actor;
    }

    private static void isPushed(Actor actor, String... items) {
        for (var item : items) {
            actor.receives("<iq id='{any}' type='set' to='{any}'><query xmlns='jabber:iq:roster' ver='{=ver}'>" + item
                    + "</query></iq>");
        }
    }

    /** In the next thing that comes. */
    private static Element query(Actor actor) {
        return actor.next().children().get(0);
    }

    /** The whole roster. @return its version */
    private static String has(Actor actor, String... items) {
        actor.sends("<iq id='r' type='get'><query xmlns='jabber:iq:roster'/></iq>");
        var query = query(actor);
        assertThat(query.children("item")).hasSize(items.length);
        for (var item : items) {
            var jid = item.replaceAll(".*jid='([^']*)'.*", "$1");
            var found = query.children("item").stream()
                    .filter(each -> each.attribute("jid").orElse("").equals(jid))
                    .findFirst()
                    .orElseThrow();
            assertThat(item)
                    .contains("subscription='" + found.attribute("subscription").orElse("") + "'");
            found.children("group").forEach(group -> assertThat(item).contains("<group>" + group.text() + "</group>"));
        }
        return query.attribute("ver").orElseThrow();
    }

    /** 2.1: those who see each other. */
    @Test
    void theMembersOfAGroupThatIsSharedWithItselfHaveEachOther(Cast cast) {
        cast.group("young", "The Young", "young", "juliet", "romeo");
        var juliet = interested(cast, "juliet", "balcony");
        juliet.receivesNothing();
        has(juliet, ROMEO);
        has(interested(cast, "romeo", "orchard"), JULIET);
    }

    /** 4.2.2, 4.4.2 and 4.5.2: presence goes as if they had asked each other. */
    @Test
    void theySeeEachOtherComeAndGo(Cast cast) {
        cast.group("young", "The Young", "young", "juliet", "romeo");
        var juliet = interested(cast, "juliet", "balcony");
        var romeo = cast.available("romeo", "orchard");
        romeo.receives("<presence from='juliet@im.example.com/balcony' to='romeo@im.example.com/orchard'/>");
        juliet.receives("<presence from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
        romeo.sends("<presence><show>away</show></presence>");
        juliet.receives(
                "<presence from='romeo@im.example.com/orchard' to='juliet@im.example.com'><show>away</show></presence>");
        romeo.close();
        juliet.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
        juliet.receivesNothing();
    }

    /** 2.1.6: at once. */
    @Test
    void whoJoinsAppearsAtOnceAndWhoLeavesIsGone(Cast cast, Stage stage) {
        cast.group("young", "The Young", "young", "juliet");
        var juliet = interested(cast, "juliet", "balcony");
        var romeo = interested(cast, "romeo", "orchard");
        stage.join("young", "romeo");
        isPushed(juliet, ROMEO);
        juliet.receives("<presence from='romeo@im.example.com/orchard' to='juliet@im.example.com/balcony'/>");
        isPushed(romeo, JULIET);
        romeo.receives("<presence from='juliet@im.example.com/balcony' to='romeo@im.example.com/orchard'/>");
        stage.leave("young", "romeo");
        isPushed(juliet, GONE);
        juliet.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com/balcony'/>");
        isPushed(romeo, "<item jid='juliet@im.example.com' subscription='remove'/>");
        romeo.receives(
                "<presence type='unavailable' from='juliet@im.example.com/balcony' to='romeo@im.example.com/orchard'/>");
        romeo.sends("<presence><show>dnd</show></presence>");
        romeo.skips();
        juliet.receivesNothing();
    }

    /** 2.1.2.5: who sees somebody that does not see him has "to"; what is "from" by a group is not on the list. */
    @Test
    void whoIsNotInTheGroupSeesItsMembersAndIsNotSeen(Cast cast) {
        cast.group("house", "House", "nobody", "nurse");
        cast.group("young", "The Young", "house", "juliet");
        var nurse = interested(cast, "nurse", "kitchen");
        var juliet = cast.available("juliet", "balcony");
        nurse.receives("<presence from='juliet@im.example.com/balcony' to='nurse@im.example.com'/>");
        has(nurse, "<item jid='juliet@im.example.com' subscription='to'><group>The Young</group></item>");
        juliet.receivesNothing();
        has(juliet);
    }

    /** Who has nothing to do with the group sees it, too. */
    @Test
    void whatIsSharedWithEverybodyIsOnEachList(Cast cast) {
        cast.group("help", "Help", "everybody", "nurse");
        var romeo = interested(cast, "romeo", "orchard");
        has(romeo, "<item jid='nurse@im.example.com' subscription='to'><group>Help</group></item>");
        cast.available("nurse", "kitchen").receivesNothing();
        romeo.receives("<presence from='nurse@im.example.com/kitchen' to='romeo@im.example.com'/>");
    }

    @Test
    void whatIsSharedWithNobodyIsOnNoList(Cast cast, Stage stage) {
        cast.group("young", "The Young", "nobody", "juliet", "romeo");
        var juliet = interested(cast, "juliet", "balcony");
        has(juliet);
        cast.available("romeo", "orchard").receivesNothing();
        stage.disband("young");
        juliet.receivesNothing();
    }

    /** A group that is gone is gone from all lists. */
    @Test
    void whenAGroupIsGoneSoAreItsContacts(Cast cast, Stage stage) {
        cast.group("young", "The Young", "young", "juliet", "romeo");
        var juliet = interested(cast, "juliet", "balcony");
        stage.disband("young");
        isPushed(juliet, GONE);
        juliet.receivesNothing();
        has(juliet);
    }

    /** 2.5: what is not the user's own is not removed by the user. */
    @Test
    void aContactOfAGroupCannotBeRemovedNorItsSubscriptionEnded(Cast cast) {
        cast.group("young", "The Young", "young", "juliet", "romeo");
        var juliet = interested(cast, "juliet", "balcony");
        juliet.sends("<iq id='d' type='set'><query xmlns='jabber:iq:roster'>" + GONE + "</query></iq>");
        juliet.receives("<iq id='d' type='error' to='juliet@im.example.com/balcony'>" + REFUSED + "</iq>");
        for (var type : new String[] {"unsubscribe", "unsubscribed"}) {
            juliet.sends("<presence id='p' type='" + type + "' to='romeo@im.example.com'/>");
            juliet.receives(
                    "<presence id='p' type='error' from='romeo@im.example.com' to='juliet@im.example.com/balcony'>"
                            + REFUSED + "</presence>");
        }
        has(juliet, ROMEO);
    }

    /** 2.4: the user's own name and groups; they stay when the group is gone. */
    @Test
    void aContactOfAGroupCanBeRenamed(Cast cast, Stage stage) {
        cast.group("young", "The Young", "young", "juliet", "romeo");
        var juliet = interested(cast, "juliet", "balcony");
        juliet.sends(
                "<iq id='n' type='set'><query xmlns='jabber:iq:roster'><item jid='romeo@im.example.com' name='My Love'>"
                        + "<group>The Young</group><group>Lovers</group></item></query></iq>");
        isPushed(
                juliet,
                "<item jid='romeo@im.example.com' name='My Love' subscription='both'><group>Lovers</group>"
                        + "<group>The Young</group></item>");
        juliet.receives("<iq id='n' type='result' to='juliet@im.example.com/balcony'/>");
        stage.leave("young", "romeo");
        isPushed(
                juliet,
                "<item jid='romeo@im.example.com' name='My Love' subscription='none'><group>Lovers</group></item>");
    }

    /** 3: a subscription of one's own outlives the group. */
    @Test
    void ownSubscriptionsAreThereBesides(Cast cast, Stage stage) {
        var juliet = interested(cast, "juliet", "balcony");
        var romeo = interested(cast, "romeo", "orchard");
        cast.befriend(juliet, romeo);
        cast.group("young", "The Young", "young", "juliet", "romeo");
        isPushed(juliet, ROMEO);
        juliet.receivesNothing();
        stage.disband("young");
        isPushed(juliet, "<item jid='romeo@im.example.com' subscription='both'/>");
        juliet.receivesNothing();
        romeo.skips();
        romeo.sends("<presence><show>chat</show></presence>");
        juliet.receives(
                "<presence from='romeo@im.example.com/orchard' to='juliet@im.example.com'><show>chat</show></presence>");
        juliet.receivesNothing();
    }

    /** A request is granted at once where the group grants it (3.1.3). */
    @Test
    void whoAsksForWhatTheGroupGivesHasItAlready(Cast cast) {
        cast.group("young", "The Young", "young", "juliet", "romeo");
        var juliet = interested(cast, "juliet", "balcony");
        var romeo = interested(cast, "romeo", "orchard");
        juliet.skips();
        juliet.sends("<presence type='subscribe' to='romeo@im.example.com'/>");
        juliet.receives("<presence from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
        juliet.receivesNothing();
        romeo.receivesNothing();
        has(juliet, ROMEO);
    }

    /** XEP-0237, 2.4 to 2.6. */
    @Test
    void theVersionChangesWithTheGroups(Cast cast, Stage stage) {
        cast.group("young", "The Young", "young", "juliet", "romeo");
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<iq id='n' type='set'><query xmlns='jabber:iq:roster'>"
                + "<item jid='romeo@im.example.com' name='Him'/></query></iq>");
        juliet.skips();
        var version = has(juliet, ROMEO);
        asks(juliet, version);
        juliet.receives("<iq id='v' type='result' to='juliet@im.example.com/balcony'/>");
        juliet.receivesNothing();
        cast.account("nurse");
        stage.join("young", "nurse");
        isPushed(juliet, "<item jid='nurse@im.example.com' subscription='both'><group>The Young</group></item>");
        var pushed = juliet.captured("ver");
        asks(juliet, version);
        assertThat(query(juliet).children("item")).hasSize(2);
        asks(juliet, pushed);
        juliet.receives("<iq id='v' type='result' to='juliet@im.example.com/balcony'/>");
        juliet.sends("<iq id='n' type='set'><query xmlns='jabber:iq:roster'>"
                + "<item jid='romeo@im.example.com' name='R'/></query></iq>");
        juliet.skips();
        asks(juliet, pushed);
        juliet.receives("<iq id='v' type='result' to='juliet@im.example.com/balcony'/>");
        isPushed(
                juliet,
                "<item jid='romeo@im.example.com' name='R' subscription='both'><group>The Young</group></item>");
        juliet.receivesNothing();
    }

    private static void asks(Actor actor, String version) {
        actor.sends("<iq id='v' type='get'><query xmlns='jabber:iq:roster' ver='" + version + "'/></iq>");
    }

    /** XEP-0237, 2.6: who misses one of many pushes does not believe to have them all. */
    @Test
    void onlyTheLastOfManyPushesHasTheVersionOfAll(Cast cast, Stage stage) {
        var names = IntStream.range(0, 5).mapToObj(i -> "guest" + i).toArray(String[]::new);
        var juliet = interested(cast, "juliet", "balcony");
        cast.group("guests", "Guests", "guests", names);
        stage.join("guests", "juliet");
        for (int left = 4; left >= 0; left--) {
            isPushed(juliet, "<item jid='{any}' subscription='both'><group>Guests</group></item>");
            var version = juliet.captured("ver");
            juliet.sends("<iq id='v' type='get'><query xmlns='jabber:iq:roster' ver='" + version + "'/></iq>");
            if (left > 0) {
                assertThat(version).endsWith("." + left);
            }
        }
        for (int left = 4; left > 0; left--) {
            assertThat(query(juliet).children("item")).hasSize(5);
        }
        juliet.receives("<iq id='v' type='result' to='juliet@im.example.com/balcony'/>");
    }

    /** XEP-0077, 3.2: who has no account any more is in no group. */
    @Test
    void whoseAccountIsRemovedIsGoneFromTheListsOfTheGroup(Cast cast) {
        cast.group("young", "The Young", "young", "juliet", "romeo");
        var juliet = interested(cast, "juliet", "balcony");
        var romeo = cast.available("romeo", "orchard");
        romeo.skips();
        juliet.skips();
        romeo.sends("<iq id='u' type='set'><query xmlns='jabber:iq:register'><remove/></query></iq>");
        isPushed(juliet, GONE);
        juliet.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com/balcony'/>");
        juliet.receivesNothing();
        has(juliet);
    }
}
