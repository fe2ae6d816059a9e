package im.myna.negotiation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.link.Security;
import im.myna.sasl.ScramClient;
import im.myna.specification.Shows;
import im.myna.store.account.Lock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XEP-0178, 2. The certificate is for juliet@example.com and nurse@example.com. */
@Shows("XEP-0178")
class ClientCertificateTest {
    private final House house = new House(Map.of("myna.domain", "example.com,example.org"));
    private final Visitor visitor = house.visitor().encrypted(shown());

    @AfterEach
    void close() {
        house.close();
    }

    private static Security shown() {
        try (var file = ScramClient.class.getResourceAsStream("two-addresses.pem")) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            return new Security("TLSv1.3", "x", Map.of(), List.of(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private void external(String authzid) {
        var features = visitor.opens("example.com");
        assertThat(Visitor.mechanisms(features)).startsWith("EXTERNAL");
        visitor.auth("EXTERNAL", authzid.isEmpty() ? "=" : Base64.getEncoder().encodeToString(authzid.getBytes(UTF_8)));
    }

    @Test
    void whoSaysWhichOfItsAddressesItIsIsLetIn() {
        house.account(Jid.of("nurse@example.com"));
        external("nurse@example.com");
        visitor.hears("<success xmlns='" + Visitor.SASL + "'/>");
        assertThat(visitor.isEstablished()).isTrue();
    }

    @Test
    void withSeveralAddressesOneHasToBeNamed() {
        house.account(Jid.of("nurse@example.com"));
        external("");
        visitor.hearsFailure("invalid-authzid");
    }

    @Test
    void anotherAddressIsRefused() {
        house.account(Jid.of("romeo@example.com"));
        external("romeo@example.com");
        visitor.hearsFailure("invalid-authzid");
    }

    @Test
    void anAddressWithoutAccountIsNotAuthorized() {
        external("juliet@example.com");
        visitor.hearsFailure("not-authorized");
    }

    /** RFC 6120, 6.5.1. */
    @Test
    void aDisabledAccountIsNotLetInByItsCertificateEither() {
        house.lock(house.account(Jid.of("nurse@example.com")), new Lock(true, Instant.EPOCH));
        external("nurse@example.com");
        visitor.hearsFailure("account-disabled");
        assertThat(visitor.isEstablished()).isFalse();
    }

    @Test
    void atAnotherDomainTheCertificateIsWorthNothing() {
        assertThat(Visitor.mechanisms(visitor.opens("example.org")))
                .isNotEmpty()
                .doesNotContain("EXTERNAL");
    }
}
