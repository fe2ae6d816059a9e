package im.myna.socket.tls;

import im.myna.settings.Certificate;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;

/** A name with its key and certificate, made for one test. */
public record TestCertificates(KeyPair keys, X509Certificate certificate) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Signs itself; P-256. */
    public static TestCertificates of(String name) {
        return of(name, ecKeys(), "SHA256withECDSA");
    }

    public static TestCertificates of(String name, KeyPair keys, String signature) {
        return make(name, keys, name, keys, signature, true);
    }

    /** Signs a certificate for that name. */
    public TestCertificates signs(String name) {
        return make(
                name,
                ecKeys(),
                certificate.getSubjectX500Principal().getName().substring(3),
                keys,
                "SHA256withECDSA",
                false);
    }

    public static KeyPair ecKeys() {
        return keys("EC", 256);
    }

    public static KeyPair keys(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (size > 0) {
                generator.initialize(size);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestCertificates make(
            String name, KeyPair keys, String issuer, KeyPair issuerKeys, String signature, boolean authority) {
        try {
            var now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                            new X500Name("CN=" + issuer),
                            new BigInteger(64, RANDOM),
                            Date.from(now.minus(Duration.ofHours(1))),
                            Date.from(now.plus(Duration.ofDays(1))),
                            new X500Name("CN=" + name),
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
            var signed = builder.build(signer(signature).build(issuerKeys.getPrivate()));
            return new TestCertificates(keys, new JcaX509CertificateConverter().getCertificate(signed));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JcaContentSignerBuilder signer(String signature) {
        var signer = new JcaContentSignerBuilder(signature);
        // The JDK has no such name.
        return signature.endsWith("MGF1") ? signer.setProvider(new BouncyCastleProvider()) : signer;
    }

    /** Writes both files, named after the name, as OpenSSL does today. */
    public Certificate write(Path folder, String name) throws IOException {
        var files = new Certificate(folder.resolve(name + ".pem"), folder.resolve(name + ".key"));
        writeChain(files.chain());
        Files.writeString(files.key(), key());
        return files;
    }

    public void writeChain(Path file) throws IOException {
        Files.writeString(file, chain());
    }

    /** PEM. */
    public String chain() throws IOException {
        return pem(new JcaMiscPEMGenerator(certificate));
    }

    /** PEM, as OpenSSL writes it today. */
    public String key() throws IOException {
        return pem(new JcaPKCS8Generator(keys.getPrivate(), null));
    }

    /** The key as OpenSSL wrote it once: PKCS 1, SEC 1. */
    public String traditionalKey() throws IOException {
        return pem(new JcaMiscPEMGenerator(keys.getPrivate()));
    }

    /** What a client logs in with. */
    public KeyManager[] keyManagers() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("key", keys.getPrivate(), new char[0], new X509Certificate[] {certificate});
            var factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, new char[0]);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(PemObjectGenerator content) throws IOException {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString();
    }
}
