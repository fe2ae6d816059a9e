package im.myna.store.audit;

import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The log of what administrators changed. */
@Stateless
@Interceptors(Timed.class)
public class AuditStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public AuditStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected AuditStore() {
        this(null);
    }

    /** The store gives the number. Within a transaction the entry is kept if what it tells of is. */
    public void add(AuditEntry entry) {
        entities.persist(new AuditEntity(entry));
    }

    /**
     * The newest first.
     *
     * @param before the number to go on at, {@link Long#MAX_VALUE} to begin
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<AuditEntry> page(AuditSearch search, long before, int max) {
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("domain", search.domain());
        wanted.put("who", search.who());
        wanted.put("subject", search.subject());
        wanted.put("action", search.action());
        wanted.values().removeIf(String::isEmpty);
        var conditions = wanted.keySet().stream()
                .map(part -> " and e." + part + " = :" + part)
                .collect(Collectors.joining());
        var query = entities.createQuery(
                        "select e from AuditEntity e where e.number < :before" + conditions + " order by e.number desc",
                        AuditEntity.class)
                .setParameter("before", before)
                .setMaxResults(max);
        wanted.forEach(query::setParameter);
        return query.getResultList().stream().map(AuditEntity::entry).toList();
    }

    /** The oldest of those before that time; says how many there were. */
    public int forget(Instant olderThan, int max) {
        return entities.createQuery("delete from AuditEntity e where e.number in"
                        + " (select o.number from AuditEntity o where o.at < :olderThan order by o.at limit :max)")
                .setParameter("olderThan", olderThan)
                .setParameter("max", max)
                .executeUpdate();
    }
}
