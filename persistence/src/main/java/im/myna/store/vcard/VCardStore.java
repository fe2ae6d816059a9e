package im.myna.store.vcard;

import im.myna.jid.Jid;
import im.myna.store.account.AccountKey;
import im.myna.store.measure.Timed;
import im.myna.vcard.VCard;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** The cards of the accounts. */
@Stateless
@Interceptors(Timed.class)
public class VCardStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public VCardStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected VCardStore() {
        this(null);
    }

    /** In place of what was kept before. False when there is no such account. */
    public boolean keep(Jid owner, VCard card) {
        var row = AccountKey.of(owner).locked(entities, VCardEntity.class, VCardEntity::new);
        row.ifPresent(entity -> entity.become(card));
        return row.isPresent();
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<VCard> find(Jid owner) {
        return Optional.ofNullable(entities.find(VCardEntity.class, AccountKey.of(owner)))
                .map(VCardEntity::card);
    }

    /** The hash of the photo, without reading the photo: the empty text when the card has none, nothing when there is no card. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<String> photoHash(Jid owner) {
        return entities.createQuery("select c.photoHash from VCardEntity c where c.key = :key", String.class)
                .setParameter("key", AccountKey.of(owner))
                .getResultStream()
                .findFirst();
    }

    /** False when there is none. */
    public boolean remove(Jid owner) {
        return entities.createQuery("delete from VCardEntity c where c.key = :key")
                        .setParameter("key", AccountKey.of(owner))
                        .executeUpdate()
                == 1;
    }
}
