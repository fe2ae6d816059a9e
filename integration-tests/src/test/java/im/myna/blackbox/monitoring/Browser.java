package im.myna.blackbox.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.myna.blackbox.client.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks by HTTP for exactly that path, from an address of its choice. */
record Browser(Target server, String address) {
    private static final int PATIENCE_MILLIS = 20_000;

    /** What came back. */
    record Answer(int status, String head, String body) {}

    /** @param headers whole lines */
    Answer get(String path, String... headers) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(server.address(), server.httpPort()));
            socket.setSoTimeout(PATIENCE_MILLIS);
            var request = new StringBuilder("GET " + path + " HTTP/1.0\r\nHost: " + server.domain() + "\r\n");
            for (var header : headers) {
                request.append(header).append("\r\n");
            }
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(UTF_8));
            var whole = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = whole.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(whole.split(" ", 3)[1]), whole.substring(0, end), whole.substring(end + 4));
        }
    }
}
