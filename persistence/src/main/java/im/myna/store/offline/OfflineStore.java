package im.myna.store.offline;

import im.myna.jid.Jid;
import im.myna.store.account.AccountKey;
import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The messages that wait for the accounts. */
@Stateless
@Interceptors(Timed.class)
public class OfflineStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public OfflineStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected OfflineStore() {
        this(null);
    }

    /**
     * False when the box is full, or there is no such account.
     *
     * @param limit letters in one box, 0 for any number
     */
    public boolean keep(Letter letter, int limit) {
        return keepAll(List.of(letter), limit).isEmpty();
    }

    /**
     * Keeps many in one transaction, in their order.
     *
     * @param limit letters in one box, 0 for any number
     * @return those that were not kept: their box is full, or there is no such account
     */
    public List<Letter> keepAll(List<Letter> letters, int limit) {
        var byOwner = new TreeMap<AccountKey, List<Letter>>();
        letters.forEach(letter -> byOwner.computeIfAbsent(AccountKey.of(letter.owner()), owner -> new ArrayList<>())
                .add(letter));
        var refused = new ArrayList<Letter>();
        byOwner.forEach((owner, own) -> refused.addAll(keep(owner, own, limit)));
        return refused;
    }

    /** The first letters of an account that was made in this transaction: nobody else knows of it, so nothing is asked or locked. */
    public void begin(Jid owner, List<Letter> letters) {
        var box = new BoxEntity(AccountKey.of(owner));
        entities.persist(box);
        entities.flush();
        letters.forEach(letter -> entities.persist(new LetterEntity(box.next(), letter)));
    }

    private List<Letter> keep(AccountKey owner, List<Letter> letters, int limit) {
        var found = owner.locked(entities, BoxEntity.class, BoxEntity::new);
        if (found.isEmpty()) {
            return letters;
        }
        var box = found.get();
        int room = limit == 0 ? letters.size() : Math.max(0, Math.min(letters.size(), limit - box.letters()));
        letters.subList(0, room).forEach(letter -> entities.persist(new LetterEntity(box.next(), letter)));
        return letters.subList(room, letters.size());
    }

    /**
     * The oldest first.
     *
     * @param after the number to go on behind, 0 to begin
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<KeptLetter> page(Jid owner, long after, int max) {
        return entities
                .createQuery(
                        "select l from LetterEntity l where l.key.owner = :owner and l.key.number > :after"
                                + " order by l.key.number",
                        LetterEntity.class)
                .setParameter("owner", AccountKey.of(owner))
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(LetterEntity::kept)
                .toList();
    }

    /** Those up to that number; says how many there were. */
    public int delete(Jid owner, long upTo) {
        var key = AccountKey.of(owner);
        var box = key.locked(entities, BoxEntity.class, BoxEntity::new);
        if (box.isEmpty()) {
            return 0;
        }
        int count = entities.createQuery(
                        "delete from LetterEntity l where l.key.owner = :owner and l.key.number <= :upTo")
                .setParameter("owner", key)
                .setParameter("upTo", upTo)
                .executeUpdate();
        box.get().taken(count);
        return count;
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public int count(Jid owner) {
        var box = entities.find(BoxEntity.class, AccountKey.of(owner));
        return box == null ? 0 : box.letters();
    }
}
