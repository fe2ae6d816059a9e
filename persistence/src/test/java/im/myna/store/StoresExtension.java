package im.myna.store;

import im.myna.figures.Figures;
import im.myna.settings.LiveSettings;
import im.myna.settings.Settings;
import im.myna.settings.Sources;
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
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/**
 * Makes the stores injectable in CDI without an EJB container, on a database that is empty when CDI starts. Every stateless
 * session bean becomes application-scoped, its methods transactional:
 *
 * <pre>
 * new Weld().addExtension(new StoresExtension(Engine.H2))
 * </pre>
 *
 * <p>All containers of one process share the database of the engine; they run one after the other.
 */
public final class StoresExtension implements Extension {
    private static final List<Class<?>> STORES = List.of(
            AccountStore.class,
            RosterStore.class,
            OfflineStore.class,
            LastPresenceStore.class,
            VCardStore.class,
            SecretStore.class,
            TokenStore.class,
            AuditStore.class,
            GroupStore.class,
            SettingStore.class,
            Inventory.class,
            NoticeStore.class,
            PortableStore.class);

    /** The transactions are those of the entity manager; of others there is nothing to say. */
    private static final TransactionSynchronizationRegistry NO_JTA =
            (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                    StoresExtension.class.getClassLoader(),
                    new Class<?>[] {TransactionSynchronizationRegistry.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("getTransactionStatus") ? Status.STATUS_NO_TRANSACTION : null);

    private final Database database;
    private final Sources sources;

    /** Where no file says anything. */
    public StoresExtension(Engine engine) {
        this(engine, new Sources(key -> Optional.empty(), key -> ""));
    }

    /** @param sources of the settings of the test */
    public StoresExtension(Engine engine, Sources sources) {
        database = engine.empty();
        this.sources = sources;
    }

    public Database database() {
        return database;
    }

    void bind(@Observes BeforeBeanDiscovery discovery) {
        discovery.addInterceptorBinding(InTransaction.class);
        discovery.addAnnotatedType(InTransactionInterceptor.class, InTransactionInterceptor.class.getName());
        STORES.forEach(store -> discovery.addAnnotatedType(store, store.getName()));
    }

    void stateless(@Observes @WithAnnotations(Stateless.class) ProcessAnnotatedType<?> type) {
        if (type.getAnnotatedType().getJavaClass() == Migration.class) {
            type.veto();
        } else {
            type.configureAnnotatedType()
                    .remove(annotation -> annotation.annotationType() == Stateless.class)
                    .add(ApplicationScoped.Literal.INSTANCE)
                    .add(new AnnotationLiteral<InTransaction>() {});
        }
    }

    void container(@Observes ProcessAnnotatedType<ContainerResources> type) {
        type.veto();
    }

    void resources(@Observes AfterBeanDiscovery discovery) {
        discovery
                .addBean()
                .types(EntityManager.class)
                .scope(ApplicationScoped.class)
                .createWith(context -> database.entities());
        discovery.addBean().types(Database.class).createWith(context -> database);
        discovery
                .addBean()
                .types(TransactionSynchronizationRegistry.class)
                .scope(Singleton.class)
                .createWith(context -> NO_JTA);
        // Those of the test, which nobody changed.
        discovery
                .addBean()
                .types(LiveSettings.class)
                .scope(Singleton.class)
                .produceWith(
                        beans -> new LiveSettings(beans.select(Settings.class).get()));
        discovery.addBean().types(Sources.class).scope(Singleton.class).createWith(context -> sources);
        discovery.addBean().types(Figures.class).scope(Singleton.class).createWith(context -> new Figures());
    }
}
