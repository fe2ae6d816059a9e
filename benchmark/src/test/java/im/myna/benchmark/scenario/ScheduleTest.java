package im.myna.benchmark.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long MILLISECOND = 1_000_000;

    private final Schedule schedule = new Schedule(2, MILLISECOND);

    @Test
    void aMessageIsDueOnceInEachInterval() {
        schedule.begin(0);
        assertThat(schedule.due(0)).isTrue();
        schedule.sent(0, 0, 0);
        assertThat(schedule.due(0)).isFalse();
        assertThat(schedule.left(0)).isEqualTo(MILLISECOND);
        assertThat(schedule.due(MILLISECOND)).isTrue();
    }

    @Test
    void latencyBeginsWhenAMessageShouldHaveBeenSent() {
        schedule.begin(0);
        schedule.measureFromNow();
        schedule.sent(0, 0, 5 * MILLISECOND);
        schedule.arrived(0, 0, 7 * MILLISECOND);
        assertThat(schedule.latencies().getMaxValue()).isBetween(6_990L, 7_010L);
        assertThat(schedule.lateness().getMaxValue()).isBetween(4_990L, 5_010L);
    }

    /** A server that answers at once, but for one second in ten: those who came in that second waited half of it on average. */
    @Test
    void aPauseIsChargedToAllWhoHadToWait() {
        schedule.begin(0);
        schedule.measureFromNow();
        for (int i = 0; i < 10_000; i++) {
            long intended = i * MILLISECOND;
            boolean paused = i >= 5_000 && i < 6_000;
            long answered = paused ? 6_000 * MILLISECOND : intended;
            schedule.sent(i & 1, i >> 1, intended);
            schedule.arrived(i & 1, i >> 1, answered);
        }
        assertThat(schedule.latencies().getTotalCount()).isEqualTo(10_000);
        assertThat(schedule.latencies().getValueAtPercentile(89)).isLessThan(10);
        assertThat(schedule.latencies().getValueAtPercentile(95)).isBetween(490_000L, 510_000L);
        assertThat(schedule.latencies().getValueAtPercentile(99)).isBetween(890_000L, 910_000L);
    }

    @Test
    void whatIsSentWhileWarmingUpDoesNotCount() {
        schedule.begin(0);
        schedule.sent(0, 0, 0);
        schedule.measureFromNow();
        schedule.arrived(0, 0, 9 * MILLISECOND);
        schedule.sent(1, 0, MILLISECOND);
        schedule.arrived(1, 0, 2 * MILLISECOND);
        assertThat(schedule.latencies().getTotalCount()).isEqualTo(1);
        assertThat(schedule.latencies().getMaxValue()).isBetween(999L, 1_001L);
    }
}
