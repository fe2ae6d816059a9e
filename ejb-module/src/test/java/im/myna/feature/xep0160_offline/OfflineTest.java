package im.myna.feature.xep0160_offline;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.With;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;

@Play
@Shows({"XEP-0160", "XEP-0203"})
class OfflineTest {
    private static final String KEPT =
            "<delay xmlns='urn:xmpp:delay' from='im.example.com' stamp='{any}'>Offline Storage</delay></message>";

    @Test
    void messagesWaitInOrderAndComeOnce(Cast cast) {
        cast.account("juliet");
        var romeo = cast.login("romeo", "home");
        romeo.sends("<message type='chat' id='1' to='juliet@im.example.com' xml:lang='it'><body>Ciao</body></message>"
                + "<message id='2' to='juliet@im.example.com'><body>second</body></message>"
                + "<message type='chat' id='3' to='juliet@im.example.com/balcony'><body>third</body></message>");
        romeo.receivesNothing();
        var juliet = cast.available("juliet", "balcony");
        juliet.receives(
                "<message type='chat' id='1' from='romeo@im.example.com/home' to='juliet@im.example.com' xml:lang='it'>"
                        + "<body>Ciao</body>" + KEPT);
        juliet.receives(
                "<message id='2' from='romeo@im.example.com/home' to='juliet@im.example.com'><body>second</body>"
                        + KEPT);
        juliet.receives(
                "<message type='chat' id='3' from='romeo@im.example.com/home' to='juliet@im.example.com/balcony'>"
                        + "<body>third</body>" + KEPT);
        juliet.receivesNothing();
        juliet.leaves();
        cast.available("juliet", "balcony").receivesNothing();
    }

    /** XEP-0160, 2: only for a resource with non-negative priority. */
    @Test
    void aNegativePriorityDoesNotReceiveThem(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<presence><priority>-5</priority></presence>");
        juliet.receives("<presence from='{any}' to='{any}'><priority>-5</priority></presence>");
        var romeo = cast.login("romeo", "home");
        romeo.sends("<message type='chat' id='1' to='juliet@im.example.com'><body>Hi</body></message>");
        romeo.receivesNothing();
        juliet.receivesNothing();
        juliet.sends("<presence><priority>0</priority></presence>");
        juliet.receives("<presence from='{any}' to='{any}'><priority>0</priority></presence>");
        juliet.receives("<message type='chat' id='1' from='romeo@im.example.com/home' to='juliet@im.example.com'>"
                + "<body>Hi</body>" + KEPT);
    }

    /** XEP-0160, 3. */
    @Test
    void chatStatesAreNotKept(Cast cast) {
        cast.account("juliet");
        var romeo = cast.login("romeo", "home");
        romeo.sends(
                "<message type='chat' to='juliet@im.example.com'><composing xmlns='http://jabber.org/protocol/chatstates'/>"
                        + "<thread>t</thread></message>");
        romeo.receivesNothing();
        cast.available("juliet", "balcony").receivesNothing();
    }

    /** RFC 6121, 8.5.2.2.1. */
    @Test
    @With("myna.limits.offline-messages=2")
    void theSenderIsToldWhenTheBoxIsFull(Cast cast) {
        cast.account("juliet");
        var romeo = cast.login("romeo", "home");
        for (int i = 1; i <= 3; i++) {
            romeo.sends("<message type='chat' id='" + i + "' to='juliet@im.example.com'><body>Hi</body></message>");
        }
        romeo.receives(
                "<message type='error' id='3' from='juliet@im.example.com' to='romeo@im.example.com/home'>"
                        + "<error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>");
        romeo.receivesNothing();
    }

    @Test
    void morePagesThanOneAreHandedOver(Cast cast) {
        cast.account("juliet");
        var romeo = cast.login("romeo", "home");
        var all = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            all.append("<message type='chat' id='" + i + "' to='juliet@im.example.com'><body>Hi</body></message>");
        }
        romeo.sends(all.toString());
        romeo.receivesNothing();
        var juliet = cast.available("juliet", "balcony");
        for (int i = 0; i < 150; i++) {
            juliet.receives("<message type='chat' id='" + i
                    + "' from='romeo@im.example.com/home' to='juliet@im.example.com'>" + "<body>Hi</body>" + KEPT);
        }
        juliet.receivesNothing();
    }
}
