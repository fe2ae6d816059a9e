package im.myna.socket.tls;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Who may vouch for clients (XEP-0178). A handshake asks for their certificates but never fails for want of a good one: whether
 * one is trusted is decided after it, so that its owner can still log in by password.
 */
final class Authorities {
    /** One, or none when nobody may vouch. */
    private final List<X509TrustManager> judges;

    private Authorities(List<X509TrustManager> judges) {
        this.judges = judges;
    }

    static Authorities of(List<Path> files) throws IOException, GeneralSecurityException {
        if (files.isEmpty()) {
            return new Authorities(List.of());
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var file : files) {
            for (var certificate : Pem.certificates(file)) {
                store.setCertificateEntry("authority" + store.size(), certificate);
            }
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return new Authorities(List.of((X509TrustManager) factory.getTrustManagers()[0]));
    }

    /** Makes a server ask clients for certificates, when anybody may vouch for them. */
    void ask(SslContextBuilder server) {
        judges.forEach(
                judge -> server.clientAuth(ClientAuth.OPTIONAL).trustManager(new Question(judge.getAcceptedIssuers())));
    }

    /** The chain that the client proved to own and that one of us signed, its own first. */
    List<X509Certificate> trusted(SSLSession session) {
        if (judges.isEmpty()) {
            return List.of();
        }
        try {
            var chain = Arrays.stream(session.getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            judges.get(0).checkClientTrusted(chain, chain[0].getPublicKey().getAlgorithm());
            return List.of(chain);
        } catch (SSLPeerUnverifiedException | CertificateException e) {
            return List.of();
        }
    }

    private static final class Question extends X509ExtendedTrustManager {
        private final X509Certificate[] issuers;

        Question(X509Certificate[] issuers) {
            this.issuers = issuers.clone();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return issuers.clone();
        }

        // Not here: see trusted. That the client has the key was proved by its signature over the handshake.

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("not a client");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }
    }
}
