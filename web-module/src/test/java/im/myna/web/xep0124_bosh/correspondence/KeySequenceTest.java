package im.myna.web.xep0124_bosh.correspondence;

import static im.myna.web.xep0124_bosh.correspondence.Desk.USUAL;
import static im.myna.web.xep0124_bosh.correspondence.Desk.terminating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** XEP-0124, 15: each request proves that it follows the one before it. */
class KeySequenceTest {
    private static final String MESSAGE = "<message xmlns='jabber:client'/>";

    private final List<String> keys = keys("seed", 10);
    private final Desk desk = new Desk(USUAL + " newkey='" + keys.get(9) + "'");

    /** K(1) to K(n). */
    private static List<String> keys(String seed, int count) {
        var keys = new ArrayList<String>();
        var last = seed;
        try {
            for (int i = 0; i < count; i++) {
                last = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-1").digest(last.getBytes(StandardCharsets.UTF_8)));
                keys.add(last);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        return keys;
    }

    private Desk.Asked asks(int rid, String key) {
        return desk.asks(rid, " key='" + key + "'", MESSAGE);
    }

    @Test
    void theKeysAreUsedFromTheLastToTheFirst() {
        // 15.4
        for (int used = 0; used < 9; used++) {
            assertThat(asks(101 + used, keys.get(8 - used)).body()).isEmpty();
        }
    }

    @Test
    void capitalsMakeNoDifference() {
        // 15.3
        assertThat(new Desk(USUAL + " newkey='" + keys.get(9).toUpperCase(Locale.ROOT) + "'")
                        .asks(101, " key='" + keys.get(8) + "'", MESSAGE)
                        .body())
                .isEmpty();
    }

    @Test
    void aWrongKeyEndsTheSession() {
        // 15.4
        var waiting = asks(101, keys.get(8));
        assertThat(asks(102, keys.get(8)).body()).isEqualTo(terminating("item-not-found"));
        assertThat(waiting.body()).isEqualTo(terminating("other-request"));
        assertThat(desk.inside).containsExactly(100L, 101L);
    }

    @Test
    void aMissingKeyEndsTheSession() {
        // 15.4
        assertThat(desk.polls(101).body()).isEqualTo(terminating("item-not-found"));
    }

    @Test
    void theClientMaySwitchToAnotherSequence() {
        // 15.5
        var others = keys("another seed", 5);
        asks(101, keys.get(8));
        desk.asks(102, " key='" + keys.get(7) + "' newkey='" + others.get(4) + "'", MESSAGE);
        assertThat(asks(103, others.get(3)).body()).isEmpty();
    }

    @Test
    void aNewKeyThatIsNoneEndsTheSession() {
        assertThat(desk.asks(101, " key='" + keys.get(8) + "' newkey='x'", MESSAGE)
                        .body())
                .isEqualTo(terminating("item-not-found"));
    }

    @Test
    void keysAreComparedInTheOrderOfTheRequestsNotOfTheirArrival() {
        var later = asks(102, keys.get(7));
        var sooner = asks(101, keys.get(8));
        assertThat(later.body()).isEmpty();
        assertThat(sooner.body()).doesNotContain("terminate");
    }

    @Test
    void aSessionDoesNotBeginWithAKeyThatIsNone() {
        assertThatThrownBy(() -> new Desk(USUAL + " newkey='short'")).isInstanceOf(BindingException.class);
    }

    @Test
    void whoUsesNoKeysNeedsNone() {
        assertThat(new Desk(USUAL).asks(101, " key='whatever'", MESSAGE).body()).isEmpty();
    }
}
