package im.myna.micro.contact;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The running server, as its owner talks to it: one order. */
final class ControlSocket {
    private static final int LONGEST_LINE = 65_536;

    private final SocketChannel channel;

    private ControlSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /** Something that writes a document. */
    interface Document {
        void writeTo(OutputStream out) throws IOException;

        Document NONE = out -> {};
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
    List<String> ask(String order, Document sent) throws IOException {
        var lines = new ArrayList<String>();
        carryOut(order, "", sent, lines::add, OutputStream.nullOutputStream());
        return lines;
    }

    /**
     * Has an order carried out.
     *
     * @param sent goes behind the order
     * @param answer hears each line
     * @param received takes the document that comes back
     * @throws IllegalArgumentException when the server refuses; its words
     */
    void carryOut(String order, String password, Document sent, Consumer<String> answer, OutputStream received)
            throws IOException {
        try (channel;
                var in = Channels.newInputStream(channel)) {
            send(order, password, sent);
            for (var line = line(in); !line.equals("ok"); line = line(in)) {
                var rest = line.isEmpty() ? "" : line.substring(1);
                switch (line.isEmpty() ? '?' : line.charAt(0)) {
                    case '+' -> answer.accept(rest);
                    case '=' -> copy(in, received, Integer.parseInt(rest));
                    default -> throw new IllegalArgumentException(line.replaceFirst("^no ", ""));
                }
            }
        }
    }

    /** A server that refuses stops reading: what it says about that is read all the same. */
    private void send(String order, String password, Document sent) {
        var out = Channels.newOutputStream(channel);
        try {
            out.write((order + "\n" + password + "\n").getBytes(StandardCharsets.UTF_8));
            sent.writeTo(out);
            channel.shutdownOutput();
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(ControlSocket.class.getName()).log(System.Logger.Level.DEBUG, "not all was sent", e);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new byte[LONGEST_LINE];
        for (int length = 0; length < line.length; length++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the server went away");
            }
            if (next == '\n') {
                return new String(line, 0, length, StandardCharsets.UTF_8);
            }
            line[length] = (byte) next;
        }
        throw new IOException("the server says what nobody understands");
    }

    private static void copy(InputStream in, OutputStream out, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the server went away");
        }
        out.write(bytes);
    }
}
