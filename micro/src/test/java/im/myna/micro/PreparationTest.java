package im.myna.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.settings.SettingsException;
import im.myna.socket.tls.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
    @TempDir
    private Path folder;

    @Test
    void theDefaultsAreToldInFull() throws IOException {
        assertThat(prepare())
                .containsEntry("myna.domain", "localhost")
                .containsEntry("myna.data", data().toString())
                .containsEntry("myna.port.client", "5222")
                .containsEntry("myna.port.https", "8443")
                .containsEntry("myna.db.class", "org.h2.jdbcx.JdbcDataSource")
                .containsEntry(
                        "myna.db.url",
                        "jdbc:h2:file:" + data().resolve("myna") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void whatWasSaidIsTold() throws IOException {
        assertThat(prepare("-Dmyna.limits.depth=7", "-Dmyna.domain=im.example.com , other.example"))
                .containsEntry("myna.limits.depth", "7")
                .containsEntry("myna.domain", "im.example.com,other.example");
    }

    @Test
    void nobodyElseMayLookIntoTheData() throws IOException {
        prepare();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.walk(data())) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void httpsShowsTheCertificateThatTheOtherPortsShow() throws IOException, GeneralSecurityException {
        var told = prepare("-Dmyna.domain=im.example.com,other.example");
        var keystore = KeyStore.getInstance(
                Path.of(told.get("javax.net.ssl.keyStore")).toFile(),
                told.get("javax.net.ssl.keyStorePassword").toCharArray());
        assertThat(keystore.isKeyEntry("im.example.com")).isTrue();
        assertThat(((X509Certificate) keystore.getCertificate("other.example")).getSubjectAlternativeNames())
                .extracting(name -> name.get(1))
                .isEqualTo(List.of("im.example.com", "other.example"));
    }

    @Test
    void aGivenCertificateIsUsed() throws IOException, GeneralSecurityException {
        var given =
                SelfSigned.in(folder.resolve("given"), List.of("given.example")).get("given.example");
        var told = prepare("-Dmyna.tls.certificate=" + given.chain(), "-Dmyna.tls.key=" + given.key());
        var keystore = KeyStore.getInstance(
                Path.of(told.get("javax.net.ssl.keyStore")).toFile(),
                told.get("javax.net.ssl.keyStorePassword").toCharArray());
        assertThat(((X509Certificate) keystore.getCertificate("localhost"))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=given.example");
        assertThat(data().resolve("tls")).doesNotExist();
    }

    @Test
    void aCertificateThatCannotBeReadIsRefused() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.pem"), "nothing");
        assertThatThrownBy(() -> prepare("-Dmyna.tls.certificate=" + broken, "-Dmyna.tls.key=" + broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HTTPS cannot use the certificate: no certificate in " + broken);
    }

    @Test
    void withoutHttpsThereIsNoKeystore() throws IOException {
        assertThat(prepare("-Dmyna.port.https=0")).doesNotContainKey("javax.net.ssl.keyStore");
    }

    @Test
    void aWrongValueIsRefused() {
        assertThatThrownBy(() -> prepare("-Dmyna.port.client=many"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("myna.port.client is 'many'");
        assertThat(data()).doesNotExist();
    }

    private Map<String, String> prepare(String... args) throws IOException {
        var config = Files.writeString(folder.resolve("empty.properties"), "");
        var all = Stream.concat(Stream.of("--config=" + config, "-Dmyna.data=" + data()), Arrays.stream(args));
        return new Preparation().apply(all.toList());
    }

    private Path data() {
        return folder.resolve("data");
    }
}
