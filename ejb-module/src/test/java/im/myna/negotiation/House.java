package im.myna.negotiation;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.session.Expulsions;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** The beans of a negotiation on a real database, with a clock that can be set. */
final class House implements AutoCloseable {
    static final String DOMAIN = "im.example.com";
    static final String PASSWORD = "R0m30+Jul13t";
    private static final int ITERATIONS = 4096;

    private final HandClock clock = new HandClock();
    private final Settings settings;
    private final WeldContainer container;

    /** With settings that differ from the defaults. */
    House(Map<String, String> differences) {
        var values = new HashMap<>(Map.of("myna.domain", DOMAIN, "myna.login.iterations", String.valueOf(ITERATIONS)));
        values.putAll(differences);
        settings = Settings.read(key -> Optional.ofNullable(values.get(key)));
        container = new Weld()
                .disableDiscovery()
                .addBeanClasses(
                        Negotiations.class, Passwords.class, Credentials.class, Sessions.class, Expulsions.class)
                .addExtensions(new StoresExtension(Engine.H2), new Lent(settings, clock))
                .initialize();
    }

    Jid account(String username) {
        return account(username, ScramVerifier.all(PASSWORD, ITERATIONS));
    }

    Jid account(String username, List<ScramVerifier> verifiers) {
        return account(Jid.of(username, DOMAIN, ""), verifiers);
    }

    private Jid account(Jid jid, List<ScramVerifier> verifiers) {
        container.select(AccountStore.class).get().add(new Account(jid, Role.USER, verifiers, Instant.EPOCH));
        return jid;
    }

    /** The same at another domain. */
    Jid account(Jid jid) {
        return account(jid, ScramVerifier.all(PASSWORD, ITERATIONS));
    }

    void lock(Jid jid, Lock lock) {
        container.select(AccountStore.class).get().changeLock(jid, lock);
    }

    Expulsions expulsions() {
        return container.select(Expulsions.class).get();
    }

    /** Does something to the database behind everybody's back. */
    void sql(String statement) {
        var database = container.select(Database.class).get();
        database.transaction(() -> container
                .select(EntityManager.class)
                .get()
                .createNativeQuery(statement)
                .executeUpdate());
    }

    /** Somebody at the door. */
    Visitor visitor() {
        return new Visitor(this);
    }

    Negotiations negotiations() {
        return container.select(Negotiations.class).get();
    }

    Passwords passwords() {
        return container.select(Passwords.class).get();
    }

    Settings settings() {
        return settings;
    }

    HandClock clock() {
        return clock;
    }

    @Override
    public void close() {
        container.shutdown();
    }

    // CDI calls the observer.
    @SuppressWarnings("UnusedMethod")
    private record Lent(Settings settings, Clock clock) implements Extension {
        void lend(@Observes AfterBeanDiscovery discovery) {
            discovery.addBean().types(Settings.class).scope(Singleton.class).createWith(context -> settings);
            discovery.addBean().types(Clock.class).scope(Singleton.class).createWith(context -> clock);
        }
    }
}
