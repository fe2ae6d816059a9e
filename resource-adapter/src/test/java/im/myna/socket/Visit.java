package im.myna.socket;

import im.myna.settings.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** The adapter starts, two clients come and go, the adapter stops; run in a class loader of its own. */
public final class Visit implements Consumer<Path> {
    static final String HEADER =
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='localhost' version='1.0'>";

    private static final TrustManager BELIEVER = new X509TrustManager() {
        @Override
        public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

        @Override
        public java.security.cert.X509Certificate[] getAcceptedIssuers() {
            return new java.security.cert.X509Certificate[0];
        }
    };

    /** Settings for that folder; ports are free ones, and 0 for the others. */
    static Sources settings(Path folder, int client, int clientTls) {
        var told = Map.of(
                "myna.data", folder.toString(),
                "myna.address", "127.0.0.1",
                "myna.port.client", String.valueOf(client),
                "myna.port.client-tls", String.valueOf(clientTls));
        return new Sources(key -> Optional.ofNullable(told.get(key)), key -> "test");
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Opens a stream. @return what came back, to the end of the header */
    static String open(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(HEADER.getBytes(StandardCharsets.UTF_8));
        var text = new StringBuilder();
        while (text.indexOf("xml:lang='en'>") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return text.toString();
            }
            text.append((char) next);
        }
        return text.toString();
    }

    static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    static Socket encrypt(int port) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {BELIEVER}, null);
            return context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void accept(Path folder) {
        var works = new Works();
        try {
            int client = freePort();
            int clientTls = freePort();
            var loops = new EventLoops(works, 2);
            try (var activation = Activation.open(
                            Kind.CLIENT, settings(folder, client, clientTls), loops, new Endpoints(new Beans()));
                    var plain = connect(client);
                    var encrypted = encrypt(clientTls)) {
                if (activation == null
                        || open(plain).isEmpty()
                        || open(encrypted).isEmpty()) {
                    throw new IllegalStateException("no answer");
                }
            } finally {
                loops.close();
            }
            if (!works.haveEnded()) {
                throw new IllegalStateException("threads are left");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
