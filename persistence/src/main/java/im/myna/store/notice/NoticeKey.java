package im.myna.store.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

@Embeddable
record NoticeKey(
        @Column(name = "domain", nullable = false, length = 1023)
        String domain,

        @Enumerated(EnumType.STRING) @Column(name = "kind", nullable = false, length = 16)
        Notice.Kind kind) {}
