package im.myna.docker;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.server.Command;
import im.myna.blackbox.server.Command.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first process of the container, by itself: beside it stands another {@code myna} that says what it was given. */
class EntryTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void layAnImage() throws IOException {
        Files.copy(Path.of("../docker/entry"), folder.resolve("entry"));
        var told = folder.resolve("myna");
        Files.writeString(told, """
                #!/bin/sh
                echo "pid $$"
                for argument in "$@"; do echo "argument $argument"; done
                env | grep '^MYNA_' | sort
                """);
        Files.setPosixFilePermissions(told, PosixFilePermissions.fromString("rwx------"));
        environment.put("MYNA_DATA", folder.toString());
    }

    @Test
    void runsTheServerWhenNothingElseIsSaid() throws Exception {
        assertThat(entry().output()).contains("argument run");
    }

    @Test
    void handsOnWhatItIsTold() throws Exception {
        assertThat(entry("user", "add", "juliet@example.com", "two words").output())
                .containsSubsequence(
                        "argument user", "argument add", "argument juliet@example.com", "argument two words");
    }

    @Test
    void becomesTheServerSoThatItGetsTheSignals() throws Exception {
        environment.put("MYNA_TEST_PID", "of the shell");
        var shell =
                Command.run(environment, "", List.of("sh", "-c", "echo shell $$; exec sh " + folder.resolve("entry")));
        var pid = shell.output().get(0).replace("shell ", "");
        assertThat(shell.output()).contains("pid " + pid);
    }

    @Test
    void readsSecretsFromFiles() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "pass'word \"$(id)\" `id` \\ \n");
        environment.put("MYNA_DB_PASSWORD_FILE", secret.toString());
        assertThat(entry().output())
                .contains("MYNA_DB_PASSWORD=pass'word \"$(id)\" `id` \\ ")
                .noneMatch(line -> line.startsWith("MYNA_DB_PASSWORD_FILE"));
    }

    @Test
    void aSecretThatIsSaidTwiceIsRefused() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "one");
        environment.put("MYNA_DB_PASSWORD_FILE", secret.toString());
        environment.put("MYNA_DB_PASSWORD", "another");
        isRefused(entry(), "MYNA_DB_PASSWORD and MYNA_DB_PASSWORD_FILE");
    }

    @Test
    void aSecretThatIsNotThereIsNamed() throws Exception {
        environment.put("MYNA_ADMIN_PASSWORD_FILE", folder.resolve("missing").toString());
        isRefused(entry(), "MYNA_ADMIN_PASSWORD_FILE is " + folder.resolve("missing"));
    }

    @Test
    void aDataFolderThatIsNotThereIsNamed() throws Exception {
        environment.put("MYNA_DATA", folder.resolve("missing").toString());
        isRefused(entry(), "the data folder " + folder.resolve("missing"));
    }

    private static void isRefused(Result result, String text) {
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("myna: ")
                .contains(text);
    }

    private Result entry(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("sh", folder.resolve("entry").toString()));
        command.addAll(List.of(arguments));
        return Command.run(environment, "", command);
    }
}
