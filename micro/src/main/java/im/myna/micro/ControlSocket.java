package im.myna.micro;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The running server, as its owner talks to it. */
final class ControlSocket {
    private final SocketChannel channel;

    private ControlSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /** Empty when no server runs with that data. */
    static Optional<ControlSocket> of(Path data) throws IOException {
        var socket = data.resolve("control").resolve("socket");
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ControlSocket(SocketChannel.open(UnixDomainSocketAddress.of(socket))));
        } catch (SocketException leftBehind) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException when the server refuses; its words */
    void carryOut(String order, String password, Consumer<String> answer) throws IOException {
        try (channel;
                var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            var request = ByteBuffer.wrap((order + "\n" + password + "\n").getBytes(StandardCharsets.UTF_8));
            while (request.hasRemaining()) {
                channel.write(request);
            }
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("ok")) {
                    return;
                }
                if (line.startsWith("no ")) {
                    throw new IllegalArgumentException(line.substring(3));
                }
                answer.accept(line.substring(1));
            }
            throw new IOException("the server went away");
        }
    }
}
