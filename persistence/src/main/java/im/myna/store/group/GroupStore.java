package im.myna.store.group;

import im.myna.jid.Jid;
import im.myna.store.account.AccountKey;
import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The groups of all domains. Read as a whole, one domain at a time: who asks often keeps them in memory. */
@Stateless
@Interceptors(Timed.class)
public class GroupStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public GroupStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected GroupStore() {
        this(null);
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Group> groups(String domain) {
        return entities
                .createQuery("select g from GroupEntity g where g.key.domain = :domain", GroupEntity.class)
                .setParameter("domain", domain)
                .getResultList()
                .stream()
                .map(GroupEntity::group)
                .toList();
    }

    /** By group; nothing for a group without members. An account in several groups is the same object in all of them. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<Jid, Set<Jid>> members(String domain) {
        var rows = entities.createQuery(
                        "select m.key.owner.name, m.key.username from MemberEntity m where m.key.owner.domain = :domain",
                        Object[].class)
                .setParameter("domain", domain)
                .getResultList();
        var names = new HashMap<String, Jid>();
        var accounts = new HashMap<String, Jid>();
        var members = new HashMap<Jid, Set<Jid>>();
        for (var row : rows) {
            var group = names.computeIfAbsent((String) row[0], name -> Jid.of(name, domain, ""));
            var account = accounts.computeIfAbsent((String) row[1], name -> Jid.of(name, domain, ""));
            members.computeIfAbsent(group, key -> new HashSet<>()).add(account);
        }
        return members;
    }

    /** False when there is one of that name. The groups of its audience are there before it. */
    public boolean add(Group group) {
        if (entities.find(GroupEntity.class, GroupKey.of(group.id())) != null) {
            return false;
        }
        entities.persist(new GroupEntity(group));
        entities.flush();
        return true;
    }

    /** All but the members. False when there is no such group. */
    public boolean change(Group group) {
        var known = entities.find(GroupEntity.class, GroupKey.of(group.id()));
        if (known != null) {
            known.become(group);
        }
        return known != null;
    }

    /** Also from the audiences of others. False when there is no such group. */
    public boolean remove(Jid group) {
        var known = entities.find(GroupEntity.class, GroupKey.of(group));
        if (known != null) {
            entities.remove(known);
        }
        return known != null;
    }

    /**
     * Makes sure that the account is in the group, which is of its domain.
     *
     * @return false when there is no such group or account
     */
    public boolean join(Jid group, Jid account) {
        if (entities.find(GroupEntity.class, GroupKey.of(group)) == null
                || !AccountKey.of(account).lock(entities)) {
            return false;
        }
        var key = MemberKey.of(group, account);
        if (entities.find(MemberEntity.class, key) == null) {
            entities.persist(new MemberEntity(key));
        }
        return true;
    }

    /** From now on these are in the group, and no others; both exist, and all are of one domain. */
    public void become(Jid group, Set<Jid> accounts) {
        var key = GroupKey.of(group);
        var before = new HashSet<>(entities.createQuery(
                        "select m.key.username from MemberEntity m where m.key.owner = :owner", String.class)
                .setParameter("owner", key)
                .getResultList());
        for (var account : accounts) {
            if (!before.remove(account.local())) {
                entities.persist(new MemberEntity(MemberKey.of(group, account)));
            }
        }
        entities.flush();
        before.forEach(username -> leave(group, Jid.of(username, group.domain(), "")));
    }

    /** False when it was not in it. */
    public boolean leave(Jid group, Jid account) {
        return entities.createQuery("delete from MemberEntity m where m.key = :key")
                        .setParameter("key", MemberKey.of(group, account))
                        .executeUpdate()
                == 1;
    }
}
