package im.myna.socket.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfSignedTest {
    @TempDir
    Path folder;

    private X509Certificate made(String... domains) throws Exception {
        var files = SelfSigned.in(folder.resolve("tls"), List.of(domains)).get(domains[0]);
        return Pem.certificates(files.chain()).get(0);
    }

    // RFC 5280, 4.1
    @Test
    void itVouchesForAllDomains() throws Exception {
        var certificate = made("example.com", "chat.example.com", "bücher.example");
        certificate.checkValidity();
        certificate.checkValidity(Date.from(Instant.now().plus(Duration.ofDays(800))));
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSerialNumber().signum()).isPositive();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=example.com");
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "example.com"), List.of(2, "chat.example.com"), List.of(2, "xn--bcher-kva.example"));
    }

    @Test
    void othersReadItToo() throws Exception {
        var certificate = made("localhost");
        var holder = new JcaX509CertificateHolder(certificate);
        assertThat(holder.isSignatureValid(new JcaContentVerifierProviderBuilder().build(certificate.getPublicKey())))
                .isTrue();
    }

    @Test
    void itIsUsedAsLongAsTheDomainsAreTheSame() throws Exception {
        var first = made("localhost");
        assertThat(made("localhost")).isEqualTo(first);
        assertThat(made("localhost", "example.com")).isNotEqualTo(first);
    }

    @Test
    void oneThatEndsSoonIsMadeAnew() throws Exception {
        var files = TestCertificates.of("localhost").write(Files.createDirectory(folder.resolve("tls")), "self-signed");
        var tomorrow = Pem.certificates(files.chain()).get(0);
        assertThat(made("localhost").getNotAfter()).isAfter(tomorrow.getNotAfter());
    }

    @Test
    void oneThatIsBrokenIsMadeAnew() throws Exception {
        made("localhost");
        Files.writeString(folder.resolve("tls/self-signed.pem"), "broken");
        made("localhost").checkValidity();
    }

    @Test
    void aLongDomainFits() throws Exception {
        var domain = "a".repeat(60) + "." + "b".repeat(60) + ".example";
        assertThat(made(domain).getSubjectAlternativeNames()).containsExactly(List.of(2, domain));
    }

    @Test
    void itsKeyIsForItsOwnerOnly() throws Exception {
        made("localhost");
        assertThat(Files.getPosixFilePermissions(folder.resolve("tls/self-signed.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("tls")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
}
