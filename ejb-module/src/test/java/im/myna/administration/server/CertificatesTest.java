package im.myna.administration.server;

import static im.myna.administration.server.Premises.ADMIN;
import static im.myna.administration.server.Premises.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.settings.AdapterMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    /** P-256, for im.example.com and conference.im.example.com, made for this test. */
    private static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBwjCCAWegAwIBAgIUP3Jx8RMc1TZMABX2z4PmwcAh0yIwCgYIKoZIzj0EAwIw
            GTEXMBUGA1UEAwwOaW0uZXhhbXBsZS5jb20wIBcNMjYxMTIzMjMzNzM5WhgPMjEy
            NjEwMzAyMzM3MzlaMBkxFzAVBgNVBAMMDmltLmV4YW1wbGUuY29tMFkwEwYHKoZI
            zj0CAQYIKoZIzj0DAQcDQgAEXe5qFtz5i4YaG4rv3YDxpjLVCZ2BtGF6X5WafhOp
            Joei/K23QVdj7n6/lxEQIn44zJLdOV5nGA3Q2FLFs0LahKOBijCBhzAdBgNVHQ4E
            FgQULIipD541bKfWlzPFLlxAtXNS+lQwHwYDVR0jBBgwFoAULIipD541bKfWlzPF
            LlxAtXNS+lQwDwYDVR0TAQH/BAUwAwEB/zA0BgNVHREELTArgg5pbS5leGFtcGxl
            LmNvbYIZY29uZmVyZW5jZS5pbS5leGFtcGxlLmNvbTAKBggqhkjOPQQDAgNJADBG
            AiEAghL8iarziFhcj6rcc2OFgmLkIr5rQC4iy4jwE2bIKXcCIQDTF4wM4YTLFpH3
            rD2IAbjaMvNaKb8CrSfRvlh53NgpMw==
            -----END CERTIFICATE-----
            """;

    private final Premises premises = new Premises();
    private final Certificates certificates = premises.bean(Certificates.class);
    private final List<String> told = new ArrayList<>();
    private final ObjectName name;

    CertificatesTest() throws Exception {
        name = new ObjectName("im.myna:type=Adapter,id=" + System.identityHashCode(this));
    }

    /** What an adapter hears. */
    private final class Ear implements AdapterMXBean {
        @Override
        public void change(Map<String, String> changed) {
            told.add("change " + changed);
        }

        @Override
        public Map<String, String> getCertificates() {
            return Map.of("im.example.com", PEM);
        }

        @Override
        public Map<String, String> getCertificateFiles() {
            return Map.of("im.example.com", "/data/tls/im.example.com.pem");
        }

        @Override
        public void install(String domain, String chain, String key) throws IOException {
            switch (chain) {
                case "foreign" -> throw new IllegalArgumentException("it is for others");
                case "external" -> throw new IllegalStateException("the settings say where it is");
                default -> told.add("install " + domain + " " + chain + " " + key);
            }
        }

        @Override
        public void check(String domain, String chain, String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keep(String domain, String chain, String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void renew() {
            told.add("renew");
        }
    }

    @BeforeEach
    void listen() throws Exception {
        ManagementFactory.getPlatformMBeanServer().registerMBean(new Ear(), name);
    }

    @AfterEach
    void close() throws Exception {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        premises.close();
    }

    private static void refused(Reason reason, Runnable call) {
        assertThat(catchThrowableOfType(RefusedException.class, call::run).reason())
                .isEqualTo(reason);
    }

    @Test
    void thoseThatAreShownAreListed() {
        assertThat(certificates.list(ADMIN)).singleElement().satisfies(shown -> {
            assertThat(shown.domain()).isEqualTo("im.example.com");
            assertThat(shown.names()).containsExactly("im.example.com", "conference.im.example.com");
            assertThat(shown.issuer()).isEqualTo("CN=im.example.com");
            assertThat(shown.selfSigned()).isTrue();
            assertThat(shown.key()).isEqualTo("EC 256");
            assertThat(shown.begins()).isBefore(shown.ends());
            assertThat(shown.file()).isEqualTo("/data/tls/im.example.com.pem");
        });
        refused(Reason.FORBIDDEN, () -> certificates.list(CHIEF));
    }

    @Test
    void oneIsInstalledAndTheAuditLogHasNoKey() {
        certificates.install(ADMIN, "im.example.com", "chain", "the key");
        certificates.renew(ADMIN);
        assertThat(told).containsExactly("install im.example.com chain the key", "renew");
        assertThat(premises.deeds())
                .hasSize(2)
                .allSatisfy(deed -> assertThat(deed.toString()).doesNotContain("the key"))
                .last()
                .satisfies(deed -> assertThat(deed.after()).contains("conference.im.example.com"));
    }

    @Test
    void oneThatCannotBeUsedIsRefusedWithTheReason() {
        refused(Reason.INVALID, () -> certificates.install(ADMIN, "im.example.com", "foreign", "key"));
        refused(Reason.CONFLICT, () -> certificates.install(ADMIN, "im.example.com", "external", "key"));
        refused(Reason.NOT_FOUND, () -> certificates.install(ADMIN, "elsewhere.example", "chain", "key"));
        refused(Reason.FORBIDDEN, () -> certificates.install(Premises.AUDITOR, "im.example.com", "chain", "key"));
        assertThat(told).isEmpty();
        assertThat(premises.deeds()).isEmpty();
    }

    /** They share no object: what is changed crosses by JMX. */
    @Test
    void theAdapterHearsOfChangedSettings() {
        premises.bean(ServerSettings.class).change(ADMIN, Map.of("myna.limits.stanza-bytes", "10000"));
        assertThat(told).containsExactly("change {myna.limits.stanza-bytes=10000}");
    }
}
