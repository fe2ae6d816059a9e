package im.myna.store.notice;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.notice.Notice.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class NoticeStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final Notice MOTD = new Notice("im.example.com", Kind.MOTD, "Tea at five.\nBring cake.", NOON);

    private final Database database;
    private final NoticeStore notices;

    NoticeStoreTest(Engine engine) {
        database = engine.empty();
        notices = database.notices();
    }

    private void put(Notice notice) {
        database.transaction(() -> {
            notices.put(notice);
            return true;
        });
    }

    private boolean remove(Kind kind) {
        return database.transaction(() -> notices.remove("im.example.com", kind));
    }

    private List<Notice> all() {
        return database.transaction(notices::all);
    }

    @Test
    void whatIsSaidIsKept() {
        put(MOTD);
        assertThat(all()).containsExactly(MOTD);
    }

    @Test
    void thereIsOneOfEachKindForADomain() {
        var later = new Notice("im.example.com", Kind.MOTD, "x".repeat(Notice.LONGEST), NOON.plusSeconds(1));
        var welcome = new Notice("im.example.com", Kind.WELCOME, "Hello", NOON);
        var other = new Notice("other.example.com", Kind.MOTD, "Hello", NOON);
        List.of(MOTD, welcome, other, later).forEach(this::put);
        assertThat(all()).containsExactlyInAnyOrder(later, welcome, other);
    }

    @Test
    void whatIsTakenBackIsGone() {
        put(MOTD);
        assertThat(remove(Kind.WELCOME)).isFalse();
        assertThat(remove(Kind.MOTD)).isTrue();
        assertThat(remove(Kind.MOTD)).isFalse();
        assertThat(all()).isEmpty();
    }
}
