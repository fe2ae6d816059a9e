package im.myna.store.setting;

import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The settings that were changed. */
@Stateless
@Interceptors(Timed.class)
public class SettingStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public SettingStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected SettingStore() {
        this(null);
    }

    /** In the order of their keys; there are no more than there are settings. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<ChangedSetting> all() {
        return entities
                .createQuery("select s from SettingEntity s order by s.name", SettingEntity.class)
                .getResultList()
                .stream()
                .map(SettingEntity::setting)
                .toList();
    }

    public void put(ChangedSetting setting) {
        entities.merge(new SettingEntity(setting));
    }

    /** False when it was not changed. */
    public boolean remove(String key) {
        return entities.createQuery("delete from SettingEntity s where s.name = :name")
                        .setParameter("name", key)
                        .executeUpdate()
                > 0;
    }
}
