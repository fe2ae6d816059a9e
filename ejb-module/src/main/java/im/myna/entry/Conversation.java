package im.myna.entry;

import im.myna.store.account.Registrar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One order over the control socket. Two lines come in, the order and a password, which may be empty; lines go out, each of the
 * answer's with "+" before it, and the last is "ok", or "no" and the reason.
 */
final class Conversation {
    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());
    private static final int MOST_BYTES = 8192;

    private final SocketChannel channel;
    private final Registrar registrar;

    Conversation(SocketChannel channel, Registrar registrar) {
        this.channel = channel;
        this.registrar = registrar;
    }

    void hold() throws IOException {
        try {
            var request = request();
            int end = request.indexOf('\n');
            registrar.carryOut(
                    request.substring(0, end),
                    request.substring(end + 1, request.length() - 1),
                    line -> write("+" + line));
            write("ok");
        } catch (IllegalArgumentException e) {
            write("no " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "control failed", e);
            write("no the server has a fault; its log says more");
        }
    }

    private String request() throws IOException {
        var buffer = ByteBuffer.allocate(MOST_BYTES);
        while (lines(buffer) < 2) {
            if (channel.read(buffer) < 0 || !buffer.hasRemaining()) {
                throw new IllegalArgumentException("an order is two lines, together shorter than " + MOST_BYTES);
            }
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    private static int lines(ByteBuffer buffer) {
        int lines = 0;
        for (int at = 0; at < buffer.position(); at++) {
            lines += buffer.get(at) == '\n' ? 1 : 0;
        }
        return lines;
    }

    private void write(String line) {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
