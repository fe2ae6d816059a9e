package im.myna.entry;

import im.myna.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the application server lends to the beans. */
@ApplicationScoped
public class Container {
    @Resource
    private ManagedScheduledExecutorService executor;

    @Produces
    @Workers
    @Singleton
    ScheduledExecutorService workers() {
        return executor;
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
