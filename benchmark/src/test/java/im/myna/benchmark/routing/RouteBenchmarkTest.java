package im.myna.benchmark.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is measured does happen. */
class RouteBenchmarkTest {
    @Test
    void everyMessageReachesTheReceiver() {
        var benchmark = new RouteBenchmark();
        benchmark.begin();
        try {
            long one = benchmark.toAFullAddress();
            assertThat(one).isBetween(400L, 500L);
            assertThat(benchmark.toAFullAddress()).isEqualTo(2 * one);
            assertThat(benchmark.toABareAddress()).isBetween(3 * one - 20, 3 * one);
        } finally {
            benchmark.end();
        }
    }
}
