package im.myna.store.offline;

import im.myna.store.account.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** How many letters an account has. */
@Entity
@Table(name = "offline_box")
class BoxEntity {
    @EmbeddedId
    private AccountKey key;

    @Column(name = "letters", nullable = false)
    private int letters;

    @Column(name = "last_number", nullable = false)
    private long lastNumber;

    BoxEntity() {}

    BoxEntity(AccountKey owner) {
        key = owner;
    }

    int letters() {
        return letters;
    }

    LetterKey next() {
        letters++;
        lastNumber++;
        return new LetterKey(key, lastNumber);
    }

    void taken(int count) {
        letters -= count;
    }
}
