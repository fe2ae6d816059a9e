package im.myna.micro;

import im.myna.settings.Certificate;
import java.io.IOException;
import java.math.BigInteger;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate for all domains that vouches for itself, for those who have no better one yet. */
record SelfSigned(Path chain, Path key, List<String> domains) {
    // Apple's limit; some clients refuse more.
    private static final Duration VALID = Duration.ofDays(825);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    SelfSigned {
        domains = List.copyOf(domains);
    }

    /** The one in that folder; made anew when there is none, when it ends soon or when the domains are others. */
    static SelfSigned in(Path folder, List<String> domains) throws IOException {
        var found = new SelfSigned(folder.resolve("self-signed.pem"), folder.resolve("self-signed.key"), domains);
        if (!found.isGood()) {
            found.make();
        }
        return found;
    }

    Map<String, Certificate> certificates() {
        return domains.stream().collect(Collectors.toMap(Function.identity(), domain -> new Certificate(chain, key)));
    }

    private boolean isGood() throws IOException {
        if (!Files.exists(chain) || !Files.exists(key)) {
            return false;
        }
        try (var in = Files.newInputStream(chain)) {
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
            return certificate.getNotAfter().toInstant().isAfter(Instant.now().plus(RENEWED_BEFORE))
                    && names(certificate).equals(ascii());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(chain + " is no certificate; remove it to get a new one", e);
        }
    }

    private static Set<String> names(X509Certificate certificate) throws GeneralSecurityException {
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> ascii() {
        return domains.stream().map(IDN::toASCII).collect(Collectors.toCollection(TreeSet::new));
    }

    private void make() throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            OwnersFiles.write(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            OwnersFiles.write(chain, pem("CERTIFICATE", certificate(pair).getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("this Java cannot make a certificate: " + e.getMessage(), e);
        }
    }

    private X509Certificate certificate(KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var now = Instant.now();
        var subject = new X500NameBuilder().addRDN(BCStyle.CN, domains.get(0)).build();
        var names = ascii().stream().map(SelfSigned::name).toArray(GeneralName[]::new);
        var builder = new JcaX509v3CertificateBuilder(
                        subject,
                        new BigInteger(120, new SecureRandom()),
                        Date.from(now.minus(CLOCKS_DIFFER)),
                        Date.from(now.plus(VALID)),
                        subject,
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static GeneralName name(String domain) {
        var isAddress = domain.matches("[0-9.]+") || domain.contains(":");
        return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, domain);
    }


    private static byte[] pem(String title, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return ("-----BEGIN " + title + "-----\n" + lines + "\n-----END " + title + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
