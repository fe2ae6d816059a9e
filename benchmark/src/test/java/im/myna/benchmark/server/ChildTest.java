package im.myna.benchmark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.benchmark.Installed;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildTest {
    @Test
    void aProgramThatEndsAtOnceIsToldWithItsLastWords() {
        try (var child = Child.prepared("test")) {
            assertThatThrownBy(() -> child.start("", Map.of(), List.of("sh", "-c", "echo no such thing; exit 1")))
                    .hasMessageContaining("no such thing");
        }
    }

    @Test
    void nothingIsLeftOfAServerThatWasClosed() {
        Installed.orSkipped(Contestant.PROSODY);
        var child = Child.prepared("test");
        child.close();
        assertThat(child.folder()).doesNotExist();
        var server = Contestant.PROSODY.started("0");
        var process = ProcessHandle.of(server.pid());
        assertThat(process).get().matches(ProcessHandle::isAlive);
        server.close();
        assertThat(process).get().matches(handle -> !handle.isAlive());
    }

    @Test
    void theKeyIsOnTheCurveP256() throws Exception {
        try (var child = Child.prepared("test")) {
            var certificate = Certificate.of(Server.DOMAIN, child.folder());
            assertThat(Files.readString(certificate.key())).startsWith("-----BEGIN PRIVATE KEY-----");
            try (var in = Files.newInputStream(certificate.chain())) {
                var read = java.security.cert.CertificateFactory.getInstance("X.509")
                        .generateCertificate(in);
                assertThat(read.getPublicKey())
                        .isInstanceOfSatisfying(java.security.interfaces.ECPublicKey.class, key -> assertThat(
                                        key.getParams().getCurve().getField().getFieldSize())
                                .isEqualTo(256));
            }
        }
    }
}
