package im.myna.store.roster;

import im.myna.jid.Jid;
import im.myna.stanza.Presence;
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
import java.util.Objects;
import java.util.Set;

/** The contact lists of all accounts. */
@Stateless
@Interceptors(Timed.class)
public class RosterStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public RosterStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected RosterStore() {
        this(null);
    }

    /** One query, which begins no transaction. Empty as well when there is no such account. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Roster load(Jid owner) {
        var rows = entities.createQuery(
                        "select r, c from RosterEntity r left join ContactEntity c on c.key.owner = r.key"
                                + " where r.key = :owner",
                        Object[].class)
                .setParameter("owner", AccountKey.of(owner))
                .getResultList();
        if (rows.isEmpty()) {
            return Roster.EMPTY;
        }
        var contacts = rows.stream()
                .map(row -> (ContactEntity) row[1])
                .filter(Objects::nonNull)
                .toList();
        return roster((RosterEntity) rows.get(0)[0], contacts);
    }

    /** All the changes with their versions, or none of them. */
    public RosterOutcome change(Jid owner, RosterLimits limits, List<RosterChange> changes) {
        var head = AccountKey.of(owner).locked(entities, RosterEntity.class, RosterEntity::new);
        if (head.isEmpty()) {
            return RosterOutcome.Refused.NO_ACCOUNT;
        }
        var pen = RosterPen.on(entities, head.get(), changes);
        if (!pen.allows(limits)) {
            return RosterOutcome.Refused.FULL;
        }
        pen.write();
        return new RosterOutcome.Changed(head.get().version());
    }

    /** The first changes to the roster of an account that was made in this transaction: nobody else knows of it, so nothing is asked or locked. */
    public void begin(Jid owner, List<RosterChange> changes) {
        var head = new RosterEntity(AccountKey.of(owner));
        entities.persist(head);
        entities.flush();
        RosterPen.onNew(entities, head, changes).write();
    }

    /** Those of the accounts that let the contact see their presence. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Set<Jid> showingTo(Jid contact, String domain, Set<String> usernames) {
        if (usernames.isEmpty()) {
            return Set.of();
        }
        var shown = entities.createQuery(
                        "select c.key.owner.username from ContactEntity c where c.key.owner.domain = :domain"
                                + " and c.key.owner.username in :usernames and c.key.digest = :digest"
                                + " and c.listed = true and c.subscription in (FROM, BOTH)",
                        String.class)
                .setParameter("domain", domain)
                .setParameter("usernames", usernames)
                .setParameter("digest", ContactKey.digest(contact))
                .getResultList();
        var found = new HashSet<Jid>();
        shown.forEach(username -> found.add(Jid.of(username, domain, "")));
        return found;
    }

    private static Roster roster(RosterEntity head, List<ContactEntity> contacts) {
        var items = new HashMap<Jid, RosterItem>();
        var removed = new HashMap<Jid, Long>();
        var requests = new HashMap<Jid, Presence>();
        for (var contact : contacts) {
            if (contact.isListed()) {
                items.put(contact.contact(), contact.item());
            }
            if (contact.isRemoved()) {
                removed.put(contact.contact(), contact.version());
            }
            if (contact.isRequested()) {
                requests.put(contact.contact(), contact.request());
            }
        }
        return new Roster(head.version(), head.oldest(), items, removed, requests);
    }
}
