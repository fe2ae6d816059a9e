package im.myna.blackbox.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A WebSocket that sends exactly the frames it is told to, and sees exactly those of the server. */
public final class WebSocketClient implements AutoCloseable {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private static final int PATIENCE_MILLIS = 10_000;
    private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";

    private final Target target;
    private final Socket socket;
    private final DataInputStream in;
    private final List<String> response = new ArrayList<>();

    /** What the server sent. */
    public record Frame(int opcode, boolean last, byte[] payload) {
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** That of a close frame. */
        public int code() {
            return ByteBuffer.wrap(payload).getShort() & 0xffff;
        }
    }

    private WebSocketClient(Target target, Socket socket) throws IOException {
        this.target = target;
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    /** By plain HTTP, with these header lines besides those of every handshake; {@link #status} says what came of it. */
    public static WebSocketClient shake(Target target, String path, String... headers) {
        try {
            return new WebSocketClient(target, new Socket(target.address(), target.httpPort())).shake(path, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By plain HTTP, ready to send the first frame. */
    public static WebSocketClient connect(Target target) {
        return shake(target, "/xmpp-websocket", "Sec-WebSocket-Protocol: xmpp").upgraded();
    }

    /** The same by HTTPS. */
    public static WebSocketClient connectSecurely(Target target) {
        try {
            var socket = Trust.context().getSocketFactory().createSocket(target.address(), target.httpsPort());
            return new WebSocketClient(target, socket)
                    .shake("/xmpp-websocket", "Sec-WebSocket-Protocol: xmpp")
                    .upgraded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Logged in, with a session of that resource. */
    public WebSocketClient login(String username, String password, String resource) {
        open();
        var token = Base64.getEncoder()
                .encodeToString(("\0" + username + "\0" + password).getBytes(StandardCharsets.UTF_8));
        send("<auth xmlns='" + SASL + "' mechanism='PLAIN'>" + token + "</auth>");
        expect("<success");
        open();
        send("<iq xmlns='jabber:client' type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>"
                + resource + "</resource></bind></iq>");
        expect("<iq");
        return this;
    }

    private WebSocketClient shake(String path, String... headers) throws IOException {
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + target.domain() + ":"
                + target.httpPort() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        raw(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        for (var line = line(); !line.isEmpty(); line = line()) {
            response.add(line);
        }
        return this;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private WebSocketClient upgraded() {
        if (status() != 101) {
            throw new AssertionError(response);
        }
        return this;
    }

    /** Of the answer to the handshake. */
    public int status() {
        return Integer.parseInt(response.get(0).substring(9, 12));
    }

    /** Of the answer to the handshake; empty when there is none. */
    public String header(String name) {
        return response.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Opens a stream and takes its features. */
    public String open() {
        send("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='" + target.domain() + "' version='1.0'/>");
        expect("<open ");
        return expect("<stream:features");
    }

    /** In one text frame. */
    public void send(String text) {
        frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A frame, masked as it has to be. */
    public void frame(int opcode, boolean last, byte[] payload) {
        frame((last ? 0x80 : 0) | opcode, 0x80, payload);
    }

    /**
     * A frame.
     *
     * @param first its first byte
     * @param mask 0x80, or 0 for none
     */
    public void frame(int first, int mask, byte[] payload) {
        var out = new ByteArrayOutputStream();
        out.write(first);
        if (payload.length < 126) {
            out.write(mask | payload.length);
        } else if (payload.length < 1 << 16) {
            out.write(mask | 126);
            out.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            out.write(mask | 127);
            out.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        var bytes = payload.clone();
        if (mask != 0) {
            var key = ByteBuffer.allocate(4)
                    .putInt(ThreadLocalRandom.current().nextInt())
                    .array();
            out.writeBytes(key);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= key[i % key.length];
            }
        }
        out.writeBytes(bytes);
        raw(out.toByteArray());
    }

    /** Bytes, as they are. A server that has closed the connection does not matter. */
    public void raw(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException e) {
            // What it said before is there to be read.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next text frame, which must begin like that. */
    public String expect(String beginning) {
        var frame = receive();
        if (frame.opcode() != TEXT || !frame.text().startsWith(beginning)) {
            throw new AssertionError("waited for " + beginning + ", got " + frame.opcode() + " " + frame.text());
        }
        return frame.text();
    }

    /** The next frame, which must come. */
    public Frame receive() {
        try {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = Math.toIntExact(in.readLong());
            }
            return new Frame(first & 0x0f, (first & 0x80) != 0, in.readNBytes(length));
        } catch (SocketTimeoutException e) {
            throw new AssertionError("nothing came for " + PATIENCE_MILLIS + " ms", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what is still to come. @return the code of the close frame; 0 when the connection ended without one */
    public int closed() {
        try {
            while (true) {
                var frame = receive();
                if (frame.opcode() == CLOSE) {
                    return frame.code();
                }
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof EOFException || e.getCause() instanceof SocketException) {
                return 0;
            }
            throw e;
        }
    }

    /** Reads what is still to come until the connection ends. @return the messages that came whole */
    public int left() {
        int messages = 0;
        try {
            while (true) {
                messages += receive().opcode() == TEXT ? 1 : 0;
            }
        } catch (UncheckedIOException e) {
            return messages;
        }
    }

    /** Whether the server closes the connection now, without another frame. */
    public boolean ended() {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}
