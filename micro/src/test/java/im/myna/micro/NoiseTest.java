package im.myna.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTest {
    @ParameterizedTest
    @CsvSource({
        "im.myna.entry.Beginning, INFO, true",
        "jakarta.enterprise.web, INFO, false",
        "jakarta.enterprise.web, WARNING, true",
        "jakarta.enterprise.web.util, WARNING, false",
        "jakarta.enterprise.web.util, SEVERE, true",
        ", WARNING, true"
    })
    void weAreHeardAndTheServersWarningsAreUnlessEachStartRepeatsThem(String logger, String level, boolean heard) {
        var line = new LogRecord(Level.parse(level), "something");
        line.setLoggerName(logger);
        assertThat(new Noise().isLoggable(line)).isEqualTo(heard);
    }
}
