package im.myna.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts.Account;
import im.myna.blackbox.server.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Runs the scripts, which print a line that begins with "ok - " for each thing they saw. */
final class Scripts {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path FOLDER = Path.of("src/test/node");
    private static final Path PICTURES = Path.of("target/pictures");
    private static final Path CERTIFICATES = Path.of("target/certificates");

    private Scripts() {}

    static void chromiumIsThere() {
        if (!Files.isExecutable(CHROMIUM)) {
            assertThat(System.getenv("CI"))
                    .as("chromium is not installed, but CI=true wants it")
                    .isNotEqualTo("true");
            abort("skipped: chromium not installed");
        }
    }

    /** In a browser. What was to be seen is in target/pictures afterwards, to be looked at. */
    static List<String> browse(String script, Target server, Account... people) {
        return run(script, server, List.of(directory(PICTURES).toString()), people);
    }

    static List<String> run(String script, Target server, Account... people) {
        return run(script, server, List.of(), people);
    }

    private static List<String> run(String script, Target server, List<String> more, Account... people) {
        var command = new ArrayList<>(List.of(
                "node",
                FOLDER.resolve(script).toString(),
                server.domain(),
                server.address(),
                String.valueOf(server.httpsPort())));
        command.addAll(more);
        for (var person : people) {
            command.add(server.jid(person.username()));
            command.add(person.password());
        }
        try {
            var environment = Map.of(
                    "NODE_EXTRA_CA_CERTS", certificate(server).toAbsolutePath().toString());
            var result = Command.run(environment, "", command);
            result.output().forEach(System.out::println);
            assertThat(result.code()).as(result.text()).isZero();
            return result.output().stream()
                    .filter(line -> line.startsWith("ok - "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the server shows, so that clients trust that and nothing else. */
    static Path certificate(Target server) {
        try (var client = RawClient.connect(server)) {
            var text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(client.certificate().getEncoded());
            return Files.writeString(
                    directory(CERTIFICATES).resolve(server.port() + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
