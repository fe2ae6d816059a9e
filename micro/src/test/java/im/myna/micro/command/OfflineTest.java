package im.myna.micro.command;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.micro.DataLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands without a server, and with one that has no port for browsers. */
class OfflineTest {
    @TempDir
    private Path folder;

    @Test
    void withoutServerTheDatabaseIsAsked() {
        assertThat(run("r0m30\n", "user", "add", "juliet@localhost")).isEqualTo("added juliet@localhost\n");
        assertThat(run("s3cret\n", "user", "add", "nurse", "--admin"))
                .isEqualTo("added nurse@localhost, an administrator\n");
        assertThat(run("", "user", "list")).isEqualTo("juliet@localhost\nnurse@localhost  administrator\n");
        assertThat(run("", "user", "lock", "juliet", "2999-12-31T18:00:00Z"))
                .isEqualTo("locked juliet@localhost until 2999-12-31T18:00:00Z\n");
        assertThat(run("", "user", "list")).startsWith("juliet@localhost  locked until 2999-12-31T18:00:00Z\n");
        assertThat(run("", "user", "set-role", "nurse", "domain-admin"))
                .isEqualTo("made nurse@localhost domain-admin\n");
        assertThat(run("", "user", "delete", "juliet@localhost")).isEqualTo("deleted juliet@localhost\n");
        assertThat(run("", "user", "list", "localhost")).isEqualTo("nurse@localhost  domain administrator\n");
    }

    @Test
    void whileAServerStartsOrStopsTheDatabaseIsItsOwn() throws IOException {
        Files.createDirectories(data());
        try (var server = DataLock.claim(data())) {
            assertThat(server.channel().isOpen()).isTrue();
            assertThat(refused("", "user", "list")).startsWith("myna: another Myna is running");
        }
    }

    @Test
    void aServerWithoutPortsForBrowsersIsAsked() throws IOException {
        try (var server = server()) {
            var heard = CompletableFuture.supplyAsync(
                    () -> answer(server, "+a pass\nok\n") + answer(server, "+added juliet@localhost\nok\n"));
            assertThat(run("r0m30\n", "user", "add", "juliet")).isEqualTo("added juliet@localhost\n");
            assertThat(heard.join()).isEqualTo("pass\n\nadd juliet\nr0m30\n");
        }
    }

    @Test
    void whatTheServerRefusesIsRefused() throws IOException {
        try (var server = server()) {
            var heard = CompletableFuture.supplyAsync(() ->
                    answer(server, "+a pass\nok\n") + answer(server, "no there is no account juliet@localhost\n"));
            assertThat(refused("", "user", "delete", "juliet"))
                    .isEqualTo("myna: there is no account juliet@localhost\n");
            assertThat(heard.join()).isEqualTo("pass\n\ndelete juliet\n\n");
        }
    }

    @Test
    void aSocketThatAKilledServerLeftIsNoServer() throws IOException {
        server().close();
        assertThat(data().resolve("control/socket")).exists();
        assertThat(run("", "user", "list")).isEmpty();
    }

    @Test
    void aPasswordHasToBeGiven() {
        assertThat(refused("", "user", "add", "juliet"))
                .isEqualTo("myna: the password is read from standard input, which has nothing\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "user", "user dance", "user add", "no-such", "user add a b c d", "status --url"})
    void whatIsNotUnderstoodIsAnsweredWithWhatThereIs(String words) {
        var spoken = spoken("", words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).startsWith("myna: ").contains("Usage: myna");
    }

    @Test
    void whatNeedsAServerSaysSo() {
        assertThat(refused("", "status")).contains("no server of ./myna run is here", "./myna run", "--url");
        assertThat(refused("", "token", "list")).contains("--as JID");
        assertThat(refused("", "status", "--url", "https://127.0.0.1:1")).contains("who are you there?");
        assertThat(refused("", "status", "--url", "im.example.com", "--login", "a@b"))
                .contains("standard input, which has nothing");
        assertThat(refused("s\n", "status", "--url", "im.example.com", "--login", "a@b"))
                .contains("is no address such as https://im.example.com:8443");
        assertThat(refused("s\n", "status", "--url", "http://127.0.0.1:1", "--login", "a@b"))
                .contains("there is no server at http://127.0.0.1:1/");
        assertThat(refused("s\n", "user", "add", "juliet", "--json")).contains("--json needs a server");
    }

    @Test
    void usersComeFromAFileOfAnotherServer() throws IOException {
        assertThat(run("", "import", file("<user name='juliet' password='r0m30'/>")))
                .isEqualTo("imported 1 users\n");
        assertThat(run("", "user", "list")).isEqualTo("juliet@localhost\n");
        assertThat(refused("", "import", file("<user name='nurse'/><user name='juliet'/>")))
                .isEqualTo("myna: users.xml, line 1: there is an account juliet@localhost already\n");
        assertThat(run("", "user", "list")).isEqualTo("juliet@localhost\n");
        assertThat(run("", "import", "--skip-existing", file("<user name='nurse'/><user name='juliet'/>")))
                .isEqualTo("imported 1 users, left 1 as they are\n");
        assertThat(run("", "user", "list")).isEqualTo("juliet@localhost\nnurse@localhost\n");
    }

    @Test
    void nothingOfABrokenFileIsKept() throws IOException {
        var many = IntStream.range(0, 200)
                .mapToObj(i -> "<user name='u" + i + "'/>\n")
                .collect(Collectors.joining());
        assertThat(refused("", "import", file(many + "<user/>"))).contains("users.xml, line 201: a user has no 'name'");
        assertThat(refused("", "import", file(many + "<user name='u7'/>")))
                .contains("users.xml, line 201: there is an account u7@localhost already");
        assertThat(run("", "user", "list")).isEmpty();
    }

    @Test
    void whatIsExportedIsForItsOwnerAloneAndComesInAgain() throws IOException {
        run("r0m30\n", "user", "add", "juliet");
        var file = folder.resolve("out.xml");
        assertThat(run("", "export", file.toString())).isEqualTo("exported to " + file + "\n");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.readString(file))
                .contains("name='juliet'", "SCRAM-SHA-256")
                .doesNotContain("r0m30");
        assertThat(refused("", "export", file.toString())).contains("exists already");
        assertThat(refused("", "export", folder.resolve("no/such/folder").toString()))
                .contains("there is no folder");
        run("", "user", "delete", "juliet");
        assertThat(run("", "import", file.toString(), "--json")).isEqualTo("{\"imported\":1,\"skipped\":0}\n");
    }

    @Test
    void aBackupHasUsersSettingsAndKeys() throws IOException {
        run("r0m30\n", "user", "add", "juliet");
        Files.writeString(Files.createDirectories(data().resolve("tls")).resolve("self-signed.key"), "key");
        var file = folder.resolve("backup.zip");
        assertThat(run("", "backup", file.toString())).isEqualTo("backed up to " + file + "\n");
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .containsExactly("users.xml", "empty.properties", "tls/self-signed.key");
            assertThat(new String(zip.getInputStream(zip.getEntry("users.xml")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("name='juliet'")
                    .endsWith("</server-data>\n");
        }
    }

    @Test
    void whatIsWrittenForTheShellKnowsAllCommands() {
        assertThat(run("", "completion")).contains("set-role", "--skip-existing", "protocols", "complete -F");
    }

    private String run(String input, String... words) {
        var spoken = spoken(input, words);
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return spoken.out();
    }

    private String refused(String input, String... words) {
        var spoken = spoken(input, words);
        assertThat(spoken.code()).as(spoken.out()).isEqualTo(1);
        assertThat(spoken.out()).isEmpty();
        return spoken.err();
    }

    private Spoken spoken(String input, String... words) {
        var args = new ArrayList<>(List.of(words));
        var settings = folder.resolve("empty.properties");
        try {
            Files.writeString(settings, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (words.length > 0) {
            args.add("--config");
            args.add(settings.toString());
            args.add("-Dmyna.data=" + data());
            args.add("-Dmyna.login.iterations=4096");
        }
        return Spoken.of(Map.of(), input, args);
    }

    private String file(String users) throws IOException {
        return Files.writeString(
                        folder.resolve("users.xml"),
                        "<server-data xmlns='urn:xmpp:pie:0'><host jid='localhost'>" + users + "</host></server-data>")
                .toString();
    }

    private ServerSocketChannel server() throws IOException {
        var control = Files.createDirectories(data().resolve("control"));
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(control.resolve("socket")));
    }

    private static String answer(ServerSocketChannel server, String answer) {
        try (var channel = server.accept()) {
            var request = new StringBuilder();
            var buffer = ByteBuffer.allocate(100);
            while (request.chars().filter(c -> c == '\n').count() < 2 && channel.read(buffer) >= 0) {
                request.append(StandardCharsets.UTF_8.decode(buffer.flip()));
                buffer.clear();
            }
            channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
            return request.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }
}
