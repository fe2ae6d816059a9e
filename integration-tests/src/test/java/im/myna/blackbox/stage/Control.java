package im.myna.blackbox.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Orders to a running server, as {@code ./myna user} gives them. */
record Control(Path socket) {
    /** It must succeed. */
    void order(String order, String password) {
        var answer = tries(order, password);
        if (!answer.endsWith("ok\n")) {
            throw new AssertionError(order + ": " + answer);
        }
    }

    /** All that it answers. */
    String tries(String order, String password) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((order + "\n" + password + "\n").getBytes(StandardCharsets.UTF_8)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
