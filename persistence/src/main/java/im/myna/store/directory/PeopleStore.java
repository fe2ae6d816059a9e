package im.myna.store.directory;

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

/** What was last known of those whom directories know. */
@Stateless
@Interceptors(Timed.class)
public class PeopleStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public PeopleStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected PeopleStore() {
        this(null);
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<KeptPerson> find(Jid account) {
        return Optional.ofNullable(entities.find(PersonEntity.class, AccountKey.of(account)))
                .map(PersonEntity::person);
    }

    /** All whom that directory knows or knew in that domain, in the order of their names. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<KeptPerson> all(String directory, String domain) {
        return entities
                .createQuery(
                        "select p from PersonEntity p where p.key.domain = :domain and p.directory = :directory"
                                + " order by p.key.username",
                        PersonEntity.class)
                .setParameter("domain", domain)
                .setParameter("directory", directory)
                .getResultList()
                .stream()
                .map(PersonEntity::person)
                .toList();
    }

    /** Of an account that there is. */
    public void put(KeptPerson person) {
        entities.merge(new PersonEntity(person));
    }

    /** The groups of a domain that come from directories. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<KeptTeam> teams(String domain) {
        return entities
                .createQuery("select t from TeamEntity t where t.domain = :domain order by t.name", TeamEntity.class)
                .setParameter("domain", domain)
                .getResultList()
                .stream()
                .map(TeamEntity::team)
                .toList();
    }

    /** Where that group comes from; empty when an administrator made it. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<KeptTeam> team(Jid group) {
        return Optional.ofNullable(entities.find(TeamEntity.class, new TeamEntity.Key(group.domain(), group.local())))
                .map(TeamEntity::team);
    }

    /** Of a group that there is. */
    public void put(KeptTeam team) {
        entities.merge(new TeamEntity(team));
    }
}
