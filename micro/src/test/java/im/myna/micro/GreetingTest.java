package im.myna.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreetingTest {
    @TempDir
    private Path data;

    @Test
    void itSaysWhereClientsConnectAndWhatToTry() throws IOException {
        assertThat(Greeting.lines(settings(), 12.34))
                .contains(
                        "Myna is ready after 12.3 seconds.",
                        "  Domains   im.example.com, other.example",
                        "  Clients   port 5222 (STARTTLS), port 5223 (TLS)",
                        "  Browsers  port 8443 (HTTPS)",
                        "  ./myna user add juliet@im.example.com");
    }

    @Test
    void thePasswordOfTheFirstAccountIsShownOnce() throws IOException {
        Files.writeString(data.resolve("first-password"), "admin@im.example.com, password s3cret\n");
        var shown = "  Account   admin@im.example.com, password s3cret (shown only this once)";
        assertThat(Greeting.lines(settings(), 1)).contains(shown);
        assertThat(Greeting.lines(settings(), 1)).doesNotContain(shown);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aServerWithoutPortsSaysSo() throws IOException {
        var settings = new HashMap<>(settings());
        settings.put("myna.port.https", "0");
        assertThat(Greeting.lines(settings, 1)).contains("  Browsers  none");
    }

    private Map<String, String> settings() {
        return Map.of(
                "myna.domain", "im.example.com,other.example",
                "myna.data", data.toString(),
                "myna.port.client", "5222",
                "myna.port.client-tls", "5223",
                "myna.port.http", "0",
                "myna.port.https", "8443");
    }
}
