package im.myna.blackbox.life;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.server.Command;
import im.myna.blackbox.server.Server;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong setting stops the start, with one line that helps. */
class SettingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "myna.port.client | 66000 | 65535",
                "myna.domain | im.example.com,-example | domain",
                "myna.tls.certificate | /nowhere/chain.pem | myna.tls.key",
                "myna.registration | ajar | closed",
                "myna.login.throttle | perhaps | false",
                "myna.limits.depth | -1 | 0",
            })
    void aWrongValueIsNamedWithWhatIsAllowed(String key, String value, String allowed) throws Exception {
        var settings = Server.settings(folder.resolve("data"));
        settings.put(key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "_"), value);
        var start = Command.myna(settings, "", "run");
        assertThat(start.code()).isNotZero();
        assertThat(start.output()).hasSize(1).first().asString().contains(key, allowed);
    }

    @Test
    void aMisspeltNameInTheFileIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("my.properties"), "myna.prot.client=5222\n");
        var start = Command.myna(Server.settings(folder.resolve("data")), "", "run", "--config", file.toString());
        assertThat(start.code()).isNotZero();
        assertThat(start.output()).hasSize(1).first().asString().contains("myna.prot.client", file.toString());
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = Server.settings(folder.resolve("data"));
            settings.put("MYNA_PORT_CLIENT_TLS", String.valueOf(taken.getLocalPort()));
            var start = Command.myna(settings, "", "run");
            assertThat(start.code()).isNotZero();
            assertThat(start.output())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("myna.port.client-tls", String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void helpExplainsEveryCommand() throws Exception {
        var help = Command.myna(Map.of(), "", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.text())
                .contains("myna run", "myna test", "myna ear")
                .contains("user add", "user passwd", "user list", "user delete");
    }
}
