package im.myna.blackbox.stage;

import im.myna.conversation.ListeningWire;
import im.myna.conversation.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client's socket, read by a thread of its own. */
final class TcpWire extends ListeningWire {
    private final Socket socket;
    private final Voice voice = new Voice();

    TcpWire(Socket socket) {
        this.socket = socket;
        var reader = new Thread(this::read, "wire");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void send(String xml) {
        if (Voice.isHeader(xml)) {
            synchronized (voice) {
                voice.restart();
            }
        }
        try {
            socket.getOutputStream().write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The server may cut off whoever says too much before all of it was sent; what it said last tells.
            closed();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        var buffer = new byte[1 << 14];
        try {
            for (int count = socket.getInputStream().read(buffer);
                    count >= 0;
                    count = socket.getInputStream().read(buffer)) {
                synchronized (voice) {
                    heard(voice.hear(buffer, count));
                }
            }
        } catch (IOException e) {
            // Reset by the server, or closed by us: the end in any case.
        } finally {
            closed();
        }
    }
}
