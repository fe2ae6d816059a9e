package im.myna.socket.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PemTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("it.pem");
    }

    static Stream<KeyPair> keys() {
        return Stream.of(
                TestCertificates.ecKeys(),
                TestCertificates.keys("EC", 384),
                TestCertificates.keys("RSA", 2048),
                TestCertificates.keys("Ed25519", 0));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyInPkcs8IsRead(KeyPair keys) throws Exception {
        Files.writeString(file, block("PRIVATE KEY", keys.getPrivate().getEncoded()));
        assertThat(Pem.key(file)).isEqualTo(keys.getPrivate());
    }

    @Test
    void anRsaKeyInItsTraditionalFormIsRead() throws Exception {
        var keys = TestCertificates.keys("RSA", 2048);
        Files.writeString(
                file, TestCertificates.of("localhost", keys, "SHA256withRSA").traditionalKey());
        assertThat(Files.readString(file)).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(Pem.key(file)).isEqualTo(keys.getPrivate());
    }

    @Test
    void anEcKeyInItsTraditionalFormIsRead() throws Exception {
        var keys = TestCertificates.ecKeys();
        var point = DERBitString.getInstance(
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()).getPublicKeyData());
        var secret = ((ECPrivateKey) keys.getPrivate()).getS();
        var key = new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, point, SECObjectIdentifiers.secp256r1);
        Files.writeString(file, block("EC PRIVATE KEY", key.getEncoded()));
        assertThat(((ECPrivateKey) Pem.key(file)).getS()).isEqualTo(secret);
    }

    @Test
    void anEcKeyBehindABlockOfParametersIsRead() throws Exception {
        // RFC 5915, 3: the curve is optional in the key itself; "openssl ecparam -genkey" writes it in front.
        var keys = (ECPrivateKey) TestCertificates.ecKeys().getPrivate();
        var secret = BigIntegers.asUnsignedByteArray(32, keys.getS());
        var bare = Der.wrap(Der.SEQUENCE, Der.integer(1), Der.wrap(Der.OCTET_STRING, secret));
        Files.writeString(file, block("EC PARAMETERS", Der.oid("1.2.840.10045.3.1.7")) + block("EC PRIVATE KEY", bare));
        assertThat(((ECPrivateKey) Pem.key(file)).getS()).isEqualTo(keys.getS());
    }

    private static String block(String label, byte[] der) {
        var text = Base64.getMimeEncoder().encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    @Test
    void aKeyWithAPasswordIsRefusedWithAReason() throws IOException {
        Files.writeString(file, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        assertThatThrownBy(() -> Pem.key(file))
                .isInstanceOf(InvalidKeySpecException.class)
                .hasMessageContaining("has a password");
    }

    @Test
    void aFileWithoutAKeyIsRefused() throws IOException {
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> Pem.key(file))
                .hasMessageContaining("no private key")
                .hasMessageContaining("it.pem");
        assertThatThrownBy(() -> Pem.certificates(file)).hasMessageContaining("no certificate");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenContentIsRefused(String label, String base64) throws IOException {
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
        assertThatThrownBy(() -> Pem.key(file)).isInstanceOfAny(InvalidKeySpecException.class, IOException.class);
    }

    static Stream<Arguments> broken() {
        return Stream.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY")
                .flatMap(label ->
                        Stream.of("", "MA", "MAMCAQE=", "MIT/////AAAA", "A").map(text -> Arguments.of(label, text)));
    }

    @Test
    void aChainIsReadInItsOrder() throws Exception {
        var authority = TestCertificates.of("authority");
        var own = authority.signs("localhost");
        own.writeChain(folder.resolve("own"));
        authority.writeChain(folder.resolve("authority"));
        Files.writeString(
                file,
                Files.readString(folder.resolve("own")) + "text\n" + Files.readString(folder.resolve("authority")));
        assertThat(Pem.certificates(file)).containsExactly(own.certificate(), authority.certificate());
    }

    @Test
    void aBrokenCertificateIsRefused() throws IOException {
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> Pem.certificates(file)).isInstanceOf(CertificateException.class);
    }

    @Test
    void aFileThatIsNoPemButHugeIsNotRead() throws IOException {
        Files.write(file, new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> Pem.certificates(file)).hasMessageContaining("too large");
    }
}
