package im.myna.feature.xep0092_version;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;

@Play
@Shows("XEP-0092")
class VersionTest {
    @Test
    void theServerSaysWhatItIs(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' to='im.example.com' id='version_1'><query xmlns='jabber:iq:version'/></iq>");
        romeo.receives("<iq type='result' from='im.example.com' to='romeo@im.example.com/home' id='version_1'>"
                + "<query xmlns='jabber:iq:version'><name>Myna</name><version>{any}</version></query></iq>");
    }

    @Test
    void nobodyCanSetIt(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='set' to='im.example.com' id='version_2'><query xmlns='jabber:iq:version'/></iq>");
        romeo.receives(
                "<iq type='error' from='im.example.com' to='romeo@im.example.com/home' id='version_2'>"
                        + "<error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
    }
}
