package im.myna.micro;

import im.myna.settings.Certificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** The certificates in the form that Payara reads for HTTPS; the alias of each is its domain. */
final class Keystore {
    private final KeyStore store;
    private final String password;

    private Keystore(KeyStore store, String password) {
        this.store = store;
        this.password = password;
    }

    static Keystore of(Map<String, Certificate> certificates) throws IOException {
        var secret = new byte[18];
        new SecureRandom().nextBytes(secret);
        var password = Base64.getUrlEncoder().encodeToString(secret);
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var each : certificates.entrySet()) {
                add(store, each.getKey(), each.getValue(), password);
            }
            return new Keystore(store, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("HTTPS cannot use the certificate: " + e.getMessage(), e);
        }
    }

    /** The file, for its owner only. */
    Path write(Path folder) throws IOException {
        var file = folder.resolve("https.p12");
        var bytes = new ByteArrayOutputStream();
        try {
            store.store(bytes, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot write a keystore: " + e.getMessage(), e);
        }
        OwnersFiles.write(file, bytes.toByteArray());
        return file;
    }

    String password() {
        return password;
    }

    private static void add(KeyStore store, String domain, Certificate certificate, String password)
            throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(certificate.chain())) {
            var chain = CertificateFactory.getInstance("X.509").generateCertificates(in);
            store.setKeyEntry(
                    domain,
                    key(certificate.key()),
                    password.toCharArray(),
                    chain.toArray(java.security.cert.Certificate[]::new));
        }
    }

    private static PrivateKey key(Path file) throws IOException {
        try (var parser = new PEMParser(Files.newBufferedReader(file))) {
            // An EC key made by openssl has its parameters in a part of its own before it.
            for (var part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                }
                if (part instanceof PrivateKeyInfo info) {
                    return new JcaPEMKeyConverter().getPrivateKey(info);
                }
            }
        }
        throw new IllegalArgumentException(file + " has no private key without password");
    }
}
