package im.myna.feature.rfc6121_roster;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Actor;
import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.With;
import im.myna.specification.Shows;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6121, 2. */
@Play
@Shows({"RFC 6121", "XEP-0237"})
class ContactListTest {
    private static final String ERROR = "</error></iq>";
    private static final String CONDITION = " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'";

    /** 2.1.3. */
    @Test
    void aNewAccountHasAnEmptyRoster(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<iq id='r1' type='get'><query xmlns='jabber:iq:roster'/></iq>");
        juliet.receives("<iq id='r1' type='result' to='juliet@im.example.com/balcony'>"
                + "<query xmlns='jabber:iq:roster' ver='{any}'/></iq>");
    }

    /** 2.3.2: the result goes to the client that asked, the push to all clients that want the roster. */
    @Test
    void aNewContactIsPushedToAllInterestedClients(Cast cast) {
        var balcony = interested(cast, "balcony");
        var chamber = interested(cast, "chamber");
        var bystander = cast.login("juliet", "hall");
        balcony.sends(
                "<iq id='a1' type='set'><query xmlns='jabber:iq:roster'>"
                        + "<item jid='Romeo@im.example.com' name='Romeo'><group>Friends</group><group>Lovers</group></item></query></iq>");
        var item = "<item jid='romeo@im.example.com' name='Romeo' subscription='none'>"
                + "<group>Friends</group><group>Lovers</group></item>";
        isPushed(balcony, "balcony", item);
        balcony.receives("<iq id='a1' type='result' to='juliet@im.example.com/balcony'/>");
        isPushed(chamber, "chamber", item);
        bystander.receivesNothing();
        wants(bystander, "hall", item);
    }

    /** 2.4. */
    @Test
    void aContactIsRenamedAndRegrouped(Cast cast) {
        var juliet = interested(cast, "balcony");
        puts(juliet, "<item jid='romeo@im.example.com' name='Romeo'><group>Friends</group></item>");
        puts(juliet, "<item jid='romeo@im.example.com'><group>Lovers</group></item>");
        wants(juliet, "balcony", "<item jid='romeo@im.example.com' subscription='none'><group>Lovers</group></item>");
    }

    /** 2.1.2.2 and 2.1.2.5: what only the server decides is ignored. */
    @Test
    void aClientCannotSubscribeByWritingItDown(Cast cast) {
        var juliet = interested(cast, "balcony");
        puts(juliet, "<item jid='romeo@im.example.com' subscription='both' ask='subscribe' approved='true'/>");
        wants(juliet, "balcony", "<item jid='romeo@im.example.com' subscription='none'/>");
    }

    /** 2.5.2. */
    @Test
    void aContactIsRemoved(Cast cast) {
        var juliet = interested(cast, "balcony");
        puts(juliet, "<item jid='romeo@im.example.com'/>");
        juliet.sends("<iq id='d1' type='set'><query xmlns='jabber:iq:roster'>"
                + "<item jid='romeo@im.example.com' subscription='remove'/></query></iq>");
        isPushed(juliet, "balcony", "<item jid='romeo@im.example.com' subscription='remove'/>");
        juliet.receives("<iq id='d1' type='result' to='juliet@im.example.com/balcony'/>");
        wants(juliet, "balcony", "");
    }

    /** 2.5.3. */
    @Test
    void whoIsNotInTheRosterCannotBeRemoved(Cast cast) {
        var juliet = interested(cast, "balcony");
        juliet.sends("<iq id='d1' type='set'><query xmlns='jabber:iq:roster'>"
                + "<item jid='romeo@im.example.com' subscription='remove'/></query></iq>");
        juliet.receives("<iq id='d1' type='error' to='juliet@im.example.com/balcony'><error type='cancel'>"
                + "<item-not-found" + CONDITION + "/>" + ERROR);
    }

    /** 2.3.3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "|modify|bad-request",
                "<item jid='a@im.example.com'/><item jid='b@im.example.com'/>|modify|bad-request",
                "<item name='nobody'/>|modify|bad-request",
                "<item jid='@im.example.com'/>|modify|jid-malformed",
                "<item jid='a@im.example.com'><group>A</group><group>A</group></item>|modify|bad-request",
                "<item jid='a@im.example.com'><group/></item>|modify|not-acceptable",
                "<item jid='juliet@im.example.com'/>|cancel|not-allowed"
            })
    void whatIsNoContactIsRefused(String items, String type, String condition, Cast cast) {
        isRefused(interested(cast, "balcony"), items == null ? "" : items, type, condition);
    }

    /** 2.3.3: longer than the server wants. */
    @Test
    void namesAreNotLongerThanPeopleNeed(Cast cast) {
        var juliet = interested(cast, "balcony");
        var name = "x".repeat(257);
        isRefused(juliet, "<item jid='a@im.example.com' name='" + name + "'/>", "modify", "not-acceptable");
        isRefused(
                juliet, "<item jid='a@im.example.com'><group>" + name + "</group></item>", "modify", "not-acceptable");
        var groups =
                IntStream.range(0, 33).mapToObj(i -> "<group>" + i + "</group>").collect(Collectors.joining());
        isRefused(juliet, "<item jid='a@im.example.com'>" + groups + "</item>", "modify", "not-acceptable");
    }

    @Test
    @With("myna.limits.roster-items=1")
    void aRosterHasALimit(Cast cast) {
        var juliet = interested(cast, "balcony");
        puts(juliet, "<item jid='romeo@im.example.com'/>");
        isRefused(juliet, "<item jid='nurse@im.example.com'/>", "modify", "policy-violation");
        puts(juliet, "<item jid='romeo@im.example.com' name='Romeo'/>");
    }

    /** 2.1.4 and 2.3.3: nobody else's roster. */
    @Test
    void theRosterOfSomebodyElseIsNotShown(Cast cast) {
        cast.account("romeo");
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<iq id='r1' type='get' to='romeo@im.example.com'><query xmlns='jabber:iq:roster'/></iq>");
        juliet.receives("<iq id='r1' type='error' from='romeo@im.example.com' to='juliet@im.example.com/balcony'>"
                + "<error type='cancel'><service-unavailable" + CONDITION + "/>" + ERROR);
    }

    /** XEP-0237, 2.4: a client that knows the version gets what it missed. */
    @Test
    void whoKnowsAVersionGetsOnlyTheDifference(Cast cast) {
        var juliet = interested(cast, "balcony");
        for (var name : new String[] {"romeo", "nurse", "tybalt"}) {
            puts(juliet, "<item jid='" + name + "@im.example.com'/>");
        }
        var known = version(juliet);
        var phone = cast.login("juliet", "phone");
        asks(phone, known);
        phone.receives("<iq id='v1' type='result' to='juliet@im.example.com/phone'/>");
        phone.receivesNothing();
        puts(juliet, "<item jid='nurse@im.example.com' name='Nurse'/>");
        phone.skips();
        juliet.sends("<iq id='d1' type='set'><query xmlns='jabber:iq:roster'>"
                + "<item jid='tybalt@im.example.com' subscription='remove'/></query></iq>");
        juliet.skips();
        var tablet = cast.login("juliet", "tablet");
        asks(tablet, known);
        tablet.receives("<iq id='v1' type='result' to='juliet@im.example.com/tablet'/>");
        isPushed(tablet, "tablet", "<item jid='nurse@im.example.com' name='Nurse' subscription='none'/>");
        isPushed(tablet, "tablet", "<item jid='tybalt@im.example.com' subscription='remove'/>");
        tablet.receivesNothing();
    }

    /** XEP-0237, 2.3: no version, or one that this server never had. */
    @ParameterizedTest
    @CsvSource({"''", "0", "7", "ver7", "99999999999999"})
    void whoKnowsNoVersionOfOursGetsTheWholeRoster(String version, Cast cast) {
        var juliet = interested(cast, "balcony");
        puts(juliet, "<item jid='romeo@im.example.com'/>");
        asks(juliet, version);
        juliet.receives(
                "<iq id='v1' type='result' to='juliet@im.example.com/balcony'>"
                        + "<query xmlns='jabber:iq:roster' ver='{any}'><item jid='romeo@im.example.com' subscription='none'/></query></iq>");
    }

    @Test
    void theRosterIsThereAgainAtTheNextLogin(Cast cast) {
        var juliet = interested(cast, "balcony");
        puts(juliet, "<item jid='romeo@im.example.com' name='Romeo'/>");
        juliet.leaves();
        wants(
                cast.login("juliet", "chamber"),
                "chamber",
                "<item jid='romeo@im.example.com' name='Romeo' subscription='none'/>");
    }

    private static Actor interested(Cast cast, String resource) {
        var juliet = cast.login("juliet", resource);
        juliet.sends("<iq id='r1' type='get'><query xmlns='jabber:iq:roster'/></iq>");
        juliet.skips();
        return juliet;
    }

    private static void puts(Actor juliet, String item) {
        juliet.sends("<iq id='p1' type='set'><query xmlns='jabber:iq:roster'>" + item + "</query></iq>");
        juliet.next();
        juliet.receives("<iq id='p1' type='result' to='{any}'/>");
    }

    private static String version(Actor juliet) {
        juliet.sends("<iq id='r1' type='get'><query xmlns='jabber:iq:roster'/></iq>");
        return juliet.next()
                .child("jabber:iq:roster", "query")
                .orElseThrow()
                .attribute("ver")
                .orElseThrow();
    }

    private static void asks(Actor actor, String version) {
        actor.sends("<iq id='v1' type='get'><query xmlns='jabber:iq:roster' ver='" + version + "'/></iq>");
    }

    private static void wants(Actor actor, String resource, String items) {
        actor.sends("<iq id='w1' type='get'><query xmlns='jabber:iq:roster'/></iq>");
        actor.receives("<iq id='w1' type='result' to='juliet@im.example.com/" + resource + "'>"
                + "<query xmlns='jabber:iq:roster' ver='{any}'>" + items + "</query></iq>");
    }

    private static void isPushed(Actor actor, String resource, String item) {
        actor.receives("<iq id='{any}' type='set' to='juliet@im.example.com/" + resource + "'>"
                + "<query xmlns='jabber:iq:roster' ver='{any}'>" + item + "</query></iq>");
    }

    private static void isRefused(Actor juliet, String items, String type, String condition) {
        juliet.sends("<iq id='e1' type='set'><query xmlns='jabber:iq:roster'>" + items + "</query></iq>");
        var error = juliet.next().child("error").orElseThrow();
        assertThat(error.attribute("type")).contains(type);
        assertThat(error.children().get(0).name().local()).isEqualTo(condition);
    }
}
