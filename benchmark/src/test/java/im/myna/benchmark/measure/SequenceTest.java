package im.myna.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private final Sequence sequence = new Sequence();

    @Test
    void whatComesOnceAndInOrderIsFaultless() {
        arrive(0, 1, 2, 3);
        assertThat(sequence.faults(4)).isEqualTo(Faults.NONE);
        assertThat(sequence.faults(4).none()).isTrue();
    }

    @Test
    void whatNeverComesIsLost() {
        arrive(0, 2, 3);
        assertThat(sequence.faults(4)).isEqualTo(new Faults(1, 0, 0, 0));
    }

    @Test
    void whatIsMissingAtTheEndIsLost() {
        arrive(0, 1);
        assertThat(sequence.faults(5)).isEqualTo(new Faults(3, 0, 0, 0));
    }

    @Test
    void whatComesTwiceIsDoubled() {
        arrive(0, 1, 1, 0, 2);
        assertThat(sequence.faults(3)).isEqualTo(new Faults(0, 2, 0, 0));
    }

    @Test
    void whatIsOvertakenIsOutOfOrderAndNotLost() {
        arrive(0, 2, 1, 3);
        assertThat(sequence.faults(4)).isEqualTo(new Faults(0, 0, 1, 0));
    }

    @Test
    void whatIsOvertakenAndThenComesAgainIsDoubledToo() {
        arrive(1, 0, 0);
        assertThat(sequence.faults(2)).isEqualTo(new Faults(0, 1, 1, 0));
    }

    @Test
    void whatIsMeantForOthersIsAstray() {
        sequence.strayed();
        assertThat(sequence.faults(0)).isEqualTo(new Faults(0, 0, 0, 1));
    }

    @Test
    void whatWasSentBeforeTheStartDoesNotCount() {
        arrive(0, 1);
        sequence.startAt(5);
        arrive(3, 5, 6);
        assertThat(sequence.faults(7)).isEqualTo(Faults.NONE);
    }

    @Test
    void aHugeGapIsCountedButNotRemembered() {
        arrive(1_000_000);
        assertThat(sequence.faults(1_000_001)).isEqualTo(new Faults(1_000_000, 0, 0, 0));
        IntStream.range(0, 10_000).forEach(sequence::arrived);
        assertThat(sequence.faults(1_000_001)).isEqualTo(new Faults(990_000, 0, 10_000, 0));
    }

    @Test
    void faultsAddUpAndSaySo() {
        var faults = new Faults(1, 2, 3, 4).plus(new Faults(10, 20, 30, 40));
        assertThat(faults).hasToString("11 lost, 22 doubled, 33 out of order, 44 astray");
        assertThat(Faults.NONE).hasToString("none");
    }

    private void arrive(int... numbers) {
        IntStream.of(numbers).forEach(sequence::arrived);
    }
}
