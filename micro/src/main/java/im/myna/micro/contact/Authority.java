package im.myna.micro.contact;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Which certificates are believed. */
final class Authority {
    private Authority() {}

    /** Those in the file, and those that they signed, for the names that stand in them; an empty path for those that Java believes. */
    static SSLContext of(Path pem) throws IOException {
        try {
            if (Whereabouts.isNothing(pem)) {
                return SSLContext.getDefault();
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : certificates(pem)) {
                store.setCertificateEntry("authority " + store.size(), certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return context(trust.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(pem + " has no certificates: " + e.getMessage(), e);
        }
    }

    /** The first one in the file and no other, whatever the name by which the server is asked. */
    static SSLContext only(Path pem) throws IOException {
        try {
            var own = certificates(pem).stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(pem + " has no certificate"));
            return context(new Only(own));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(pem + " has no certificate: " + e.getMessage(), e);
        }
    }

    private static SSLContext context(TrustManager... trusted) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, trusted, null);
        return context;
    }

    private static List<? extends Certificate> certificates(Path pem) throws IOException, CertificateException {
        try (var in = Files.newInputStream(pem)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
    }

    /** The owner of the files knows his own server by its certificate, not by its name. */
    private static final class Only extends X509ExtendedTrustManager {
        private final Certificate own;

        Only(Certificate own) {
            this.own = own;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            if (!chain[0].equals(own)) {
                throw new CertificateException("another server answers here");
            }
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

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("there are no clients here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
