package im.myna.socket.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BindingsTest {
    static Stream<Arguments> signatures() {
        return Stream.of(
                Arguments.of("EC", 256, "SHA256withECDSA", "SHA-256"),
                Arguments.of("EC", 384, "SHA384withECDSA", "SHA-384"),
                Arguments.of("EC", 256, "SHA512withECDSA", "SHA-512"),
                // RFC 5929, 4.1: SHA-1 and MD5 count as SHA-256
                Arguments.of("EC", 256, "SHA1withECDSA", "SHA-256"),
                Arguments.of("RSA", 2048, "SHA256withRSA", "SHA-256"),
                Arguments.of("RSA", 2048, "SHA384withRSA", "SHA-384"),
                Arguments.of("RSA", 2048, "MD5withRSA", "SHA-256"),
                Arguments.of("RSA", 2048, "SHA256withRSAandMGF1", "SHA-256"),
                Arguments.of("RSA", 2048, "SHA512withRSAandMGF1", "SHA-512"));
    }

    // RFC 5929, 4.1
    @ParameterizedTest
    @MethodSource("signatures")
    void theEndPointIsTheHashOfTheCertificateByTheHashOfItsSignature(
            String algorithm, int size, String signature, String hash) throws Exception {
        var made = TestCertificates.of("localhost", TestCertificates.keys(algorithm, size), signature);
        assertThat(Bindings.endPoint(made.certificate()).get("tls-server-end-point"))
                .isEqualTo(MessageDigest.getInstance(hash)
                        .digest(made.certificate().getEncoded()));
    }

    @Test
    void aSignatureWithoutAHashOfItsOwnHasNoEndPoint() throws Exception {
        var made = TestCertificates.of("localhost", TestCertificates.keys("Ed25519", 0), "Ed25519");
        assertThat(Bindings.endPoint(made.certificate())).isEmpty();
    }
}
