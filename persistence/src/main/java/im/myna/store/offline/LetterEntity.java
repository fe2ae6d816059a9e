package im.myna.store.offline;

import im.myna.jid.Jid;
import im.myna.stanza.Head;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.Length;

@Entity
@Table(name = "offline_letter")
class LetterEntity {
    @EmbeddedId
    private LetterKey key;

    @Column(name = "sender", nullable = false, length = 3071)
    private String sender;

    @Column(name = "receiver", nullable = false, length = 3071)
    private String receiver;

    @Column(name = "id", nullable = false)
    private String id;

    @Column(name = "type", nullable = false)
    private String type;

    @Column(name = "lang", nullable = false)
    private String lang;

    @Column(name = "payload", nullable = false, length = Length.LONG32)
    private byte[] payload;

    @Column(name = "arrived", nullable = false)
    private Instant arrived;

    LetterEntity() {}

    LetterEntity(LetterKey key, Letter letter) {
        this.key = key;
        var head = letter.message().head();
        sender = head.from().toString();
        receiver = head.to().toString();
        id = head.id();
        type = head.type();
        lang = head.lang();
        payload = letter.message().payload().bytes();
        arrived = letter.arrived();
    }

    KeptLetter kept() {
        var head = new Head(jid(sender), jid(receiver), id, type, lang);
        var letter = new Letter(key.owner().jid(), new Message(head, Payload.parse(payload)), arrived);
        return new KeptLetter(key.number(), letter);
    }

    private static Jid jid(String text) {
        return text.isEmpty() ? Jid.NONE : Jid.of(text);
    }
}
