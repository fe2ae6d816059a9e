package im.myna.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private final Histogram histogram = new Histogram();

    @Test
    void aBoundBelongsToTheClassThatEndsThere() {
        histogram.add(Duration.ofMillis(1).toNanos());
        histogram.add(Duration.ofMillis(1).toNanos() + 1);
        var counts = histogram.read().counts();
        int millisecond = Histogram.BOUNDS.indexOf(0.001);
        assertThat(counts.get(millisecond)).isEqualTo(1);
        assertThat(counts.get(millisecond + 1)).isEqualTo(1);
        assertThat(histogram.read().count()).isEqualTo(2);
    }

    @Test
    void whatTakesNoTimeIsInTheFirstClassAndWhatTakesTooLongInTheLast() {
        histogram.add(0);
        histogram.add(Duration.ofHours(1).toNanos());
        var reading = histogram.read();
        assertThat(reading.counts()).hasSize(Histogram.BOUNDS.size() + 1);
        assertThat(reading.counts().get(0)).isEqualTo(1);
        assertThat(reading.counts().get(Histogram.BOUNDS.size())).isEqualTo(1);
        assertThat(reading.seconds()).isCloseTo(3600, within(0.001));
    }

    @Test
    void theBoundsGoUp() {
        assertThat(Histogram.BOUNDS).isSorted().doesNotHaveDuplicates();
    }
}
