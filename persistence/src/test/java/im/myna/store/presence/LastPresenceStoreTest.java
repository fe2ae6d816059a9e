package im.myna.store.presence;

import static im.myna.store.Cast.JULIET;
import static im.myna.store.Cast.NOBODY;
import static im.myna.store.Cast.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.stanza.Payload;
import im.myna.store.Cast;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.Together;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class LastPresenceStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private final Database database;
    private final LastPresenceStore presences;

    LastPresenceStoreTest(Engine engine) {
        database = engine.empty();
        presences = database.lastPresences();
        Cast.enter(database, JULIET, ROMEO);
    }

    @Test
    void theLastWordIsRemembered() {
        assertThat(keep(last(JULIET, "<status>Gone home</status>", NOON))).isTrue();
        var found = find(JULIET);
        assertThat(found.payload().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("<status>Gone home</status>");
        assertThat(found.lang()).isEqualTo("en");
        assertThat(found.at()).isEqualTo(NOON);
    }

    @Test
    void onlyTheLastOneIs() {
        keep(last(JULIET, "<status>first</status>", NOON));
        keep(last(JULIET, "", NOON.plusSeconds(1)));
        assertThat(find(JULIET).payload().bytes()).isEmpty();
        assertThat(find(JULIET).at()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void manyAreFoundAtOnce() {
        keep(last(JULIET, "", NOON));
        assertThat(database.transaction(() -> presences.find("im.example.com", Set.of("juliet", "romeo", "nobody"))))
                .extracting(LastPresence::account)
                .containsExactly(JULIET);
        assertThat(database.transaction(() -> presences.find("im.example.com", Set.of())))
                .isEmpty();
    }

    @Test
    void twoResourcesMayLeaveAtTheSameTime() throws Exception {
        assertThat(Together.call(6, caller -> keep(last(JULIET, "", NOON.plusSeconds(caller)))))
                .containsOnly(true);
        assertThat(find(JULIET).at()).isBetween(NOON, NOON.plusSeconds(5));
    }

    @Test
    void itGoesWithTheAccount() {
        keep(last(JULIET, "", NOON));
        Cast.leave(database, JULIET);
        Cast.enter(database, JULIET);
        assertThat(database.transaction(() -> presences.find(JULIET))).isEmpty();
    }

    @Test
    void whoHasNoAccountLeavesNoWord() {
        assertThat(keep(last(NOBODY, "", NOON))).isFalse();
    }

    private boolean keep(LastPresence last) {
        return database.transaction(() -> presences.keep(last));
    }

    private LastPresence find(Jid account) {
        return database.transaction(() -> presences.find(account)).orElseThrow();
    }

    private static LastPresence last(Jid account, String content, Instant at) {
        return new LastPresence(account, Payload.parse(content.getBytes(StandardCharsets.UTF_8)), "en", at);
    }
}
