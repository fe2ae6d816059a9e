package im.myna.store.roster;

import im.myna.store.account.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The head of a roster: its version, and how many contacts it has of which sort. */
@Entity
@Table(name = "roster")
class RosterEntity {
    @EmbeddedId
    private AccountKey key;

    @Column(name = "version", nullable = false)
    private long version;

    @Column(name = "oldest", nullable = false)
    private long oldest;

    @Column(name = "items", nullable = false)
    private int items;

    @Column(name = "removals", nullable = false)
    private int removals;

    @Column(name = "requests", nullable = false)
    private int requests;

    RosterEntity() {}

    RosterEntity(AccountKey owner) {
        key = owner;
        // Not 0: an account that is removed and made again must not count its versions again; clients may know the old
        // ones.
        version = Instant.now().getEpochSecond();
        oldest = version;
    }

    AccountKey key() {
        return key;
    }

    long version() {
        return version;
    }

    long oldest() {
        return oldest;
    }

    int items() {
        return items;
    }

    int removals() {
        return removals;
    }

    int requests() {
        return requests;
    }

    long next() {
        return ++version;
    }

    void forgotten(long upTo) {
        oldest = upTo;
    }

    /** Counts the contact in, or out again. */
    void count(ContactEntity contact, int sign) {
        items += contact.isListed() ? sign : 0;
        removals += contact.isRemoved() ? sign : 0;
        requests += contact.isRequested() ? sign : 0;
    }
}
