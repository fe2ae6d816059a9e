package im.myna.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.jid.Jid;
import im.myna.specification.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XEP-0178, 2. */
@Shows("XEP-0178")
class ExternalTest {
    private static final Jid JULIET = Jid.of("juliet@example.com");
    private static final Jid NURSE = Jid.of("nurse@example.com");

    private static Jid account(String authzid, Jid... addresses) {
        return External.account(authzid.getBytes(StandardCharsets.UTF_8), List.of(addresses));
    }

    private static SaslCondition refusal(String authzid, Jid... addresses) {
        return catchThrowableOfType(SaslException.class, () -> account(authzid, addresses))
                .condition();
    }

    /** Made by openssl x509, valid for a hundred years. */
    private static X509Certificate certificate(String name) throws IOException, CertificateException {
        try (var file = ExternalTest.class.getResourceAsStream(name)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    @Test
    void aCertificateWithOneAddressIsEnough() {
        assertThat(account("", JULIET)).isEqualTo(JULIET);
        assertThat(account("Juliet@Example.com", JULIET)).isEqualTo(JULIET);
    }

    @Test
    void withSeveralTheClientSaysWhich() {
        assertThat(account("nurse@example.com", JULIET, NURSE)).isEqualTo(NURSE);
        assertThat(refusal("", JULIET, NURSE)).isEqualTo(SaslCondition.INVALID_AUTHZID);
    }

    @Test
    void anotherAddressThanTheCertificatesIsRefused() {
        assertThat(refusal("romeo@example.com", JULIET)).isEqualTo(SaslCondition.INVALID_AUTHZID);
        assertThat(refusal("@@", JULIET)).isEqualTo(SaslCondition.INVALID_AUTHZID);
    }

    @Test
    void aCertificateWithoutAddressIsNotAuthorized() {
        assertThat(refusal("")).isEqualTo(SaslCondition.NOT_AUTHORIZED);
        assertThat(refusal("romeo@example.com")).isEqualTo(SaslCondition.NOT_AUTHORIZED);
    }

    @Test
    void theAddressesStandInTheCertificate() throws IOException, CertificateException {
        // With a DNS name, another kind of other name, something that is no address, and the same address twice, beside
        // them.
        assertThat(XmppAddresses.of(certificate("two-addresses.pem"))).containsExactly(JULIET, NURSE);
        assertThat(XmppAddresses.of(certificate("no-address.pem"))).isEmpty();
    }
}
