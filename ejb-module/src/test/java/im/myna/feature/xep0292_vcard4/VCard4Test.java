package im.myna.feature.xep0292_vcard4;

import im.myna.conversation.Actor;
import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;

/** XEP-0292, 3. */
@Play
@Shows("XEP-0292")
class VCard4Test {
    private static final String JULIET = "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'>"
            + "<fn><text>Juliet Capulet</text></fn><n><surname>Capulet</surname><given>Juliet</given></n>"
            + "<gender><sex><text>F</text></sex></gender><impp><uri>xmpp:juliet@im.example.com</uri></impp>"
            + "<tel><parameters><type><text>home</text></type></parameters><uri>tel:+39-45-1</uri></tel></vcard>";
    private static final String OLD = "<vCard xmlns='vcard-temp'><FN>Juliet Capulet</FN>"
            + "<N><FAMILY>Capulet</FAMILY><GIVEN>Juliet</GIVEN></N><JABBERID>juliet@im.example.com</JABBERID>"
            + "<TEL><HOME/><NUMBER>+39-45-1</NUMBER></TEL></vCard>";

    private static void sets(Actor actor, String card) {
        actor.sends("<iq type='set' id='v2'>" + card + "</iq>");
        actor.receives("<iq type='result' id='v2' to='{any}'/>");
    }

    private static void asks(Actor actor, String root, String answer) {
        actor.sends("<iq type='get' id='v1' to='juliet@im.example.com'>" + root + "</iq>");
        actor.receives("<iq type='result' id='v1' from='juliet@im.example.com' to='{any}'>" + answer + "</iq>");
    }

    @Test
    void whatOnlyTheNewFormatCanSayIsKept(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        sets(juliet, JULIET);
        asks(juliet, "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>", JULIET);
        asks(cast.login("romeo", "orchard"), "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>", JULIET);
    }

    /** XEP-0292, 2: "Ensure that clients and servers can easily migrate from vcard-temp". */
    @Test
    void bothFormatsSpeakOfTheSamePerson(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        var romeo = cast.login("romeo", "orchard");
        sets(juliet, JULIET);
        asks(romeo, "<vCard xmlns='vcard-temp'/>", OLD);
        sets(juliet, OLD);
        asks(
                romeo,
                "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>",
                JULIET.replaceFirst("<gender>.*</gender>", ""));
    }

    @Test
    void strangersLearnNothingOfWhoHasNone(Cast cast) {
        var romeo = cast.login("romeo", "orchard");
        romeo.sends("<iq type='get' id='v1'><vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/></iq>");
        romeo.receives("<iq type='error' id='v1' to='romeo@im.example.com/orchard'><error type='cancel'>"
                + "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        for (var kind : new String[] {"get", "set"}) {
            romeo.sends("<iq type='" + kind + "' id='v3' to='nobody@im.example.com'>"
                    + "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/></iq>");
            var error = kind.equals("get")
                    ? "<error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
                    : "<error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
            romeo.receives("<iq type='error' id='v3' from='nobody@im.example.com' to='romeo@im.example.com/orchard'>"
                    + error + "</iq>");
        }
    }
}
