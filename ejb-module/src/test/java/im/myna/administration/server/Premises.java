package im.myna.administration.server;

import im.myna.adjustment.Adapter;
import im.myna.adjustment.Adjustments;
import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.jid.Jid;
import im.myna.settings.LiveSettings;
import im.myna.settings.Settings;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import im.myna.store.account.Role;
import im.myna.store.audit.AuditEntry;
import im.myna.store.audit.AuditSearch;
import im.myna.store.measure.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** What governs the server itself, on a real database. */
final class Premises implements AutoCloseable {
    static final Path DATA = Path.of("target", "premises");
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Actor ADMIN = actor(Role.ADMIN);
    static final Actor AUDITOR = actor(Role.AUDITOR);
    static final Actor CHIEF = actor(Role.DOMAIN_ADMIN);
    static final Actor USER = actor(Role.USER);

    private final StoresExtension stores = new StoresExtension(Engine.H2);
    private final WeldContainer container = new Weld()
            .disableDiscovery()
            .addBeanClasses(
                    ServerSettings.class,
                    Adjustments.class,
                    Adapter.class,
                    Chronicle.class,
                    Journal.class,
                    LogLevels.class,
                    Certificates.class,
                    Cautions.class,
                    DatabaseState.class,
                    Pool.class)
            .addExtensions(stores, new Lent())
            .initialize();

    private static Actor actor(Role role) {
        return new Actor(Jid.of("somebody@im.example.com"), role, true, "192.0.2.1");
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    Settings settings() {
        return bean(LiveSettings.class).now();
    }

    Database database() {
        return stores.database();
    }

    /** What was done, the last first. */
    List<AuditEntry> deeds() {
        return bean(Chronicle.class).page(ADMIN, AuditSearch.ALL, Long.MAX_VALUE, 100);
    }

    @Override
    public void close() {
        container.shutdown();
    }

    // CDI calls the observer.
    @SuppressWarnings("UnusedMethod")
    private static final class Lent implements Extension {
        void lend(@Observes AfterBeanDiscovery discovery) {
            var told = Map.of("myna.domain", "im.example.com", "myna.data", DATA.toString());
            var settings = Settings.read(key -> Optional.ofNullable(told.get(key)));
            discovery.addBean().types(Settings.class).scope(Singleton.class).createWith(context -> settings);
            discovery
                    .addBean()
                    .types(Clock.class)
                    .scope(Singleton.class)
                    .createWith(context -> Clock.fixed(NOW, ZoneOffset.UTC));
        }
    }
}
