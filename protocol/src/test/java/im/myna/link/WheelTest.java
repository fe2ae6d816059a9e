package im.myna.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WheelTest {
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final Wheel wheel = new Wheel(loop);
    private final List<String> met = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        loop.shutdownNow();
    }

    private final class Named extends Wheel.Deadline {
        private final String name;
        private final BiConsumer<Named, Long> then;

        Named(String name, BiConsumer<Named, Long> then) {
            this.name = name;
            this.then = then;
        }

        @Override
        protected void due(long now) {
            met.add(name);
            then.accept(this, now);
        }
    }

    private Named named(String name) {
        return new Named(name, (it, now) -> {});
    }

    private <T> T onLoop(Callable<T> what) throws Exception {
        return loop.submit(what).get();
    }

    private void onLoop(Runnable what) throws Exception {
        loop.submit(what).get();
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        var deadline = in(10_000);
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static long in(int millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void deadlinesAreMetInTime() throws Exception {
        long start = System.nanoTime();
        onLoop(() -> {
            wheel.set(named("late"), in(400));
            wheel.set(named("early"), in(100));
        });
        until(() -> met.size() == 2);
        assertThat(met).containsExactly("early", "late");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void oneThatIsPastIsMetAtOnce() throws Exception {
        onLoop(() -> wheel.set(named("past"), System.nanoTime() - TimeUnit.HOURS.toNanos(1)));
        until(() -> met.size() == 1);
    }

    @Test
    void oneBeyondALapIsNotMetOnTheFirst() throws Exception {
        var far = named("far");
        onLoop(() -> {
            wheel.set(far, System.nanoTime() + Wheel.TICK * 1024 + TimeUnit.MILLISECONDS.toNanos(100));
            wheel.set(named("near"), in(200));
        });
        until(() -> met.size() == 1);
        assertThat(met).containsExactly("near");
        assertThat(onLoop(far::waiting)).isTrue();
    }

    @Test
    void settingAnewReplacesTheEarlierDeadline() throws Exception {
        onLoop(() -> {
            var it = named("moved");
            wheel.set(it, in(50));
            wheel.set(it, in(300));
            wheel.set(named("other"), in(150));
        });
        until(() -> met.size() == 2);
        assertThat(met).containsExactly("other", "moved");
    }

    @Test
    void aRemovedDeadlineIsNotMet() throws Exception {
        onLoop(() -> {
            var it = named("removed");
            wheel.set(it, in(20));
            wheel.remove(it);
            wheel.remove(it);
            wheel.set(named("other"), in(100));
        });
        until(() -> met.size() == 1);
        assertThat(met).containsExactly("other");
    }

    @Test
    void whatIsDueMaySetItselfAndRemoveOthers() throws Exception {
        var done = new CountDownLatch(3);
        var victim = new AtomicReference<Wheel.Deadline>();
        onLoop(() -> {
            long due = in(100);
            wheel.set(
                    new Named("again", (it, now) -> {
                        wheel.remove(victim.get());
                        done.countDown();
                        if (done.getCount() > 0) {
                            wheel.set(it, now + Wheel.TICK);
                        }
                    }),
                    due);
            victim.set(named("victim"));
            wheel.set(victim.get(), due);
        });
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(met).containsExactly("again", "again", "again");
    }

    @Test
    void aWheelThatWasEmptyTurnsAgain() throws Exception {
        onLoop(() -> wheel.set(named("first"), in(20)));
        until(() -> met.size() == 1);
        onLoop(() -> wheel.set(named("second"), in(20)));
        until(() -> met.size() == 2);
    }
}
