package im.myna.store.setting;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.store.Database;
import im.myna.store.Engine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class SettingStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private final Database database;
    private final SettingStore settings;

    SettingStoreTest(Engine engine) {
        database = engine.empty();
        settings = database.settings();
    }

    @Test
    void aChangeComesOutAsItWasPutIn() {
        var change = new ChangedSetting("myna.registration", "‹open›", "admin@im.example.com", NOON);
        put(change);
        assertThat(all()).containsExactly(change);
    }

    @Test
    void theLastChangeCounts() {
        put(new ChangedSetting("b", "1", "admin", NOON));
        put(new ChangedSetting("a", "", "admin", NOON));
        put(new ChangedSetting("b", "2", "nurse", NOON.plusSeconds(1)));
        assertThat(all())
                .containsExactly(
                        new ChangedSetting("a", "", "admin", NOON),
                        new ChangedSetting("b", "2", "nurse", NOON.plusSeconds(1)));
    }

    @Test
    void whatIsTakenBackIsGone() {
        put(new ChangedSetting("a", "1", "admin", NOON));
        assertThat(remove("a")).isTrue();
        assertThat(remove("a")).isFalse();
        assertThat(all()).isEmpty();
    }

    @Test
    void theLongestHaveRoom() {
        var change = new ChangedSetting("k".repeat(100), "é".repeat(ChangedSetting.LONGEST), "w".repeat(3071), NOON);
        put(change);
        assertThat(all()).containsExactly(change);
    }

    private void put(ChangedSetting setting) {
        database.transaction(() -> {
            settings.put(setting);
            return true;
        });
    }

    private boolean remove(String key) {
        return database.transaction(() -> settings.remove(key));
    }

    private List<ChangedSetting> all() {
        return database.transaction(settings::all);
    }
}
