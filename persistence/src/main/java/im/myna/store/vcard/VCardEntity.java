package im.myna.store.vcard;

import im.myna.store.account.AccountKey;
import im.myna.vcard.Photo;
import im.myna.vcard.VCard;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.Length;

@Entity
@Table(name = "vcard")
class VCardEntity {
    @EmbeddedId
    private AccountKey key;

    @Column(name = "content", nullable = false, length = Length.LONG32)
    private byte[] content = new byte[0];

    @Column(name = "photo_hash", nullable = false, length = 40)
    private String photoHash = "";

    VCardEntity() {}

    VCardEntity(AccountKey owner) {
        key = owner;
    }

    void become(VCard card) {
        content = card.bytes();
        photoHash = card.photo().map(Photo::hash).orElse("");
    }

    VCard card() {
        return VCard.stored(content);
    }
}
