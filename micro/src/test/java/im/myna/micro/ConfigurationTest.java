package im.myna.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    private static final String KEY = "myna.port.client-tls";

    @TempDir
    private Path folder;

    @Test
    void whatNobodySaidIsAbsent() throws IOException {
        assertThat(read(Map.of(), "--config", file("")).value(KEY)).isEmpty();
    }

    @Test
    void theFileIsRead() throws IOException {
        assertThat(read(Map.of(), "--config", file(KEY + " = 1\n# myna.nothing = 2\n"))
                        .value(KEY))
                .contains("1");
        assertThat(read(Map.of(), "--config=" + file("myna.domain=bücher.example"))
                        .value("myna.domain"))
                .contains("bücher.example");
    }

    @Test
    void theEnvironmentCountsMoreThanTheFile() throws IOException {
        var environment = Map.of("MYNA_PORT_CLIENT_TLS", "2");
        assertThat(read(environment, "--config", file(KEY + "=1")).value(KEY)).contains("2");
    }

    @Test
    void theCommandLineCountsMost() throws IOException {
        var environment = Map.of("MYNA_PORT_CLIENT_TLS", "2");
        assertThat(read(environment, "-D" + KEY + "=3", "--config", file(KEY + "=1"))
                        .value(KEY))
                .contains("3");
    }

    @Test
    void itIsKnownWhereEachValueComesFrom() throws IOException {
        var environment = Map.of("MYNA_PORT_CLIENT_TLS", "2", "MYNA_DOMAIN", "a.example", "HOME", "/");
        var file = file(KEY + "=1\nmyna.domain=b.example\nmyna.port.http=3\n");
        assertThat(read(environment, "-D" + KEY + "=3", "--config", file).origins())
                .isEqualTo("myna.domain=environment myna.port.client-tls=command-line myna.port.http=file");
    }

    @Test
    void whatWasChosenAtTheFirstVisitCountsLeast() throws IOException {
        Files.writeString(
                folder.resolve(Configuration.SETUP), "myna.domain=chosen.example\n" + KEY + "=4\nmyna.db.user=me\n");
        var file = file("myna.data=" + folder + "\n" + KEY + "=1\n");
        var read = read(Map.of("MYNA_DB_USER", "you"), "--config", file);
        assertThat(read.value("myna.domain")).contains("chosen.example");
        assertThat(read.value(KEY)).contains("1");
        assertThat(read.value("myna.db.user")).contains("you");
        assertThat(read.origins())
                .isEqualTo("myna.data=file myna.db.user=environment myna.domain=setup " + KEY + "=file");
    }

    @Test
    void aFileOfTheFirstVisitThatWasSpoiledIsRefusedByItsName() throws IOException {
        var setup = Files.writeString(folder.resolve(Configuration.SETUP), "myna.domian=x\n");
        assertThatThrownBy(() -> read(Map.of("MYNA_DATA", folder.toString()), "--config", file("")))
                .hasMessageStartingWith(setup + " has myna.domian, which is no setting");
    }

    @Test
    void aValueMayHoldAnEqualsSign() throws IOException {
        var url = "jdbc:postgresql://localhost/myna?ssl=true";
        assertThat(read(Map.of(), "-Dmyna.db.url=" + url, "--config", file("")).value("myna.db.url"))
                .contains(url);
    }

    @Test
    void aNameThatIsNoSettingIsRefused() throws IOException {
        var file = file("myna.prot.client = 1");
        assertThatThrownBy(() -> read(Map.of(), "--config", file))
                .hasMessage(file
                        + " has myna.prot.client, which is no setting; myna.properties explains all that there are");
        assertThatThrownBy(() -> read(Map.of(), "-Dmyna.prot=1"))
                .hasMessageStartingWith("the command line has myna.prot,");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        var missing = folder.resolve("missing");
        assertThatThrownBy(() -> read(Map.of(), "--config", missing.toString()))
                .hasMessage("there is no file " + missing);
    }

    @Test
    void otherWordsAreRefused() {
        assertThatThrownBy(() -> read(Map.of(), "--port", "1"))
                .hasMessage("'--port' is no option; there are --config FILE and -Dmyna.KEY=VALUE");
        assertThatThrownBy(() -> read(Map.of(), "--config")).hasMessageStartingWith("'--config' is no option");
    }

    private static Configuration read(Map<String, String> environment, String... args) throws IOException {
        return Configuration.of(List.of(args), environment);
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("test.properties"), content).toString();
    }
}
