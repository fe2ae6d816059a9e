package im.myna.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {
    @TempDir
    private Path folder;

    @Test
    void withoutServerTheDatabaseIsAsked() throws IOException {
        assertThat(run("r0m30\n", "add", "juliet@localhost")).isEqualTo("added juliet@localhost\n");
        assertThat(run("s3cret\n", "add", "nurse", "--admin")).isEqualTo("added nurse@localhost, an administrator\n");
        assertThat(run("", "list")).isEqualTo("juliet@localhost\nnurse@localhost  administrator\n");
        assertThat(run("", "lock", "juliet", "2999-12-31T18:00:00Z"))
                .isEqualTo("locked juliet@localhost until 2999-12-31T18:00:00Z\n");
        assertThat(run("", "list")).startsWith("juliet@localhost  locked until 2999-12-31T18:00:00Z\n");
        assertThat(run("", "delete", "juliet@localhost")).isEqualTo("deleted juliet@localhost\n");
        assertThat(run("", "list")).isEqualTo("nurse@localhost  administrator\n");
    }

    @Test
    void whileAServerStartsOrStopsTheDatabaseIsItsOwn() throws IOException {
        Files.createDirectories(data());
        try (var server = DataLock.claim(data())) {
            assertThat(server.channel().isOpen()).isTrue();
            assertThatThrownBy(() -> run("", "list")).hasMessageStartingWith("another Myna is running");
        }
    }

    @Test
    void aRunningServerIsAsked() throws IOException {
        try (var server = server()) {
            var heard = CompletableFuture.supplyAsync(() -> answer(server, "+added juliet@localhost\nok\n"));
            assertThat(run("r0m30\n", "add", "juliet")).isEqualTo("added juliet@localhost\n");
            assertThat(heard.join()).isEqualTo("add juliet\nr0m30\n");
        }
    }

    @Test
    void whatTheServerRefusesIsRefused() throws IOException {
        try (var server = server()) {
            var heard =
                    CompletableFuture.supplyAsync(() -> answer(server, "no there is no account juliet@localhost\n"));
            assertThatThrownBy(() -> run("", "delete", "juliet")).hasMessage("there is no account juliet@localhost");
            assertThat(heard.join()).isEqualTo("delete juliet\n\n");
        }
    }

    @Test
    void aSocketThatAKilledServerLeftIsNoServer() throws IOException {
        server().close();
        assertThat(data().resolve("control/socket")).exists();
        assertThat(run("", "list")).isEmpty();
    }

    @Test
    void whoSaysNothingHearsWhatCanBeSaid() {
        assertThatThrownBy(() -> run("")).hasMessageStartingWith("there are add JID, ");
    }

    @Test
    void aPasswordHasToBeGiven() {
        assertThatThrownBy(() -> run("", "add", "juliet"))
                .hasMessage("the password is read from standard input, which has nothing");
    }

    private String run(String input, String... words) throws IOException {
        var args = new ArrayList<>(List.of(words));
        args.add("--config");
        args.add(Files.writeString(folder.resolve("empty.properties"), "").toString());
        args.add("-Dmyna.data=" + data());
        args.add("-Dmyna.login.iterations=4096");
        var out = new ByteArrayOutputStream();
        try (var lines = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            UserCommand.run(args, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), lines);
        }
        return out.toString(StandardCharsets.UTF_8);
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
