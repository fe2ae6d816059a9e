package im.myna.entry;

import im.myna.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the application server lends to the beans. */
@ApplicationScoped
public class Container {
    static final String EXECUTOR = "java:app/concurrent/myna-workers";
    static final String TIMER = "java:app/concurrent/myna-timer";

    // COMPAT Payara 6: with a resource annotation, it refuses the application, because it looks before it makes the executors.
    @SuppressWarnings("BanJNDI") // The names are constants.
    @Produces
    @Singleton
    Workers workers() throws NamingException {
        return new Workers(InitialContext.doLookup(EXECUTOR), InitialContext.doLookup(TIMER));
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
