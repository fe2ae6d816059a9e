package im.myna.entry;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.settings.Settings;
import im.myna.store.Database;
import im.myna.store.account.Registrar;
import im.myna.store.account.Search;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {
    @TempDir
    private Path folder;

    private Database database;
    private ServerSocketChannel server;

    @BeforeEach
    void open() throws IOException {
        database = Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        database.close();
    }

    @Test
    void anOrderIsAnsweredWithWhatWasDone() throws IOException {
        assertThat(say("add juliet@localhost\nr0m30\n")).isEqualTo("+added juliet@localhost\nok\n");
        assertThat(say("list\n\n")).isEqualTo("+juliet@localhost\nok\n");
    }

    @Test
    void aPasswordMayHoldSpacesAndLettersOfEveryScript() throws IOException {
        assertThat(say("add juliet@localhost\n Пароль ö 1\n")).endsWith("ok\n");
        assertThat(database.transaction(() -> database.accounts()
                        .page(Search.in("localhost"), "", 1)
                        .get(0)
                        .verifiers()))
                .allMatch(verifier -> verifier.matches(" Пароль ö 1"));
    }

    @Test
    void anOrderThatCannotBeCarriedOutIsAnsweredWithTheReason() throws IOException {
        assertThat(say("delete juliet\n\n")).isEqualTo("no there is no account juliet@localhost\n");
    }

    @Test
    void anOrderThatIsTooLongIsRefused() throws IOException {
        assertThat(say("add " + "j".repeat(8188))).isEqualTo("no an order is two lines, together shorter than 8192\n");
    }

    @Test
    void halfAnOrderIsRefused() throws IOException {
        assertThat(say("delete juliet\n")).startsWith("no an order is two lines");
    }

    @Test
    void aFaultIsToldWithoutDetails() throws IOException {
        var outsideOfTransaction = CompletableFuture.runAsync(() -> hold(this::converse));
        assertThat(ask("list\n\n", outsideOfTransaction)).isEqualTo("no the server has a fault; its log says more\n");
    }

    @Test
    void whatStandsBehindAnOrderCanBeReadToItsEndAndIsAnsweredThen() throws IOException {
        var held = CompletableFuture.runAsync(() -> hold(channel -> {
            try {
                new Conversation(channel, (order, conversation) -> {
                            var rest = new String(order.rest().readAllBytes(), StandardCharsets.UTF_8);
                            conversation.answer(order.text() + rest);
                            try (var document = conversation.document()) {
                                document.write("a\nb".getBytes(StandardCharsets.UTF_8));
                            }
                        })
                        .hold();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        assertThat(ask("import\n\n<x/>", held)).isEqualTo("+import<x/>\n=3\na\nbok\n");
    }

    private String say(String request) throws IOException {
        return ask(
                request,
                CompletableFuture.runAsync(() -> hold(channel -> database.transaction(() -> {
                    converse(channel);
                    return true;
                }))));
    }

    private String ask(String request, CompletableFuture<Void> held) throws IOException {
        try (var client = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("socket")))) {
            client.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
            client.shutdownOutput();
            var answer = ByteBuffer.allocate(1000);
            while (client.read(answer) >= 0) {
                assertThat(answer.hasRemaining()).isTrue();
            }
            held.join();
            return StandardCharsets.UTF_8.decode(answer.flip()).toString();
        }
    }

    private void hold(Consumer<SocketChannel> conversation) {
        try (var channel = server.accept()) {
            conversation.accept(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void converse(SocketChannel channel) {
        var said = Map.of("myna.login.iterations", "4096");
        var settings = Settings.read(key -> Optional.ofNullable(said.get(key)));
        var accounts = database.accounts();
        try {
            var registrar =
                    new Registrar(accounts, settings, Clock.systemUTC(), accounts::remove, (account, reason) -> {});
            new Conversation(
                            channel,
                            (order, conversation) ->
                                    registrar.carryOut(order.text(), order.password(), conversation::answer))
                    .hold();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
