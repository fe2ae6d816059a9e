package im.myna.store.notice;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "notice")
class NoticeEntity {
    @EmbeddedId
    private NoticeKey key;

    @Column(name = "text", nullable = false, length = Notice.LONGEST)
    private String text;

    @Column(name = "set_at", nullable = false)
    private Instant since;

    NoticeEntity() {}

    NoticeEntity(Notice notice) {
        key = new NoticeKey(notice.domain(), notice.kind());
        text = notice.text();
        since = notice.since();
    }

    Notice notice() {
        return new Notice(key.domain(), key.kind(), text, since);
    }
}
