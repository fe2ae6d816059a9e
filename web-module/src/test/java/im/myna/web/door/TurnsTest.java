package im.myna.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final Turns turns = new Turns(pool);

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @Test
    void theyComeInOrderAndNeverTwoAtOnce() throws InterruptedException {
        var seen = new ArrayList<Integer>();
        var inside = new AtomicInteger();
        var together = new AtomicInteger();
        var done = new CountDownLatch(10_000);
        for (int i = 0; i < 10_000; i++) {
            int number = i;
            turns.execute(() -> {
                together.accumulateAndGet(inside.incrementAndGet(), Math::max);
                seen.add(number);
                inside.decrementAndGet();
                done.countDown();
            });
        }
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
        assertThat(together).hasValue(1);
    }

    @Test
    void whatIsAskedForInATurnComesAfterIt() throws InterruptedException {
        var seen = new ArrayList<String>();
        var done = new CountDownLatch(1);
        turns.execute(() -> {
            turns.execute(() -> {
                seen.add("second");
                done.countDown();
            });
            seen.add("first");
        });
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).isEqualTo(List.of("first", "second"));
    }

    @Test
    void oneThatFailsDoesNotEndThem() throws InterruptedException {
        var done = new CountDownLatch(1);
        turns.execute(() -> {
            throw new IllegalStateException("a bug, on purpose");
        });
        turns.execute(done::countDown);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aClosedPoolIsTheEndAndNoError() {
        pool.shutdownNow();
        turns.execute(() -> {
            throw new AssertionError("nobody runs that");
        });
    }
}
