package im.myna.store.presence;

import im.myna.jid.Jid;
import im.myna.store.account.AccountKey;
import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the accounts said when they left. */
@Stateless
@Interceptors(Timed.class)
public class LastPresenceStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public LastPresenceStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected LastPresenceStore() {
        this(null);
    }

    /** In place of what was kept before. False when there is no such account. */
    public boolean keep(LastPresence last) {
        var row = AccountKey.of(last.account()).locked(entities, LastPresenceEntity.class, LastPresenceEntity::new);
        row.ifPresent(entity -> entity.say(last));
        return row.isPresent();
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<LastPresence> find(Jid account) {
        return Optional.ofNullable(entities.find(LastPresenceEntity.class, AccountKey.of(account)))
                .map(LastPresenceEntity::last);
    }

    /** Of many accounts of one domain in one query; nothing for those that never left. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<LastPresence> find(String domain, Set<String> usernames) {
        if (usernames.isEmpty()) {
            return List.of();
        }
        return entities
                .createQuery(
                        "select p from LastPresenceEntity p where p.key.domain = :domain and p.key.username in :usernames",
                        LastPresenceEntity.class)
                .setParameter("domain", domain)
                .setParameter("usernames", usernames)
                .getResultList()
                .stream()
                .map(LastPresenceEntity::last)
                .toList();
    }
}
