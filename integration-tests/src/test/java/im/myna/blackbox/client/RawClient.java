package im.myna.blackbox.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A client that says exactly what it is told to, and sees exactly what the server does. */
public final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Target target;
    private final Deque<Node> putAside = new ArrayDeque<>();
    private Socket socket;
    private Splitter incoming;
    private int requests;

    private RawClient(Target target, Socket socket) throws IOException {
        this.target = target;
        use(socket);
    }

    /** With TLS negotiated by STARTTLS and a stream opened within. */
    public static RawClient connect(Target target) {
        var client = plain(target);
        client.open();
        client.send("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        client.expect("proceed");
        client.secure();
        client.open();
        return client;
    }

    /** With TLS from the first byte and a stream opened within. */
    public static RawClient connectDirectly(Target target) {
        var client = connected(target, target.directPort());
        client.secure();
        client.open();
        return client;
    }

    /** A connection on which nothing was said yet. */
    public static RawClient plain(Target target) {
        return connected(target, target.port());
    }

    /** Connected and logged in. */
    public static RawClient login(Target target, String username, String password, String resource) {
        var client = connect(target);
        try {
            client.authenticate(username, password);
            client.bind(resource);
            return client;
        } catch (AssertionError | UncheckedIOException e) {
            client.close();
            throw e;
        }
    }

    private static RawClient connected(Target target, int port) {
        try {
            var socket = new Socket(target.address(), port);
            socket.setTcpNoDelay(true);
            return new RawClient(target, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void use(Socket newSocket) throws IOException {
        socket = newSocket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        incoming = new Splitter(new BufferedInputStream(socket.getInputStream()));
    }

    private void secure() {
        try {
            var tls = (SSLSocket)
                    Trust.context().getSocketFactory().createSocket(socket, target.domain(), socket.getPort(), true);
            tls.startHandshake();
            use(tls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server showed in the handshake. */
    public X509Certificate certificate() {
        try {
            return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a stream. @return its features */
    public Node open() {
        send(
                "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='"
                        + target.domain() + "' version='1.0'>");
        expect("stream");
        return expect("features");
    }

    /** SASL PLAIN, and a new stream. */
    public void authenticate(String username, String password) {
        var token = Base64.getEncoder()
                .encodeToString(("\0" + username + "\0" + password).getBytes(StandardCharsets.UTF_8));
        send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + token + "</auth>");
        expect("success");
        open();
    }

    public void bind(String resource) {
        demand(
                "set",
                "",
                "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>" + resource + "</resource></bind>");
    }

    /** Makes an account on a stream that is not authenticated (XEP-0077); the server must be open for that. */
    public void register(String username, String password) {
        demand(
                "set",
                target.domain(),
                "<query xmlns='jabber:iq:register'><username>" + username + "</username><password>" + password
                        + "</password></query>");
    }

    /** Sends a request and waits for its result. */
    public Node demand(String type, String to, String payload) {
        var answer = ask(type, to, payload);
        if (!answer.attribute("type").equals("result")) {
            throw new AssertionError("asked for " + payload + ", got " + answer);
        }
        return answer;
    }

    /** Sends a request and waits for its answer, whichever it is; what comes in between is there to be received later. */
    public Node ask(String type, String to, String payload) {
        var id = "ask" + ++requests;
        send("<iq type='" + type + "' id='" + id + "'" + (to.isEmpty() ? "" : " to='" + to + "'") + ">" + payload
                + "</iq>");
        var between = new ArrayDeque<Node>();
        var node = receive();
        while (!(node.name().equals("iq") && node.attribute("id").equals(id))) {
            between.add(node);
            node = receive();
        }
        putAside.addAll(between);
        return node;
    }

    public Node ping() {
        return demand("get", target.domain(), "<ping xmlns='urn:xmpp:ping'/>");
    }

    public void send(String xml) {
        try {
            var out = socket.getOutputStream();
            out.write(xml.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next thing that comes, which must be there. */
    public Node receive() {
        return tryReceive().orElseThrow(() -> new AssertionError("the server closed the connection"));
    }

    /** The next thing that comes, which must have that name. */
    public Node expect(String name) {
        var node = receive();
        if (!node.name().equals(name)) {
            throw new AssertionError("waited for " + name + ", got " + node);
        }
        return node;
    }

    /** The next thing that comes; empty when the connection is closed. A closing stream tag has the name "closed". */
    public Optional<Node> tryReceive() {
        if (!putAside.isEmpty()) {
            return Optional.of(putAside.remove());
        }
        try {
            return incoming.next().map(text -> Node.of(text.startsWith("</") ? "<closed/>" : text));
        } catch (SocketTimeoutException e) {
            throw new AssertionError("nothing came for " + PATIENCE_MILLIS + " ms", e);
        } catch (SocketException | SSLException | EOFException e) {
            // A server that was killed resets its connections, or leaves half a record or half a tag behind.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the stream and waits until the server did so too. */
    public void leave() {
        send("</stream:stream>");
        while (tryReceive().isPresent()) {
            // What was still under way is not asked for.
        }
        close();
    }

    /** Drops the connection without a word. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
