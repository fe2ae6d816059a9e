package im.myna.administration.setup;

import im.myna.adjustment.Adapter;
import im.myna.administration.Chronicle;
import im.myna.administration.Passes;
import im.myna.administration.heritage.Heritage;
import im.myna.administration.server.Shutdown;
import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.settings.AdapterMXBean;
import im.myna.settings.Settings;
import im.myna.settings.Sources;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A server that was told as much as a test says, on a real database, with an adapter and a launcher of the test. */
final class Beginner {
    private final Sources sources;
    private final StoresExtension stores;
    private final Ear ear = new Ear();
    private WeldContainer container;

    /** @param told what is said of the settings when it starts */
    Beginner(Map<String, String> told) {
        sources = new Sources(key -> Optional.ofNullable(told.get(key)), key -> "file");
        stores = new StoresExtension(Engine.H2, sources);
    }

    /** Again, when it runs. */
    Setup start() {
        stop();
        container = new Weld()
                .disableDiscovery()
                .addBeanClasses(Setup.class, Heritage.class, Chronicle.class, Passes.class)
                .addExtensions(stores, new Lent(sources, ear))
                .initialize();
        return bean(Setup.class);
    }

    void stop() {
        if (container != null) {
            container.shutdown();
            container = null;
        }
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    /** What the adapter was given to keep. */
    List<String> kept() {
        return ear.kept;
    }

    /** Administrators, all with the same password. */
    void has(Jid... jids) {
        for (var jid : jids) {
            var verifiers = ScramVerifier.all("the printed one", 4096);
            inDatabase(accounts -> accounts.add(new Account(jid, Role.ADMIN, verifiers, Instant.EPOCH)));
        }
    }

    void loses(Jid jid) {
        inDatabase(accounts -> accounts.remove(jid));
    }

    Optional<Account> account(Jid jid) {
        return inDatabase(accounts -> accounts.find(jid));
    }

    private <T> T inDatabase(Function<AccountStore, T> work) {
        var database = stores.database();
        return database.transaction(() -> work.apply(database.accounts()));
    }

    /** What the adapter does with a certificate. */
    @Vetoed
    static final class Ear implements AdapterMXBean {
        final List<String> kept = new ArrayList<>();

        @Override
        public void change(Map<String, String> changed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> getCertificates() {
            return Map.of();
        }

        @Override
        public Map<String, String> getCertificateFiles() {
            return Map.of();
        }

        @Override
        public void install(String domain, String chain, String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void check(String domain, String chain, String key) {
            if (chain.equals("foreign")) {
                throw new IllegalArgumentException("it is for others");
            }
        }

        @Override
        public void keep(String domain, String chain, String key) {
            kept.add(domain + " " + chain + " " + key);
        }

        @Override
        public void renew() {
            throw new UnsupportedOperationException();
        }
    }

    /** What the rest of the server would be. */
    // CDI calls it.
    @SuppressWarnings("UnusedMethod")
    private record Lent(Sources sources, Ear ear) implements Extension {
        void lend(@Observes AfterBeanDiscovery discovery) {
            var settings = sources.with(Map.of());
            discovery.addBean().types(Settings.class).scope(Singleton.class).createWith(context -> settings);
            discovery.addBean().types(Shutdown.class).scope(Singleton.class).createWith(context -> new Doors());
            discovery.addBean().types(Clock.class).scope(Singleton.class).createWith(context -> Clock.systemUTC());
            discovery.addBean().types(Adapter.class).scope(Singleton.class).createWith(context -> new Adapter() {
                @Override
                public List<AdapterMXBean> ears() {
                    return List.of(ear);
                }
            });
        }
    }

    /** There is no launcher in a test. */
    @Vetoed
    private static final class Doors extends Shutdown {
        @Override
        public boolean isPossible() {
            return false;
        }

        @Override
        public boolean canRestart() {
            return false;
        }
    }
}
