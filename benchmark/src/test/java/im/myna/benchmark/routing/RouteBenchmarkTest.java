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

    @Test
    void thePhotoIsAddedToPresence() {
        assertThat(announced("a9993e364706816aba3e25717850c26c9cd0d89d") - announced(""))
                .isEqualTo("<x xmlns='vcard-temp:x:update'><photo></photo></x>".length() + 40);
    }

    private static long announced(String photo) {
        var benchmark = new PresenceBenchmark();
        benchmark.photo(photo);
        benchmark.begin();
        try {
            return benchmark.announced();
        } finally {
            benchmark.end();
        }
    }
}
