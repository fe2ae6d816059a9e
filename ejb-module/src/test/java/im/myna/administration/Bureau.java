package im.myna.administration;

import im.myna.jid.Jid;
import im.myna.settings.Settings;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Tokens and the chronicle on a real database, at a time that can be set. */
final class Bureau implements AutoCloseable {
    static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    private final Watch watch = new Watch();
    private final WeldContainer container = new Weld()
            .disableDiscovery()
            .addBeanClasses(Tokens.class, Passes.class, Admissions.class, Chronicle.class)
            .addExtensions(new StoresExtension(Engine.H2), new Lent(watch))
            .initialize();

    /** Makes the account of somebody. */
    Actor actor(String jid, Role role) {
        var account = new Account(Jid.of(jid), role, List.of(), NOW);
        bean(AccountStore.class).add(account);
        return new Actor(account.jid(), role, true, "192.0.2.1");
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    void pass(Duration time) {
        watch.now = watch.now.plus(time);
    }

    @Override
    public void close() {
        container.shutdown();
    }

    private static final class Watch extends Clock {
        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("instants only");
        }
    }

    // CDI calls the observer.
    @SuppressWarnings("UnusedMethod")
    private record Lent(Clock clock) implements Extension {
        void lend(@Observes AfterBeanDiscovery discovery) {
            discovery.addBean().types(Clock.class).scope(Singleton.class).createWith(context -> clock);
            discovery.addBean().types(Settings.class).createWith(context -> Settings.defaults());
        }
    }
}
