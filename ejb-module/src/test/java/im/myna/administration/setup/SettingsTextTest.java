package im.myna.administration.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTextTest {
    @Test
    void settingsAreReadAsTheyWereChosen() throws IOException {
        var told = Map.of("myna.domain", "bücher.example", "myna.db.password", " a\\b=c:d#e!f\t\n ");
        var read = new Properties();
        read.load(new StringReader(SettingsText.of(told)));
        assertThat(read).isEqualTo(told);
    }
}
