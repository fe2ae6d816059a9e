package im.myna.feature.xep0054_vcard;

import im.myna.conversation.Actor;
import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.With;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XEP-0054, 3. */
@Play
@Shows("XEP-0054")
class VCardTempTest {
    private static final String JULIET = "<vCard xmlns='vcard-temp' version='3.0'><FN>Juliet Capulet</FN>"
            + "<N><FAMILY>Capulet</FAMILY><GIVEN>Juliet</GIVEN><MIDDLE/></N><NICKNAME>jule</NICKNAME>"
            + "<ADR><CTRY>Italy</CTRY><LOCALITY>Verona</LOCALITY><HOME/></ADR><BDAY>1476-06-09</BDAY>"
            + "<PHOTO><TYPE>image/gif</TYPE><BINVAL>YWJj</BINVAL></PHOTO><DESC>\u2039Ju &amp; co\u203a</DESC></vCard>";
    private static final String EMPTY = "<vCard xmlns='vcard-temp'/>";

    private static void sets(Actor actor, String card) {
        actor.sends("<iq type='set' id='v2'>" + card + "</iq>");
        actor.receives("<iq type='result' id='v2' to='{any}'/>");
    }

    private static String error(String type, String condition) {
        return "<error type='" + type + "'><" + condition
                + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
    }

    private static String explained(String type, String condition) {
        return "<error type='" + type + "'><" + condition + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>{any}</text></error></iq>";
    }

    /** 3.1: item-not-found. */
    @Test
    void whoHasNoCardHearsSo(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<iq type='get' id='v1'>" + EMPTY + "</iq>");
        juliet.receives(
                "<iq type='error' id='v1' to='juliet@im.example.com/balcony'>" + error("cancel", "item-not-found"));
    }

    /** 3.1 and 3.2. */
    @Test
    void whoSaysWhoSheIsGetsBackEveryWord(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        sets(juliet, JULIET);
        juliet.sends("<iq type='get' id='v1' to='juliet@im.example.com'>" + EMPTY + "</iq>");
        juliet.receives("<iq type='result' id='v1' from='juliet@im.example.com' to='juliet@im.example.com/balcony'>"
                + JULIET + "</iq>");
        sets(juliet, "<vCard xmlns='vcard-temp'><FN>J</FN></vCard>");
        juliet.sends("<iq type='get' id='v3'>" + EMPTY + "</iq>");
        juliet.receives("<iq type='result' id='v3' to='juliet@im.example.com/balcony'>"
                + "<vCard xmlns='vcard-temp'><FN>J</FN></vCard></iq>");
    }

    /** 3.3: "a compliant server MUST respond on behalf of the requestor and not forward". */
    @Test
    void theServerTellsOthersWhetherSheIsThereOrNot(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        sets(juliet, JULIET);
        juliet.skips();
        var romeo = cast.login("romeo", "orchard");
        var answer = "<iq type='result' id='v3' from='juliet@im.example.com' to='romeo@im.example.com/orchard'>"
                + JULIET + "</iq>";
        romeo.sends("<iq type='get' id='v3' to='juliet@im.example.com'>" + EMPTY + "</iq>");
        romeo.receives(answer);
        juliet.receivesNothing();
        juliet.leaves();
        romeo.sends("<iq type='get' id='v3' to='juliet@im.example.com'>" + EMPTY + "</iq>");
        romeo.receives(answer);
    }

    /** 3.3: "The server MUST return the same error condition in both cases". */
    @Test
    void nobodyLearnsWhetherThereIsAnAccount(Cast cast) {
        cast.account("juliet");
        var romeo = cast.login("romeo", "orchard");
        for (var account : new String[] {"juliet", "nobody"}) {
            romeo.sends("<iq type='get' id='v3' to='" + account + "@im.example.com'>" + EMPTY + "</iq>");
            romeo.receives("<iq type='error' id='v3' from='" + account
                    + "@im.example.com' to='romeo@im.example.com/orchard'>" + error("cancel", "service-unavailable"));
        }
    }

    /** 3.2: forbidden. */
    @Test
    void nobodySaysWhoSomebodyElseIs(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        sets(juliet, JULIET);
        var romeo = cast.login("romeo", "orchard");
        romeo.sends(
                "<iq type='set' id='v2' to='juliet@im.example.com'><vCard xmlns='vcard-temp'><FN>X</FN></vCard></iq>");
        romeo.receives("<iq type='error' id='v2' from='juliet@im.example.com' to='romeo@im.example.com/orchard'>"
                + error("auth", "forbidden"));
        juliet.sends("<iq type='get' id='v1'>" + EMPTY + "</iq>");
        juliet.receives("<iq type='result' id='v1' to='juliet@im.example.com/balcony'>" + JULIET + "</iq>");
    }

    @ParameterizedTest
    @CsvSource({
        "<FN xmlns='jabber:client'>J</FN>",
        "<PHOTO><BINVAL>no base64!</BINVAL></PHOTO>",
        "<a><b><c><d><e><f><g><h><i><j/></i></h></g></f></e></d></c></b></a>"
    })
    void whatIsNoCardIsRefused(String content, Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<iq type='set' id='v2'><vCard xmlns='vcard-temp'>" + content + "</vCard></iq>");
        juliet.receives(
                "<iq type='error' id='v2' to='juliet@im.example.com/balcony'>" + explained("modify", "bad-request"));
        juliet.sends("<iq type='get' id='v1'>" + EMPTY + "</iq>");
        juliet.receives(
                "<iq type='error' id='v1' to='juliet@im.example.com/balcony'>" + error("cancel", "item-not-found"));
    }

    @Test
    void aPhotoThatIsTooLargeIsRefused(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<iq type='set' id='v2'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>" + "AAAA".repeat(50_000)
                + "</BINVAL></PHOTO></vCard></iq>");
        juliet.receives("<iq type='error' id='v2' to='juliet@im.example.com/balcony'>"
                + explained("modify", "policy-violation"));
        juliet.receivesNothing();
    }

    /** RFC 6120, 4.9.3.14: what is larger than a stanza may be ends the stream, and nobody else notices. */
    @Test
    void aPhotoOfFiveMegabytesEndsTheStream(Cast cast) {
        var romeo = cast.login("romeo", "orchard");
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<iq type='set' id='v2'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>" + "AAAA".repeat(1_700_000)
                + "</BINVAL></PHOTO></vCard></iq>");
        juliet.isCutOffWithText("policy-violation");
        romeo.receivesNothing();
    }

    @Test
    @With({"myna.limits.vcard=0", "myna.limits.stanza-bytes=8388608"})
    void whereStanzasMayBeLargePhotosMayBeToo(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        var card = "<vCard xmlns='vcard-temp'><PHOTO><BINVAL>" + "AAAA".repeat(1_700_000) + "</BINVAL></PHOTO></vCard>";
        sets(juliet, card);
        juliet.sends("<iq type='get' id='v1'>" + EMPTY + "</iq>");
        juliet.receives("<iq type='result' id='v1' to='juliet@im.example.com/balcony'>" + card + "</iq>");
    }
}
