package im.myna.socket.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.settings.Certificate;
import im.myna.socket.tls.Certificates;
import im.myna.socket.tls.Engine;
import im.myna.socket.tls.TestCertificates;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which certificate a client sees, and what of a client's own is believed. */
class CertificatesTest {
    private static final String RENEWABLE = "im.myna.socket.tls.Renewable";

    @TempDir
    Path folder;

    private static X509Certificate seen(House house, String name) throws Exception {
        try (var peer = house.directPeer()) {
            return (X509Certificate)
                    peer.tls(name, Peer.NO_KEYS, parameters -> {}).getSession().getPeerCertificates()[0];
        }
    }

    // RFC 6066, 3
    @ParameterizedTest
    @EnumSource
    void eachDomainShowsItsOwnCertificate(Engine engine) throws Exception {
        var files = new LinkedHashMap<String, Certificate>();
        var expected = new LinkedHashMap<String, X509Certificate>();
        for (var domain : List.of("main.example", "second.example", "bücher.example")) {
            var made = TestCertificates.of(java.net.IDN.toASCII(domain));
            files.put(domain, made.write(folder, domain));
            expected.put(domain, made.certificate());
        }
        try (var house = House.of(House.certificates(files, engine))) {
            assertThat(seen(house, "main.example")).isEqualTo(expected.get("main.example"));
            assertThat(seen(house, "second.example")).isEqualTo(expected.get("second.example"));
            assertThat(seen(house, "SECOND.example")).isEqualTo(expected.get("second.example"));
            assertThat(seen(house, "xn--bcher-kva.example")).isEqualTo(expected.get("bücher.example"));
            assertThat(seen(house, "unknown.example")).isEqualTo(expected.get("main.example"));
            assertThat(seen(house, "")).isEqualTo(expected.get("main.example"));
        }
    }

    // RFC 5929, 4: of the certificate that this client saw
    @ParameterizedTest
    @EnumSource
    void theBindingIsThatOfTheDomainThatWasChosen(Engine engine) throws Exception {
        var files = new LinkedHashMap<String, Certificate>();
        files.put("main.example", TestCertificates.of("main.example").write(folder, "main"));
        var second = TestCertificates.of("second.example");
        files.put("second.example", second.write(folder, "second"));
        try (var house = House.of(House.certificates(files, engine))) {
            seen(house, "second.example");
            assertThat(house.recorder().link().security().binding("tls-server-end-point"))
                    .hasValue(MessageDigest.getInstance("SHA-256")
                            .digest(second.certificate().getEncoded()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NATIVE, RSA, 2048, SHA256withRSA",
        "JDK, RSA, 2048, SHA256withRSA",
        "NATIVE, EC, 384, SHA384withECDSA",
        "JDK, EC, 384, SHA384withECDSA",
        "JDK, Ed25519, 0, Ed25519"
    })
    void keysOfOtherKindsServeToo(Engine engine, String algorithm, int size, String signature) throws Exception {
        var made = TestCertificates.of("localhost", TestCertificates.keys(algorithm, size), signature);
        try (var house = House.of(House.certificates(Map.of("localhost", made.write(folder, "it")), engine))) {
            assertThat(seen(house, "localhost")).isEqualTo(made.certificate());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRenewedCertificateIsShownFromThenOnAndConnectionsGoOn(Engine engine) throws Exception {
        var old = TestCertificates.of("localhost");
        var files = Map.of("localhost", old.write(folder, "localhost"));
        var certificates = House.certificates(files, engine);
        try (var house = House.of(certificates);
                var peer = house.directPeer()) {
            peer.tls();
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            certificates.watch(house.loops().next(), GlobalEventExecutor.INSTANCE, Duration.ofMillis(10));
            var renewed = TestCertificates.of("localhost");
            replace(renewed, "localhost");
            House.until(() -> sees(house, renewed.certificate()));
            peer.sends("</stream:stream>");
            assertThat(peer.leaves()).isEqualTo("</stream:stream>");
        }
    }

    private static boolean sees(House house, X509Certificate certificate) {
        try {
            return seen(house, "localhost").equals(certificate);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a renewal does it: each file as a whole. */
    private void replace(TestCertificates made, String name) throws IOException {
        var files = made.write(folder, name + ".new");
        // Longer than the old one, whatever the clock of the file system says.
        Files.writeString(files.chain(), Files.readString(files.chain()) + "\n");
        Files.move(files.key(), folder.resolve(name + ".key"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.move(files.chain(), folder.resolve(name + ".pem"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenNewFileKeepsTheOldCertificateAndIsLoggedOnce(Engine engine) throws Exception {
        var old = TestCertificates.of("localhost");
        var certificates = House.certificates(Map.of("localhost", old.write(folder, "localhost")), engine);
        try (var house = House.of(certificates);
                var log = new Log(RENEWABLE)) {
            Files.writeString(folder.resolve("localhost.pem"), "broken");
            certificates.refresh();
            certificates.refresh();
            assertThat(seen(house, "localhost")).isEqualTo(old.certificate());
            assertThat(log.lines).hasSize(1);
            Files.delete(folder.resolve("localhost.pem"));
            certificates.refresh();
            certificates.refresh();
            assertThat(log.lines).hasSize(2);
            assertThat(seen(house, "localhost")).isEqualTo(old.certificate());
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsNotTaken() throws Exception {
        var old = TestCertificates.of("localhost");
        var certificates = House.certificates(Map.of("localhost", old.write(folder, "localhost")), Engine.JDK);
        try (var house = House.of(certificates);
                var log = new Log(RENEWABLE)) {
            // Half of a renewal.
            TestCertificates.of("localhost").writeChain(folder.resolve("localhost.pem"));
            Files.writeString(folder.resolve("localhost.pem"), "\n", java.nio.file.StandardOpenOption.APPEND);
            certificates.refresh();
            assertThat(seen(house, "localhost")).isEqualTo(old.certificate());
            assertThat(log.lines).singleElement().asString().contains("not that of the certificate");
        }
    }

    @Test
    void aCertificateThatCannotBeUsedStopsTheStartWithItsFile() throws Exception {
        var files = TestCertificates.of("localhost").write(folder, "localhost");
        Files.writeString(files.key(), "broken");
        assertThatThrownBy(() -> House.certificates(Map.of("localhost", files), Engine.JDK))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("localhost.key");
    }

    // XEP-0178, 2: asked for, and never required
    @ParameterizedTest
    @CsvSource({"NATIVE, TLSv1.3", "JDK, TLSv1.3", "NATIVE, TLSv1.2", "JDK, TLSv1.2"})
    void aClientsCertificateIsBelievedWhenATrustedAuthoritySignedIt(Engine engine, String protocol) throws Exception {
        var authority = TestCertificates.of("authority");
        authority.writeChain(folder.resolve("authorities.pem"));
        var server = TestCertificates.of("localhost").write(folder, "localhost");
        var juliet = authority.signs("juliet@localhost");
        var stranger = TestCertificates.of("authority").signs("juliet@localhost");
        var own = TestCertificates.of("juliet@localhost");
        try (var house = House.of(Certificates.read(
                Map.of("localhost", server), "xmpp-client", List.of(folder.resolve("authorities.pem")), engine))) {
            assertThat(shown(house, juliet.keyManagers(), protocol)).containsExactly(juliet.certificate());
            assertThat(shown(house, Peer.NO_KEYS, protocol)).isEmpty();
            assertThat(shown(house, stranger.keyManagers(), protocol)).isEmpty();
            assertThat(shown(house, own.keyManagers(), protocol)).isEmpty();
        }
    }

    private static List<X509Certificate> shown(House house, javax.net.ssl.KeyManager[] keys, String protocol)
            throws Exception {
        try (var peer = house.directPeer()) {
            peer.tls("localhost", keys, parameters -> parameters.setProtocols(new String[] {protocol}));
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            return house.recorder().link().security().peer();
        }
    }

    // Who logged in by a certificate and comes back by a ticket has not lost it.
    @ParameterizedTest
    @EnumSource
    void aResumedSessionStillHasTheClientsCertificate(Engine engine) throws Exception {
        var authority = TestCertificates.of("authority");
        authority.writeChain(folder.resolve("authorities.pem"));
        var juliet = authority.signs("juliet@localhost");
        var server = TestCertificates.of("localhost").write(folder, "localhost");
        var context = Peer.context(juliet.keyManagers());
        try (var house = House.of(Certificates.read(
                Map.of("localhost", server), "xmpp-client", List.of(folder.resolve("authorities.pem")), engine))) {
            var created = new java.util.HashSet<Long>();
            for (int i = 0; i < 2; i++) {
                try (var peer = house.directPeer()) {
                    var tls = peer.tls(context, "localhost", parameters -> {});
                    peer.sends(Peer.HEADER).reads("xml:lang='en'>");
                    created.add(tls.getSession().getCreationTime());
                    assertThat(house.recorder().link().security().peer()).containsExactly(juliet.certificate());
                }
            }
            assertThat(created).as("sessions").hasSize(1);
        }
    }

    /** What one class logs, while it is open. */
    private static final class Log extends Handler implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Logger logger;

        Log(String name) {
            logger = Logger.getLogger(name);
            logger.addHandler(this);
            logger.setUseParentHandlers(false);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(java.text.MessageFormat.format(
                    line.getMessage(), line.getParameters() == null ? new Object[0] : line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
            logger.setUseParentHandlers(true);
        }
    }
}
