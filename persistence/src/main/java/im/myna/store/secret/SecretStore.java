package im.myna.store.secret;

import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;

/** The secrets of the server. */
@Stateless
@Interceptors(Timed.class)
public class SecretStore {
    /** The row that the migration made, for everybody who makes a secret to lock. */
    private static final String LOCK = "";

    private final SecureRandom random = new SecureRandom();

    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public SecretStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected SecretStore() {
        this(null);
    }

    /**
     * The same bytes at every call, made at random at the first.
     *
     * @param name of at most 100 characters
     */
    public byte[] secret(String name, int length) {
        var known = entities.find(SecretEntity.class, name);
        if (known != null) {
            return known.content();
        }
        entities.find(SecretEntity.class, LOCK, LockModeType.PESSIMISTIC_WRITE);
        var other = entities.find(SecretEntity.class, name);
        if (other != null) {
            return other.content();
        }
        var content = new byte[length];
        random.nextBytes(content);
        entities.persist(new SecretEntity(name, content));
        return content.clone();
    }
}
