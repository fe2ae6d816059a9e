package im.myna.entry;

import im.myna.administration.RefusedException;
import im.myna.store.portable.PortableException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One order over the control socket. Two lines come in, the order and a password, which may be empty, and behind them what the order is
 * about; lines go out, each of the answer's with "+" before it. Bytes of a document go out behind a line with "=" and their number. The
 * last line is "ok", or "no" and the reason.
 */
final class Conversation {
    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());
    private static final int MOST_BYTES = 8192;
    private static final int CHUNK = 65_536;

    private final SocketChannel channel;
    private final Owner owner;

    /** Who carries orders out. */
    interface Owner {
        void carryOut(Order order, Conversation conversation) throws IOException;
    }

    /** @param rest what comes behind the two lines, to the end */
    record Order(String text, String password, InputStream rest) {}

    Conversation(SocketChannel channel, Owner owner) {
        this.channel = channel;
        this.owner = owner;
    }

    void hold() throws IOException {
        try {
            owner.carryOut(order(), this);
            line("ok");
        } catch (IllegalArgumentException | RefusedException | PortableException e) {
            line("no " + e.getMessage().replace('\n', ' '));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "control failed", e);
            line("no the server has a fault; its log says more");
        }
    }

    private Order order() throws IOException {
        var buffer = ByteBuffer.allocate(MOST_BYTES);
        int first = -1;
        int second = -1;
        while (second < 0) {
            if (channel.read(buffer) < 0 || !buffer.hasRemaining()) {
                throw new IllegalArgumentException("an order is two lines, together shorter than " + MOST_BYTES);
            }
            first = newline(buffer, 0);
            second = first < 0 ? -1 : newline(buffer, first + 1);
        }
        var read = buffer.array();
        var rest = new ByteArrayInputStream(read, second + 1, buffer.position() - second - 1);
        return new Order(
                new String(read, 0, first, StandardCharsets.UTF_8),
                new String(read, first + 1, second - first - 1, StandardCharsets.UTF_8),
                new SequenceInputStream(rest, new Open(Channels.newInputStream(channel))));
    }

    private static int newline(ByteBuffer buffer, int from) {
        for (int at = from; at < buffer.position(); at++) {
            if (buffer.get(at) == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** A line of the answer. */
    void answer(String line) {
        try {
            line("+" + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a document of the answer; to be flushed when that is whole. */
    OutputStream document() {
        return new BufferedOutputStream(new Chunks(), CHUNK);
    }

    private void line(String line) throws IOException {
        write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Not closed by whoever has read it to its end: there is an answer to give. */
    private static final class Open extends FilterInputStream {
        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The channel is closed by who accepted it.
        }
    }

    /** Each write with its length before it. */
    private final class Chunks extends OutputStream {
        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            line("=" + length);
            Conversation.this.write(ByteBuffer.wrap(bytes, offset, length));
        }
    }
}
