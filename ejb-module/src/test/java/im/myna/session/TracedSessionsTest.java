package im.myna.session;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TracedSessionsTest {
    private static final Jid JULIET = Jid.of("juliet@im.example.com");

    private final Instant later = Instant.now().plusSeconds(3600);
    private final Sessions sessions = new Sessions();

    private Session session(String resource) {
        var session = new Session(JULIET.withResource(resource), null, "PLAIN");
        sessions.add(session);
        return session;
    }

    @Test
    void sessionsThatAreThereAndThoseToComeAreTraced() {
        var balcony = session("balcony");
        assertThat(balcony.isTraced()).isFalse();
        assertThat(sessions.trace(JULIET, later)).isTrue();
        assertThat(balcony.isTraced()).isTrue();
        assertThat(session("chamber").isTraced()).isTrue();
        assertThat(sessions.tracedUntil(JULIET)).contains(later);
        sessions.untrace(JULIET);
        assertThat(balcony.isTraced()).isFalse();
        assertThat(session("garden").isTraced()).isFalse();
        assertThat(sessions.tracedUntil(JULIET)).isEmpty();
    }

    @Test
    void itEndsByItself() {
        sessions.trace(JULIET, Instant.now().minusSeconds(1));
        assertThat(sessions.tracedUntil(JULIET)).isEmpty();
    }

    @Test
    void onlySoManyAreTracedAtATime() {
        IntStream.range(0, Sessions.MOST_TRACED)
                .forEach(i -> assertThat(sessions.trace(Jid.of("user" + i + "@im.example.com"), later))
                        .isTrue());
        assertThat(sessions.trace(JULIET, later)).isFalse();
        assertThat(sessions.trace(Jid.of("user1@im.example.com"), later.plusSeconds(1)))
                .isTrue();
        sessions.trace(Jid.of("user1@im.example.com"), Instant.now().minusSeconds(1));
        assertThat(sessions.trace(JULIET, later)).isTrue();
    }
}
