package im.myna.session;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpulsionsTest {
    private static final Jid JULIET = Jid.of("juliet@im.example.com");
    private static final Jid ROMEO = Jid.of("romeo@im.example.com");
    private final StreamException locked = new StreamException(StreamCondition.POLICY_VIOLATION, "locked");
    private final StreamException renewed = new StreamException(StreamCondition.RESET, "renewed");

    private final WeldContainer container = new Weld()
            .disableDiscovery()
            .addBeanClasses(Expulsions.class, Sessions.class)
            .initialize();
    private final Expulsions expulsions = container.select(Expulsions.class).get();

    @AfterEach
    void close() {
        container.close();
    }

    @Test
    void whoBeganBeforeIsToldTheLastReason() {
        long before = expulsions.now();
        expulsions.expel(JULIET, locked);
        expulsions.expel(JULIET, renewed);
        assertThat(expulsions.since(before, JULIET)).containsSame(renewed);
    }

    @Test
    void othersAreNotConcerned() {
        long before = expulsions.now();
        expulsions.expel(JULIET, locked);
        assertThat(expulsions.since(before, ROMEO)).isEmpty();
    }

    @Test
    void whoBeginsAfterwardsMayStay() {
        expulsions.expel(JULIET, locked);
        assertThat(expulsions.since(expulsions.now(), JULIET)).isEmpty();
    }

    @Test
    void whoBeganBeforeTheOldestThatIsRememberedBeginsAnew() {
        long before = expulsions.now();
        expulsions.expel(JULIET, locked);
        long between = expulsions.now();
        for (int i = 0; i < 1000; i++) {
            assertThat(expulsions.since(before, ROMEO)).isEmpty();
            expulsions.expel(Jid.of("user" + i + "@im.example.com"), locked);
        }
        assertThat(expulsions.since(before, ROMEO).orElseThrow().condition()).isEqualTo(StreamCondition.RESET);
        assertThat(expulsions.since(before, JULIET).orElseThrow().condition()).isEqualTo(StreamCondition.RESET);
        assertThat(expulsions.since(between, ROMEO)).isEmpty();
    }
}
