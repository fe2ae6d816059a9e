package im.myna.store.token;

import im.myna.jid.Jid;
import im.myna.store.account.AccountKey;
import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The access tokens of all accounts. */
@Stateless
@Interceptors(Timed.class)
public class TokenStore {
    /** How many one account may have. */
    public static final int MAX = 50;

    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public TokenStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected TokenStore() {
        this(null);
    }

    /**
     * Those of its owner that have expired when it is created make room. False when he has {@value #MAX} others, or there is no such
     * account.
     *
     * @param digest the SHA-256 of the token
     */
    public boolean add(AccessToken token, byte[] digest) {
        var owner = AccountKey.of(token.owner());
        if (!owner.lock(entities)) {
            return false;
        }
        entities.createQuery("delete from TokenEntity t where t.owner = :owner and t.expires <= :now")
                .setParameter("owner", owner)
                .setParameter("now", token.created())
                .executeUpdate();
        if (of(token.owner()).size() >= MAX) {
            return false;
        }
        entities.persist(new TokenEntity(token, digest));
        return true;
    }

    /** One that has expired, too. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<AccessToken> find(byte[] digest) {
        return entities
                .createQuery("select t from TokenEntity t where t.digest = :digest", TokenEntity.class)
                .setParameter("digest", digest)
                .getResultList()
                .stream()
                .map(TokenEntity::token)
                .findFirst();
    }

    /** The oldest first, those that have expired, too. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<AccessToken> of(Jid owner) {
        return entities
                .createQuery(
                        "select t from TokenEntity t where t.owner = :owner order by t.created, t.id",
                        TokenEntity.class)
                .setParameter("owner", AccountKey.of(owner))
                .getResultList()
                .stream()
                .map(TokenEntity::token)
                .toList();
    }

    /** False when the owner has none with that id. */
    public boolean remove(Jid owner, String id) {
        return entities.createQuery("delete from TokenEntity t where t.owner = :owner and t.id = :id")
                        .setParameter("owner", AccountKey.of(owner))
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Writes a row: whoever is asked often says it only when {@link AccessToken#used} is some minutes ago. */
    public void used(String id, Instant at) {
        entities.createQuery("update TokenEntity t set t.used = :at where t.id = :id and t.used < :at")
                .setParameter("id", id)
                .setParameter("at", at)
                .executeUpdate();
    }
}
