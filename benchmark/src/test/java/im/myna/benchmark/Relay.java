package im.myna.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Lets everybody in who knows the password, and carries messages, but makes a mistake now and then. */
final class Relay implements AutoCloseable {
    private static final String HEADER = "<?xml version='1.0'?><stream:stream xmlns='jabber:client'"
            + " xmlns:stream='http://etherx.jabber.org/streams' id='1' version='1.0'>";
    private static final Pattern ELEMENT = Pattern.compile(
            "<stream:stream[^>]*>|<(auth|iq|message|presence)\\b[^>]*?(/>|>.*?</\\1>)|</stream:stream>");
    private static final Pattern TO = Pattern.compile("to='([^@]+)@");
    private static final Pattern NAME = Pattern.compile("\0(.+)\0(.+)");
    private static final int NOW_AND_THEN = 100;

    /** What it does with a message now and then. */
    enum Mistake {
        NONE,
        LOSES,
        DOUBLES,
        REVERSES,
        MISDIRECTS
    }

    private final Mistake mistake;
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, OutputStream> users = new ConcurrentHashMap<>();

    Relay(Mistake mistake) throws IOException {
        this.mistake = mistake;
        threads.execute(this::accept);
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Stream(socket).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Stream {
        private final Socket socket;
        private String user = "";
        private String held = "";
        private int messages;

        Stream(Socket socket) {
            this.socket = socket;
        }

        void read() throws IOException {
            var in = socket.getInputStream();
            var buffer = new byte[1 << 16];
            var text = "";
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                text += new String(buffer, 0, length, StandardCharsets.UTF_8);
                var elements = ELEMENT.matcher(text);
                int done = 0;
                while (elements.find()) {
                    done = elements.end();
                    if (!answered(elements.group())) {
                        return;
                    }
                }
                text = text.substring(done);
            }
        }

        private boolean answered(String xml) throws IOException {
            if (xml.startsWith("<stream")) {
                send(
                        user,
                        HEADER + "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>"
                                + "<mechanism>PLAIN</mechanism></mechanisms></stream:features>");
            } else if (xml.startsWith("<auth")) {
                return authenticated(xml);
            } else if (xml.startsWith("<iq")) {
                send(user, "<iq type='result'" + (xml.contains("ready") ? " id='ready'/>" : "><bind/></iq>"));
            } else if (xml.startsWith("<message")) {
                carry(xml);
            } else if (xml.startsWith("</")) {
                send(user, xml);
                return false;
            }
            return true;
        }

        private boolean authenticated(String xml) throws IOException {
            var text = new String(Base64.getDecoder().decode(xml.replaceAll("<[^>]*>", "")), StandardCharsets.UTF_8);
            var name = NAME.matcher(text);
            if (!name.matches() || !name.group(2).equals("bench-password")) {
                send(user, "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>");
                return false;
            }
            user = name.group(1);
            users.put(user, socket.getOutputStream());
            send(user, "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
            return true;
        }

        private void carry(String xml) throws IOException {
            var to = TO.matcher(xml);
            if (!to.find()) {
                throw new IOException("a message to nobody: " + xml);
            }
            boolean now = ++messages % NOW_AND_THEN == 0;
            switch (now ? mistake : Mistake.NONE) {
                case NONE -> send(to.group(1), xml + held);
                case LOSES -> {}
                case DOUBLES -> send(to.group(1), xml + xml);
                case REVERSES -> held = xml;
                case MISDIRECTS -> send(user, xml);
            }
            held = now ? held : "";
        }

        private void send(String name, String xml) throws IOException {
            var out = users.getOrDefault(name, socket.getOutputStream());
            synchronized (out) {
                out.write(xml.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
