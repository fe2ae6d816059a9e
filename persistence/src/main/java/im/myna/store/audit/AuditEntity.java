package im.myna.store.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "audit")
class AuditEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "number", nullable = false)
    private long number;

    @Column(name = "happened", nullable = false)
    private Instant at;

    @Column(name = "who", nullable = false, length = AuditEntry.NAME)
    private String who;

    @Column(name = "address", nullable = false, length = AuditEntry.WORD)
    private String address;

    @Column(name = "action", nullable = false, length = AuditEntry.WORD)
    private String action;

    @Column(name = "subject", nullable = false, length = AuditEntry.NAME)
    private String subject;

    @Column(name = "domain", nullable = false, length = 1023)
    private String domain;

    @Column(name = "value_before", nullable = false, length = AuditEntry.VALUE)
    private String before;

    @Column(name = "value_after", nullable = false, length = AuditEntry.VALUE)
    private String after;

    AuditEntity() {}

    AuditEntity(AuditEntry entry) {
        at = entry.at();
        who = entry.who();
        address = entry.address();
        action = entry.action();
        subject = entry.subject();
        domain = entry.domain();
        before = entry.before();
        after = entry.after();
    }

    AuditEntry entry() {
        return new AuditEntry(number, at, who, address, action, subject, before, after);
    }
}
