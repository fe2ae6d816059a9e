package im.myna.socket.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A client that can only send and read bytes. */
final class Peer implements AutoCloseable {
    static final String HEADER =
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='localhost' version='1.0'>";
    static final String STARTTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
    static final KeyManager[] NO_KEYS = {};

    private static final int PATIENCE_MILLIS = 10_000;

    private Socket socket = new Socket();
    private InputStream input;

    Peer(InetSocketAddress server) throws IOException {
        this(server, 0);
    }

    /** @param buffer of what it has not read, in bytes; 0 for the default */
    Peer(InetSocketAddress server, int buffer) throws IOException {
        if (buffer > 0) {
            socket.setReceiveBufferSize(buffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(server);
        input = new BufferedInputStream(socket.getInputStream());
    }

    Peer sends(String text) throws IOException {
        return sends(text.getBytes(StandardCharsets.UTF_8));
    }

    Peer sends(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads to the end of that text. */
    String reads(String end) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(end, Math.max(0, text.length() - end.length())) < 0) {
            int next = input.read();
            assertThat(next).as("instead of %s came, in the end: %s", end, text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    /** Reads until the server ends its direction; what came. */
    String readsToTheEnd() throws IOException {
        var text = new StringBuilder();
        try {
            for (int next = input.read(); next >= 0; next = input.read()) {
                text.append((char) next);
            }
        } catch (SocketException e) {
            text.append("(reset)");
        }
        return text.toString();
    }

    /** As {@link #readsToTheEnd}, and goes. */
    String leaves() throws IOException {
        var text = readsToTheEnd();
        close();
        return text;
    }

    void endsOutput() throws IOException {
        socket.shutdownOutput();
    }

    SSLSocket tls() throws IOException {
        return tls("localhost", NO_KEYS, parameters -> {});
    }

    /**
     * Negotiates TLS on the connection.
     *
     * @param name what to ask for; empty for nothing
     */
    SSLSocket tls(String name, KeyManager[] keys, Consumer<SSLParameters> choice) throws IOException {
        return tls(context(keys), name, choice);
    }

    SSLSocket tls(SSLContext context, String name, Consumer<SSLParameters> choice) throws IOException {
        var tls = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, name.isEmpty() ? "127.0.0.1" : name, socket.getPort(), true);
        var parameters = tls.getSSLParameters();
        parameters.setServerNames(name.isEmpty() ? List.of() : List.of(new SNIHostName(name)));
        choice.accept(parameters);
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        socket = tls;
        input = new BufferedInputStream(tls.getInputStream());
        return tls;
    }

    /** A client's side that believes every server. */
    static SSLContext context(KeyManager[] keys) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {new Believer()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Believer implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
