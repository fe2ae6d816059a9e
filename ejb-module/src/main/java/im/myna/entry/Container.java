package im.myna.entry;

import im.myna.settings.LiveSettings;
import im.myna.settings.Settings;
import im.myna.settings.Sources;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the application server lends to the beans. The executors are ours, on its threads: the server's default executor has no
 * bound, and Payara 6 does not find those that an application defines by annotation.
 */
@ApplicationScoped
public class Container {
    /** Told by the launcher, as "key=where", with spaces between. */
    private static final String ORIGINS = "myna.told.origins";

    /** Where there is no launcher, settings are said to the application server. */
    private static final String OTHER = "application-server";

    private static final int WORKERS = 24;
    private static final int IDLE_SECONDS = 60;

    @Resource
    private ManagedThreadFactory threads;

    private ThreadPoolExecutor executor;
    private ScheduledThreadPoolExecutor timer;

    @Produces
    @Singleton
    Workers workers() {
        // Its queue is bounded by the number of streams: each has at most one task in it.
        executor = new ThreadPoolExecutor(
                WORKERS, WORKERS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        executor.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(1, threads);
        timer.setRemoveOnCancelPolicy(true);
        return new Workers(executor, timer);
    }

    /** What is waiting is dropped; what is being done is finished, as its peer may have been promised. */
    @PreDestroy
    void close() {
        if (executor != null) {
            timer.shutdownNow();
            executor.shutdown();
        }
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Settings settings(Sources sources) {
        return sources.with(Map.of());
    }

    @Produces
    @Singleton
    LiveSettings liveSettings(Settings begun) {
        return new LiveSettings(begun);
    }

    @Produces
    @Singleton
    Sources sources() {
        var config = ConfigProvider.getConfig();
        var origins = origins(config.getOptionalValue(ORIGINS, String.class).orElse(""));
        return new Sources(
                key -> config.getOptionalValue(key, String.class),
                // The launcher tells all of them as system properties, and which came from where.
                key -> origins.isEmpty() ? OTHER : origins.getOrDefault(key, ""));
    }

    private static Map<String, String> origins(String told) {
        return Arrays.stream(told.split(" ", -1))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }
}
