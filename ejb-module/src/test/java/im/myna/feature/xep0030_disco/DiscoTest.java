package im.myna.feature.xep0030_disco;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;

@Play
@Shows("XEP-0030")
class DiscoTest {
    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String ITEMS = "http://jabber.org/protocol/disco#items";

    @Test
    void theServerTellsWhatItCan(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' id='i1' to='im.example.com'><query xmlns='" + INFO + "'/></iq>");
        var query = romeo.next().children().get(0);
        assertThat(query.children("identity"))
                .singleElement()
                .satisfies(
                        identity -> assertThat(identity.attribute("category")).contains("server"))
                .satisfies(identity -> assertThat(identity.attribute("type")).contains("im"));
        assertThat(query.children("feature"))
                .extracting(feature -> feature.attribute("var").orElse(""))
                .contains(
                        INFO, ITEMS, "urn:xmpp:ping", "jabber:iq:version", "urn:xmpp:time", "msgoffline", "vcard-temp")
                .doesNotHaveDuplicates();
    }

    @Test
    void theAccountTellsItsOwnerWhatItCan(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' id='i1' to='romeo@im.example.com'><query xmlns='" + INFO + "'/></iq>");
        romeo.receives("<iq type='result' id='i1' from='romeo@im.example.com' to='romeo@im.example.com/home'>"
                + "<query xmlns='" + INFO + "'><identity category='account' type='registered'/>"
                + "<feature var='" + INFO + "'/><feature var='" + ITEMS + "'/>"
                + "<feature var='urn:ietf:params:xml:ns:vcard-4.0'/><feature var='vcard-temp'/></query></iq>");
    }

    @Test
    void thereAreNoItems(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' id='i1' to='im.example.com'><query xmlns='" + ITEMS + "'/></iq>");
        romeo.receives("<iq type='result' id='i1' from='im.example.com' to='romeo@im.example.com/home'>"
                + "<query xmlns='" + ITEMS + "'/></iq>");
    }

    /** XEP-0030, 7. */
    @Test
    void anUnknownNodeIsNotFound(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' id='i1' to='im.example.com'><query xmlns='" + INFO + "' node='x'/></iq>");
        romeo.receives("<iq type='error' id='i1' from='im.example.com' to='romeo@im.example.com/home'>"
                + "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
    }

    /** XEP-0030, 8: a stranger learns no more of an account than of none. */
    @Test
    void onlySubscribersSeeAnAccount(Cast cast) {
        cast.account("juliet");
        var romeo = cast.login("romeo", "home");
        for (var account : new String[] {"juliet", "nobody"}) {
            for (var ns : new String[] {INFO, ITEMS}) {
                romeo.sends(
                        "<iq type='get' id='i1' to='" + account + "@im.example.com'><query xmlns='" + ns + "'/></iq>");
                romeo.receives(
                        "<iq type='error' id='i1' from='" + account + "@im.example.com' to='romeo@im.example.com/home'>"
                                + "<error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
            }
        }
    }

    @Test
    void subscribersSeeTheAccount(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.available("romeo", "home");
        cast.befriend(juliet, romeo);
        romeo.sends("<iq type='get' id='i1' to='juliet@im.example.com'><query xmlns='" + INFO + "'/></iq>");
        romeo.receives("<iq type='result' id='i1' from='juliet@im.example.com' to='romeo@im.example.com/home'>"
                + "<query xmlns='" + INFO + "'><identity category='account' type='registered'/>"
                + "<feature var='" + INFO + "'/><feature var='" + ITEMS + "'/>"
                + "<feature var='urn:ietf:params:xml:ns:vcard-4.0'/><feature var='vcard-temp'/></query></iq>");
    }
}
