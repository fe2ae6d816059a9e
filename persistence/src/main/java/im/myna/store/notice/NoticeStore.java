package im.myna.store.notice;

import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The notices of all domains: at most one of each kind for a domain. */
@Stateless
@Interceptors(Timed.class)
public class NoticeStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public NoticeStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected NoticeStore() {
        this(null);
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Notice> all() {
        return entities.createQuery("select n from NoticeEntity n", NoticeEntity.class).getResultList().stream()
                .map(NoticeEntity::notice)
                .toList();
    }

    /** In place of the one before. */
    public void put(Notice notice) {
        entities.merge(new NoticeEntity(notice));
    }

    /** False when there is none. */
    public boolean remove(String domain, Notice.Kind kind) {
        return entities.createQuery("delete from NoticeEntity n where n.key = :key")
                        .setParameter("key", new NoticeKey(domain, kind))
                        .executeUpdate()
                == 1;
    }
}
