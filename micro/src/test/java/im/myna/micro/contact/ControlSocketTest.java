package im.myna.micro.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
    @TempDir
    private Path data;

    @Test
    void linesAndADocumentComeBack() throws IOException {
        try (var server = server()) {
            var heard = answering(server, "+one\n=5\na\nb=c=1\n!+two\nok\n");
            var lines = new ArrayList<String>();
            var document = new ByteArrayOutputStream();
            socket().carryOut("export", "", ControlSocket.Document.NONE, lines::add, document);
            assertThat(lines).containsExactly("one", "two");
            assertThat(document.toString(StandardCharsets.UTF_8)).isEqualTo("a\nb=c!");
            assertThat(heard.join()).isEqualTo("export\n\n");
        }
    }

    @Test
    void aDocumentGoesBehindTheOrder() throws IOException {
        try (var server = server()) {
            var heard = answering(server, "+1 0\nok\n");
            var lines = socket().ask("import", out -> out.write("<x/>".getBytes(StandardCharsets.UTF_8)));
            assertThat(lines).containsExactly("1 0");
            assertThat(heard.join()).isEqualTo("import\n\n<x/>");
        }
    }

    @Test
    void whatTheServerRefusesBeforeAllWasSentIsHeard() throws IOException {
        try (var server = server()) {
            var refusing = CompletableFuture.runAsync(() -> {
                try (var channel = server.accept()) {
                    Channels.newOutputStream(channel).write("no that is wrong\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var chunk = new byte[1 << 20];
            assertThatThrownBy(() -> socket().ask("import", out -> {
                        for (int i = 0; i < 100; i++) {
                            out.write(chunk);
                        }
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("that is wrong");
            refusing.join();
        }
    }

    @Test
    void aServerThatGoesAwayHasNotDoneIt() throws IOException {
        try (var server = server()) {
            var heard = answering(server, "+one\n=100\nabc");
            assertThatThrownBy(() -> socket().ask("export", ControlSocket.Document.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the server went away");
            assertThat(heard.join()).isEqualTo("export\n\n");
        }
    }

    @Test
    void whereNoServerIsThereIsNoSocket() throws IOException {
        assertThat(ControlSocket.of(data)).isEmpty();
        server().close();
        assertThat(ControlSocket.of(data)).isEmpty();
    }

    private ControlSocket socket() throws IOException {
        return ControlSocket.of(data).orElseThrow();
    }

    private ServerSocketChannel server() throws IOException {
        var control = Files.createDirectories(data.resolve("control"));
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(control.resolve("socket")));
    }

    /** Hears all to the end, then says that. */
    private static CompletableFuture<String> answering(ServerSocketChannel server, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (var channel = server.accept()) {
                var heard = Channels.newInputStream(channel).readAllBytes();
                Channels.newOutputStream(channel).write(answer.getBytes(StandardCharsets.UTF_8));
                return new String(heard, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
