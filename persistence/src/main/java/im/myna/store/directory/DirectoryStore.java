package im.myna.store.directory;

import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The directories that administrators told of, and how the last look at each went. */
@Stateless
@Interceptors(Timed.class)
public class DirectoryStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public DirectoryStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected DirectoryStore() {
        this(null);
    }

    /** In the order of their names. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<KeptDefinition> all() {
        return entities
                .createQuery("select d from DefinitionEntity d order by d.name", DefinitionEntity.class)
                .getResultList()
                .stream()
                .map(DefinitionEntity::definition)
                .toList();
    }

    public void put(KeptDefinition definition) {
        entities.merge(new DefinitionEntity(definition));
    }

    /** False when there is none of that name. */
    public boolean remove(String name) {
        var known = entities.find(DefinitionEntity.class, name);
        if (known != null) {
            entities.remove(known);
        }
        return known != null;
    }

    /** The last one. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Round> round(String name) {
        return Optional.ofNullable(entities.find(RoundEntity.class, name)).map(RoundEntity::round);
    }

    public void put(Round round) {
        entities.merge(new RoundEntity(round));
    }
}
