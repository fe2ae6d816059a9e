package im.myna.company;

import im.myna.directory.Town;
import im.myna.entry.Container;
import im.myna.entry.Workers;
import im.myna.jid.Jid;
import im.myna.negotiation.Elsewhere.Answer;
import im.myna.settings.Settings;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.directory.DirectoryStore;
import im.myna.store.directory.KeptDefinition;
import im.myna.store.directory.KeptPerson;
import im.myna.store.directory.PeopleStore;
import im.myna.store.directory.Round;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** The beans that know of directories, on a real database, and the directory of Verona. */
final class Firm implements AutoCloseable {
    static final String DOMAIN = "verona.example";

    private final Town town = new Town();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(2);
    private final WeldContainer container;

    /** The server was told these settings besides. */
    Firm(Map<String, String> differences) {
        var settings =
                Settings.read(key -> Optional.ofNullable(key.equals("myna.domain") ? DOMAIN : differences.get(key)));
        container = new Weld()
                .addExtensions(new StoresExtension(Engine.H2), new Lent(settings, new Workers(workers, workers)))
                .initialize();
    }

    Town town() {
        return town;
    }

    /** The directory is put into service, with these things said besides. */
    void opens(String... more) {
        bean(DirectoryStore.class).put(new KeptDefinition("verona", town.values(more), "admin", Instant.EPOCH));
        bean(LdapDirectories.class).load();
    }

    /** A round, however the directory is. */
    Round follows() throws Exception {
        var branch = bean(LdapDirectories.class).of(DOMAIN).orElseThrow();
        return bean(Rounds.class).begin(branch, true).get(20, TimeUnit.SECONDS).orElseThrow();
    }

    Answer asks(String username, String password) throws Exception {
        return bean(DirectoryLogin.class)
                .ask(jid(username), password)
                .get(20, TimeUnit.SECONDS)
                .get();
    }

    Optional<Account> account(String username) {
        return bean(AccountStore.class).find(jid(username));
    }

    Optional<KeptPerson> person(String username) {
        return bean(PeopleStore.class).find(jid(username));
    }

    static Jid jid(String username) {
        return Jid.of(username, DOMAIN, "");
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    @Override
    public void close() {
        container.shutdown();
        workers.shutdownNow();
        town.close();
    }

    // CDI calls the observer.
    @SuppressWarnings("UnusedMethod")
    private record Lent(Settings settings, Workers workers) implements Extension {
        void container(@Observes ProcessAnnotatedType<Container> type) {
            type.veto();
        }

        void lend(@Observes AfterBeanDiscovery discovery) {
            discovery.addBean().types(Settings.class).scope(Singleton.class).createWith(context -> settings);
            discovery.addBean().types(Workers.class).scope(Singleton.class).createWith(context -> workers);
            discovery.addBean().types(Clock.class).scope(Singleton.class).createWith(context -> Clock.systemUTC());
        }
    }
}
