package im.myna.micro;

import im.myna.settings.Certificate;
import im.myna.socket.tls.Pair;
import im.myna.socket.tls.Pem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;

/** The certificates in the form that Payara reads for HTTPS; the alias of each is its domain. */
record Keystore(byte[] content, String password) {
    private static final int SECRET_BYTES = 18;

    static Keystore of(Map<String, Certificate> certificates) throws IOException {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        var password = Base64.getUrlEncoder().encodeToString(secret);
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var each : certificates.entrySet()) {
                var files = each.getValue();
                var chain = Pem.certificates(files.chain()).toArray(X509Certificate[]::new);
                var key = Pem.key(files.key());
                Pair.require(chain[0], key);
                store.setKeyEntry(each.getKey(), key, password.toCharArray(), chain);
            }
            var content = new ByteArrayOutputStream();
            store.store(content, password.toCharArray());
            return new Keystore(content.toByteArray(), password);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("HTTPS cannot use the certificate: " + e.getMessage(), e);
        }
    }

    /** The file, for its owner only. */
    Path write(Path folder) throws IOException {
        var file = folder.resolve("https.p12");
        OwnersFiles.write(file, content);
        return file;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Keystore";
    }
}
