package im.myna.store.account;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** The accounts of all domains. What only reads begins no transaction (ADR 0041). */
@Stateless
@Interceptors(Timed.class)
public class AccountStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public AccountStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected AccountStore() {
        this(null);
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Account> find(Jid account) {
        return entity(account).map(AccountEntity::account);
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean exists(Jid account) {
        return entity(account).isPresent();
    }

    /** False when it exists already; a transaction that was under way before cannot be committed then. */
    public boolean add(Account account) {
        if (exists(account.jid())) {
            return false;
        }
        try {
            entities.persist(new AccountEntity(account));
            entities.flush();
            return true;
        } catch (ConstraintViolationException faster) {
            return false;
        }
    }

    /** False when there is no such account. */
    public boolean changeVerifiers(Jid account, List<ScramVerifier> verifiers) {
        var found = entity(account);
        found.ifPresent(entity -> entity.verifiers(verifiers));
        return found.isPresent();
    }

    /** False when there is no such account. */
    public boolean changeRole(Jid account, Role role) {
        var found = entity(account);
        found.ifPresent(entity -> entity.role(role));
        return found.isPresent();
    }

    /** False when there is no such account. */
    public boolean changeLock(Jid account, Lock lock) {
        var found = entity(account);
        found.ifPresent(entity -> entity.lock(lock));
        return found.isPresent();
    }

    /** With everything that belongs to it. False when there is no such account. */
    public boolean remove(Jid account) {
        return entities.createQuery("delete from AccountEntity a where a.key = :key")
                        .setParameter("key", AccountKey.of(account))
                        .executeUpdate()
                == 1;
    }

    /**
     * Those that are looked for, in the database's order of names.
     *
     * @param after the localpart to go on behind, empty to begin
     */
    public List<Account> page(Search search, String after, int max) {
        // The names first: an index has all that is needed for them, so the rows that are not wanted are never read.
        var query = entities.createQuery(
                "select a.key.username from AccountEntity a where a.key.username > :after and " + search.condition()
                        + " order by a.key.username",
                String.class);
        var names = search.bound(query)
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultList();
        return names.isEmpty() ? List.of() : named(search.domain(), names);
    }

    private List<Account> named(String domain, List<String> names) {
        return entities.createQuery(
                        "select a from AccountEntity a where a.key.domain = :domain and a.key.username in :names"
                                + " order by a.key.username",
                        AccountEntity.class)
                .setParameter("domain", domain)
                .setParameter("names", names)
                .getResultStream()
                .map(AccountEntity::account)
                .toList();
    }

    /**
     * All of a domain, in the order of their key, which costs the same on every page.
     *
     * @param after the localpart to go on behind, empty to begin
     */
    public List<Account> all(String domain, String after, int max) {
        return entities.createQuery(
                        "select a from AccountEntity a where a.key.domain = :domain and a.key.username > :after"
                                + " order by a.key.domain, a.key.username",
                        AccountEntity.class)
                .setParameter("domain", domain)
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultStream()
                .map(AccountEntity::account)
                .toList();
    }

    /** How many there are that are looked for. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long count(Search search) {
        var query =
                entities.createQuery("select count(*) from AccountEntity a where " + search.condition(), Long.class);
        return search.bound(query).getSingleResult();
    }

    private Optional<AccountEntity> entity(Jid account) {
        return Optional.ofNullable(entities.find(AccountEntity.class, AccountKey.of(account)));
    }
}
