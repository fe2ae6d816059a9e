package im.myna.store;

import im.myna.store.account.AccountStore;
import im.myna.store.audit.AuditStore;
import im.myna.store.group.GroupStore;
import im.myna.store.inventory.Inventory;
import im.myna.store.notice.NoticeStore;
import im.myna.store.offline.OfflineStore;
import im.myna.store.portable.PortableStore;
import im.myna.store.presence.LastPresenceStore;
import im.myna.store.roster.RosterStore;
import im.myna.store.secret.SecretStore;
import im.myna.store.setting.SettingStore;
import im.myna.store.token.TokenStore;
import im.myna.store.vcard.VCardStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.engine.jdbc.connections.internal.DriverManagerConnectionProviderImpl;

/**
 * The stores outside of a container, for commands and tests. What is done with them stands in a {@link #transaction}:
 *
 * <pre>
 * try (var database = Database.open(url, user, password)) {
 *     database.transaction(() -&gt; database.accounts().add(account));
 * }
 * </pre>
 */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 10;

    private final EntityManagerFactory factory;
    // Set from the beginning of the thread's transaction to the end. Not static: each database has its own
    // transactions.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

    private final EntityManager entities = (EntityManager) Proxy.newProxyInstance(
            Database.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                try {
                    return method.invoke(bound(), arguments);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            });

    private Database(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** With the tables brought up to date. */
    public static Database open(String url, String user, String password) {
        Migration.run(url, user, password);
        return new Database(Persistence.createEntityManagerFactory(
                "myna",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jdbc.url",
                        url,
                        "jakarta.persistence.jdbc.user",
                        user,
                        "jakarta.persistence.jdbc.password",
                        password,
                        "hibernate.connection.provider_class",
                        DriverManagerConnectionProviderImpl.class.getName(),
                        "hibernate.connection.pool_size",
                        CONNECTIONS)));
    }

    public AccountStore accounts() {
        return new AccountStore(entities);
    }

    public RosterStore rosters() {
        return new RosterStore(entities);
    }

    public OfflineStore offline() {
        return new OfflineStore(entities);
    }

    public LastPresenceStore lastPresences() {
        return new LastPresenceStore(entities);
    }

    public SecretStore secrets() {
        return new SecretStore(entities);
    }

    public TokenStore tokens() {
        return new TokenStore(entities);
    }

    public AuditStore audits() {
        return new AuditStore(entities);
    }

    public PortableStore portable() {
        return new PortableStore(entities);
    }

    public GroupStore groups() {
        return new GroupStore(entities);
    }

    public SettingStore settings() {
        return new SettingStore(entities);
    }

    public Inventory inventory() {
        return new Inventory(entities);
    }

    public VCardStore vcards() {
        return new VCardStore(entities);
    }

    public NoticeStore notices() {
        return new NoticeStore(entities);
    }

    /** Each thread's own, while it is in a transaction. */
    EntityManager entities() {
        return entities;
    }

    /** Commits what the work did, or nothing of it when it throws. Within another transaction it is a part of that one. */
    public <T> T transaction(Supplier<T> work) {
        if (current.get() != null) {
            return work.get();
        }
        try (var manager = factory.createEntityManager()) {
            current.set(manager);
            return run(manager, work);
        } finally {
            current.remove();
        }
    }

    private static <T> T run(EntityManager manager, Supplier<T> work) {
        var transaction = manager.getTransaction();
        transaction.begin();
        try {
            var result = work.get();
            if (transaction.getRollbackOnly()) {
                transaction.rollback();
            } else {
                transaction.commit();
            }
            return result;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        }
    }

    /** Throws when the tables lack something that the entities have. */
    void validate() {
        factory.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
    }

    private EntityManager bound() {
        var manager = current.get();
        if (manager == null) {
            throw new IllegalStateException("a store is used outside of a transaction");
        }
        return manager;
    }

    @Override
    public void close() {
        factory.close();
    }
}
