package im.myna.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command line against a server that makes mistakes on purpose. */
class BenchTest {
    private static final int FAULTS = 3;

    private final StringWriter errors = new StringWriter();

    @Test
    void aServerWithoutMistakesPasses() throws IOException {
        assertThat(bench(Relay.Mistake.NONE, "CHAT,LATENCY")).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aServerThatMakesMistakesFailsInTheClosedLoop(Relay.Mistake mistake) throws IOException {
        assertThat(bench(mistake, "CHAT")).isEqualTo(FAULTS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aServerThatMakesMistakesFailsAtAFixedRate(Relay.Mistake mistake) throws IOException {
        assertThat(bench(mistake, "LATENCY")).isEqualTo(FAULTS);
    }

    @Test
    void aWrongPasswordIsSaidInOneLine() throws IOException {
        assertThat(bench(Relay.Mistake.NONE, "CHAT", "--password", "guessed")).isEqualTo(1);
        assertThat(errors.toString()).contains("not-authorized").hasLineCount(1);
    }

    @Test
    void aServerThatIsNotThereIsSaidInOneLine() {
        assertThat(Bench.execute(new PrintWriter(errors, true), "--against", "127.0.0.1:1", "--run", "CHAT"))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("127.0.0.1:1").hasLineCount(1);
    }

    @Test
    void whatCannotBeUnderstoodIsExplained() {
        assertThat(Bench.execute(new PrintWriter(errors, true), "--run", "DANCE"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("DANCE", "--against");
    }

    private int bench(Relay.Mistake mistake, String parts, String... more) throws IOException {
        try (var relay = new Relay(mistake)) {
            var arguments =
                    new ArrayList<>(List.of("--against", relay.address(), "--run", parts, "--mechanism", "PLAIN"));
            arguments.addAll(
                    List.of("--pairs", "2", "--in-flight", "2", "--warm-up", "0", "--seconds", "1", "--patience", "1"));
            arguments.addAll(List.of(more));
            return Bench.execute(new PrintWriter(errors, true), arguments.toArray(String[]::new));
        }
    }
}
