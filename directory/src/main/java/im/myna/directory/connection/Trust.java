package im.myna.directory.connection;

import im.myna.directory.definition.Definition.Reach;
import im.myna.directory.definition.DefinitionException;
import im.myna.directory.definition.Key;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose servers are believed. */
final class Trust {
    private Trust() {}

    /** Whether a certificate has to have the name that was asked for: a pinned one is known by itself. */
    static boolean byName(Reach reach) {
        return reach.pins().isEmpty() || !reach.trusted().isEmpty();
    }

    /** @throws DefinitionException when what is trusted cannot be read */
    static SSLContext context(Reach reach) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager(reach)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new DefinitionException(Key.TRUST.title(), "these are no certificates: " + e.getMessage());
        }
    }

    private static X509TrustManager manager(Reach reach) throws GeneralSecurityException, IOException {
        var signed = byName(reach) ? Optional.of(authorities(reach.trusted())) : Optional.<X509TrustManager>empty();
        return reach.pins().isEmpty() ? signed.orElseThrow() : new Pinned(reach.pins(), signed);
    }

    private static X509TrustManager authorities(String pem) throws GeneralSecurityException, IOException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(pem.isEmpty() ? null : store(pem));
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static KeyStore store(String pem) throws GeneralSecurityException, IOException {
        var certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        if (certificates.isEmpty()) {
            throw new CertificateException("there is none");
        }
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (var certificate : certificates) {
            store.setCertificateEntry("trusted" + number++, certificate);
        }
        return store;
    }

    /** Believes certain certificates, and of them those that the others believe, if there are others. */
    private static final class Pinned implements X509TrustManager {
        private final List<String> pins;
        private final X509TrustManager[] others;

        Pinned(List<String> pins, Optional<X509TrustManager> others) {
            this.pins = pins;
            this.others = others.stream().toArray(X509TrustManager[]::new);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("nobody is served here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            var print = print(chain[0]);
            if (!pins.contains(print)) {
                throw new CertificateException("this certificate is not pinned, its SHA-256 is " + print);
            }
            for (var other : others) {
                other.checkServerTrusted(chain, type);
            }
        }

        private static String print(X509Certificate certificate) throws CertificateException {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
                return HexFormat.of().formatHex(digest);
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
