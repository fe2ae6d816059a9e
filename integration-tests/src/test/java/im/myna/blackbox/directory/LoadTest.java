package im.myna.blackbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.RawClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many log in at once, and a directory hangs: how long others wait. The figures are printed. */
class LoadTest {
    private static final int AT_ONCE = 16;
    private static final int LOGINS = 1000;
    private static final int PINGS = 500;

    @TempDir
    private static Path folder;

    private static Works works;

    @BeforeAll
    static void start() throws Exception {
        works = new Works(folder, "cache-seconds", "0", "sync-seconds", "0", "response-seconds", "3");
    }

    @AfterAll
    static void stop() {
        if (works != null) {
            works.close();
        }
    }

    private static RawClient login(int person) {
        return RawClient.login(works.here(), Company.uid(person), Company.password(person), "load");
    }

    /** So many times, by so many at once. @return how many in a second */
    private static double rate(int times, Callable<Boolean> work) throws Exception {
        var left = new AtomicInteger(times);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        long begun = System.nanoTime();
        try {
            var workers = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < AT_ONCE; i++) {
                workers.add(() -> {
                    while (left.getAndDecrement() > 0) {
                        work.call();
                    }
                    return true;
                });
            }
            for (var done : pool.invokeAll(workers)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        return times / (Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
    }

    @Test
    void everybodyComesInTheMorning() throws Exception {
        var next = new AtomicInteger();
        for (var round : List.of("first, which makes the accounts", "second", "third")) {
            next.set(0);
            double rate = rate(LOGINS, () -> {
                login(next.getAndIncrement()).close();
                return true;
            });
            System.out.printf("log-ins by slapd, %s: %.0f per second%n", round, rate);
            assertThat(rate).isGreaterThan(10);
        }
    }

    @Test
    void othersDoNotWaitForADirectoryThatHangs() throws Exception {
        try (var juliet = login(1)) {
            pings(juliet);
            var before = pings(juliet);
            works.slapd().hang();
            var going = new AtomicBoolean(true);
            var strangers = Executors.newFixedThreadPool(AT_ONCE);
            try {
                for (int i = 0; i < AT_ONCE; i++) {
                    strangers.execute(() -> {
                        while (going.get()) {
                            isToldToComeLater();
                        }
                    });
                }
                var during = pings(juliet);
                System.out.printf("ping, p50 and p99 in ms: before %s, while the directory hangs %s%n", before, during);
                assertThat(during.get(1)).isLessThan(1000);
            } finally {
                going.set(false);
                strangers.shutdownNow();
                works.slapd().wakeUp();
            }
            assertThat(strangers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            Works.eventually(LoadTest::isLetIn);
        }
    }

    private static void isToldToComeLater() {
        try {
            login(2).close();
        } catch (AssertionError e) {
            assertThat(e).hasMessageContaining("temporary-auth-failure");
        }
    }

    private static boolean isLetIn() {
        try {
            login(3).close();
            return true;
        } catch (AssertionError e) {
            assertThat(e).hasMessageContaining("temporary-auth-failure");
            return false;
        }
    }

    /** The median and the slowest hundredth. */
    private static List<Double> pings(RawClient client) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < PINGS; i++) {
            long begun = System.nanoTime();
            client.ping();
            times.add((System.nanoTime() - begun) / 1e6);
        }
        times.sort(null);
        return List.of(round(times.get(PINGS / 2)), round(times.get(PINGS * 99 / 100)));
    }

    private static double round(double millis) {
        return Math.round(millis * 100) / 100.0;
    }
}
