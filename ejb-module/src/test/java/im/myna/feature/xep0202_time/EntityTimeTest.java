package im.myna.feature.xep0202_time;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Play
@Shows("XEP-0202")
class EntityTimeTest {
    @Test
    void theServerTellsItsTime(Cast cast) {
        var romeo = cast.login("romeo", "orchard");
        romeo.sends("<iq type='get' to='im.example.com' id='time_1'><time xmlns='urn:xmpp:time'/></iq>");
        var told =
                romeo.receives("<iq type='result' from='im.example.com' to='romeo@im.example.com/orchard' id='time_1'>"
                        + "<time xmlns='urn:xmpp:time'><tzo>{=tzo}</tzo><utc>{=utc}</utc></time></iq>");
        assertThat(told.get("utc")).endsWith("Z");
        assertThat(Duration.between(Instant.parse(told.get("utc")), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
        assertThat(told.get("tzo")).matches("[+-]\\d\\d:\\d\\d");
    }
}
