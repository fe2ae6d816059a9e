package im.myna.feature.xep0157_contact;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.With;
import im.myna.specification.Shows;
import im.myna.xml.Element;
import org.junit.jupiter.api.Test;

@Play
@Shows({"XEP-0157", "XEP-0128"})
class ContactAddressesTest {
    private static final String INFO = "http://jabber.org/protocol/disco#info";

    private static Element asks(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' id='i1' to='im.example.com'><query xmlns='" + INFO + "'/></iq>");
        return romeo.next().child(INFO, "query").orElseThrow();
    }

    /** 3. */
    @Test
    @With({
        "myna.contact.abuse=mailto:abuse@example.com, xmpp:abuse@im.example.com",
        "myna.contact.support=https://example.com/help"
    })
    void theServerTellsWhomToTurnTo(Cast cast) {
        assertThat(asks(cast).child("jabber:x:data", "x").orElseThrow().xml())
                .isEqualTo(Element.parse("<x xmlns='jabber:x:data' type='result'>"
                                + "<field var='FORM_TYPE' type='hidden'>"
                                + "<value>http://jabber.org/network/serverinfo</value></field>"
                                + "<field var='abuse-addresses' type='list-multi'><value>mailto:abuse@example.com</value>"
                                + "<value>xmpp:abuse@im.example.com</value></field>"
                                + "<field var='support-addresses' type='list-multi'>"
                                + "<value>https://example.com/help</value></field></x>")
                        .xml());
    }

    @Test
    void withoutAddressesThereIsNoForm(Cast cast) {
        assertThat(asks(cast).child("jabber:x:data", "x")).isEmpty();
    }
}
