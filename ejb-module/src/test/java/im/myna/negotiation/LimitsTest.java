package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.specification.Shows;
import im.myna.xml.Element;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Shows("XEP-0478")
class LimitsTest {
    private static final String NS = "urn:xmpp:stream-limits:0";

    private static String limit(Element features, String name) {
        return features.child(NS, "limits")
                .orElseThrow()
                .child(name)
                .orElseThrow()
                .text();
    }

    @Test
    void theLimitsOfTheStreamAreAnnouncedBeforeAndAfterTheLogIn() {
        try (var house = new House(Map.of())) {
            house.account("juliet");
            var visitor = house.visitor().encrypted();
            var before = visitor.opens();
            assertThat(limit(before, "max-bytes")).isEqualTo("16384");
            assertThat(limit(before, "idle-seconds")).isEqualTo("3600");
            assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
            assertThat(limit(visitor.opens(), "max-bytes")).isEqualTo("262144");
        }
    }

    @Test
    void whatIsUnlimitedIsNotAnnounced() {
        try (var house =
                new House(Map.of("myna.limits.stanza-bytes-unauthenticated", "0", "myna.limits.idle-seconds", "0"))) {
            assertThat(house.visitor().encrypted().opens().child(NS, "limits")).isEmpty();
        }
    }
}
