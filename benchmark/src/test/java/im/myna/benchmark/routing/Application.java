package im.myna.benchmark.routing;

import im.myna.entry.Container;
import im.myna.entry.Workers;
import im.myna.settings.Settings;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** All beans of the server, with an empty database. */
// CDI calls the observers.
@SuppressWarnings("UnusedMethod")
final class Application implements Extension {
    static final String DOMAIN = "im.example.com";

    static WeldContainer start() {
        return new Weld()
                .addExtensions(new StoresExtension(Engine.H2), new Application())
                .initialize();
    }

    void container(@Observes ProcessAnnotatedType<Container> type) {
        type.veto();
    }

    /** What an application server would lend. */
    void lend(@Observes AfterBeanDiscovery discovery) {
        var threads = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "worker");
            thread.setDaemon(true);
            return thread;
        });
        var settings = Settings.read(key -> key.equals("myna.domain") ? Optional.of(DOMAIN) : Optional.empty());
        discovery.addBean().types(Settings.class).scope(Singleton.class).createWith(context -> settings);
        discovery.addBean().types(Clock.class).scope(Singleton.class).createWith(context -> Clock.systemUTC());
        discovery
                .addBean()
                .types(Workers.class)
                .scope(Singleton.class)
                .createWith(context -> new Workers(threads, threads));
    }
}
