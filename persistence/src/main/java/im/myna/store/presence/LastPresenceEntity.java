package im.myna.store.presence;

import im.myna.stanza.Payload;
import im.myna.store.account.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.Length;

@Entity
@Table(name = "last_presence")
class LastPresenceEntity {
    @EmbeddedId
    private AccountKey key;

    @Column(name = "lang", nullable = false)
    private String lang = "";

    @Column(name = "payload", nullable = false, length = Length.LONG32)
    private byte[] payload = new byte[0];

    @Column(name = "left_at", nullable = false)
    private Instant at = Instant.EPOCH;

    LastPresenceEntity() {}

    LastPresenceEntity(AccountKey owner) {
        key = owner;
    }

    void say(LastPresence last) {
        lang = last.lang();
        payload = last.payload().bytes();
        at = last.at();
    }

    LastPresence last() {
        return new LastPresence(key.jid(), Payload.parse(payload), lang, at);
    }
}
