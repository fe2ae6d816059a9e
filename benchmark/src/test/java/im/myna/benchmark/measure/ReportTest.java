package im.myna.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final ArrayList<String> told = new ArrayList<>();
    private final Report report = new Report(told::add);

    @Test
    void figuresHaveThreeDigitsThatMatter() {
        report.add("many", 12_345.6);
        report.add("some", 12.345);
        report.add("few", 1.2345);
        assertThat(report.value("many")).isEqualTo("12,346");
        assertThat(report.value("some")).isEqualTo("12.3");
        assertThat(report.value("few")).isEqualTo("1.23");
        assertThat(report.titles()).containsExactly("many", "some", "few");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        report.add("unknown", Double.NaN);
        assertThat(report.titles()).isEmpty();
        assertThat(report.value("unknown")).isEqualTo("–");
        assertThat(told).isEmpty();
    }

    @Test
    void faultsAreToldAtOnceAndAddedUp() {
        report.add(Faults.NONE);
        report.add(new Faults(1, 0, 0, 0));
        report.add(new Faults(0, 1, 0, 0));
        assertThat(report.faults()).isEqualTo(new Faults(1, 1, 0, 0));
        assertThat(told).hasSize(2).allMatch(line -> line.startsWith("FAULTS"));
    }

    @Test
    void theMachineIsDescribed() {
        assertThat(Machine.description()).contains("cores", "GiB", "Linux", "Java");
        assertThat(Machine.load()).isNotNegative();
    }
}
