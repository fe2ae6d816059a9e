package im.myna.store.account;

import im.myna.jid.Jid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.function.Function;

/** What the rows of an account are found by, in every table: its bare address, the domain first. */
@Embeddable
public record AccountKey(
        @Column(name = "domain", nullable = false, length = 1023)
        String domain,

        @Column(name = "username", nullable = false, length = 1023)
        String username)
        implements Comparable<AccountKey> {

    public static AccountKey of(Jid account) {
        return new AccountKey(account.domain(), account.local());
    }

    public Jid jid() {
        return Jid.of(username, domain, "");
    }

    /**
     * The account's row of that type, locked until the end of the transaction and made when it is missing; empty when there is
     * no such account. Who locks rows of several accounts does it in the order of their keys.
     */
    public <T> Optional<T> locked(EntityManager entities, Class<T> type, Function<AccountKey, T> maker) {
        var present = entities.find(type, this, LockModeType.PESSIMISTIC_WRITE);
        if (present != null) {
            return Optional.of(present);
        }
        // Two transactions may both have found nothing; the account's own row lets them pass one after the other.
        if (!lock(entities)) {
            return Optional.empty();
        }
        var other = entities.find(type, this, LockModeType.PESSIMISTIC_WRITE);
        if (other != null) {
            return Optional.of(other);
        }
        var made = maker.apply(this);
        entities.persist(made);
        return Optional.of(made);
    }

    /** The account's own row, locked until the end of the transaction; false when there is no such account. */
    public boolean lock(EntityManager entities) {
        return entities.find(AccountEntity.class, this, LockModeType.PESSIMISTIC_WRITE) != null;
    }

    @Override
    public int compareTo(AccountKey other) {
        var byDomain = domain.compareTo(other.domain);
        return byDomain != 0 ? byDomain : username.compareTo(other.username);
    }
}
