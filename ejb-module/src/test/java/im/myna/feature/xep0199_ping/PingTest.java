package im.myna.feature.xep0199_ping;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;

@Play
@Shows("XEP-0199")
class PingTest {
    /** XEP-0199, 4.2. */
    @Test
    void theServerAnswersItsClient(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<iq id='c2s1' type='get' to='im.example.com'><ping xmlns='urn:xmpp:ping'/></iq>");
        juliet.receives("<iq id='c2s1' type='result' from='im.example.com' to='juliet@im.example.com/balcony'/>");
        juliet.receivesNothing();
    }

    @Test
    void theAccountAnswersWhenNobodyIsAddressed(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<iq id='c2s2' type='get'><ping xmlns='urn:xmpp:ping'/></iq>");
        juliet.receives("<iq id='c2s2' type='result' to='juliet@im.example.com/balcony'/>");
    }

    /** XEP-0199, 4.4. */
    @Test
    void aClientAnswersAnotherClient(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq id='e2e1' type='get' to='juliet@im.example.com/balcony'><ping xmlns='urn:xmpp:ping'/></iq>");
        juliet.receives("<iq id='e2e1' type='get' from='romeo@im.example.com/home' to='juliet@im.example.com/balcony'>"
                + "<ping xmlns='urn:xmpp:ping'/></iq>");
        juliet.sends("<iq id='e2e1' type='result' to='romeo@im.example.com/home'/>");
        romeo.receives(
                "<iq id='e2e1' type='result' from='juliet@im.example.com/balcony' to='romeo@im.example.com/home'/>");
    }
}
