package im.myna.entry;

import im.myna.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the application server lends to the beans. */
@ManagedExecutorDefinition(name = Container.EXECUTOR, maxAsync = 24)
@ManagedScheduledExecutorDefinition(name = Container.TIMER, maxAsync = 1)
@ApplicationScoped
public class Container {
    static final String EXECUTOR = "java:app/concurrent/myna-workers";
    static final String TIMER = "java:app/concurrent/myna-timer";

    @Resource(lookup = EXECUTOR)
    private ManagedExecutorService executor;

    @Resource(lookup = TIMER)
    private ManagedScheduledExecutorService timer;

    @Produces
    @Singleton
    Workers workers() {
        return new Workers(executor, timer);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Settings settings() {
        var config = ConfigProvider.getConfig();
        return Settings.read(key -> config.getOptionalValue(key, String.class));
    }
}
