package im.myna.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import im.myna.figures.EventLoopMXBean;
import im.myna.figures.Histogram;
import im.myna.figures.ListenerMXBean;
import im.myna.settings.AdapterMXBean;
import im.myna.socket.tls.TestCertificates;
import jakarta.resource.spi.InvalidPropertyException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.management.JMX;
import javax.management.ObjectName;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationTest {
    @TempDir
    static Path folder;

    private final Works works = new Works();
    private final Beans beans = new Beans();
    private EventLoops loops;
    private int client;
    private int clientTls;

    @BeforeEach
    void start() throws IOException {
        loops = new EventLoops(works, 2);
        client = Visit.freePort();
        clientTls = Visit.freePort();
    }

    @AfterEach
    void stop() {
        loops.close();
        assertThat(works.haveEnded()).isTrue();
    }

    private Activation activate(Kind kind) throws IOException {
        return Activation.open(kind, Visit.settings(folder, client, clientTls), loops, new Endpoints(beans));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 10_000 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void anApplicationForClientsOpensTheirPorts() throws Exception {
        try (var activation = activate(Kind.CLIENT);
                var plain = Visit.connect(client);
                var encrypted = Visit.encrypt(clientTls)) {
            assertThat(activation).isNotNull();
            assertThat(Visit.open(plain)).contains("id='" + EventLoops.THREAD);
            assertThat(Visit.open(encrypted)).contains("id='" + EventLoops.THREAD);
            assertThat(beans.lent()).isEqualTo(2);
        }
        assertThat(beans.lent()).isZero();
    }

    @Test
    void eachStreamHasABeanUntilItEnds() throws Exception {
        try (var activation = activate(Kind.CLIENT)) {
            assertThat(activation).isNotNull();
            for (int i = 1; i <= 3; i++) {
                try (var plain = Visit.connect(client)) {
                    Visit.open(plain);
                    assertThat(beans.lent()).isEqualTo(1);
                }
                until(() -> beans.lent() == 0);
            }
        }
    }

    @Test
    void withoutABeanThereIsNoStream() throws Exception {
        beans.runOut();
        try (var activation = activate(Kind.CLIENT);
                var plain = Visit.connect(client)) {
            assertThat(activation).isNotNull();
            assertThatThrownBy(() -> assertThat(Visit.open(plain)).isNotEmpty())
                    .isInstanceOfAny(IOException.class, AssertionError.class);
        }
    }

    @Test
    void aKindWithoutPortsOpensNone() throws Exception {
        try (var activation = activate(Kind.COMPONENT)) {
            assertThat(activation).isNotNull();
            assertThatThrownBy(() -> Visit.connect(client)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aPortThatIsTakenStopsItAndIsNamed() throws Exception {
        try (var first = activate(Kind.CLIENT)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> activate(Kind.CLIENT))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(String.valueOf(client));
        }
    }

    @Test
    void aClosedActivationLeavesItsPorts() throws Exception {
        activate(Kind.CLIENT).close();
        try (var again = activate(Kind.CLIENT);
                var plain = Visit.connect(client)) {
            assertThat(again).isNotNull();
            assertThat(Visit.open(plain)).isNotEmpty();
        }
    }

    // RFC 6120, 4.9.3.20; the container answers no call of an application that goes
    @Test
    void whenTheApplicationGoesThePeersAreToldAndTheBeansAreNotCalled() throws Exception {
        var activation = activate(Kind.CLIENT);
        try (var plain = Visit.connect(client)) {
            Visit.open(plain);
            beans.runOut();
            var closing = new Thread(activation::close);
            closing.start();
            assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("<system-shutdown")
                    .endsWith("</stream:stream>");
            plain.shutdownOutput();
            closing.join();
        }
        assertThat(beans.lent()).isZero();
        assertThat(beans.calledTooLate()).isFalse();
    }

    @Test
    void whoWatchesSeesThePortsByJmxWhileTheyAreOpen() throws Exception {
        try (var activation = activate(Kind.CLIENT);
                var plain = Visit.connect(client)) {
            assertThat(activation).isNotNull();
            Visit.open(plain);
            var seen = seen("Listener", ListenerMXBean.class);
            assertThat(seen)
                    .extracting(ListenerMXBean::getDoor, ListenerMXBean::getPort)
                    .containsExactlyInAnyOrder(tuple("TCP", client), tuple("DIRECT_TLS", clientTls));
            assertThat(seen).allSatisfy(port -> {
                assertThat(port.isOpen()).isTrue();
                assertThat(port.getConnections()).isEqualTo(port.getPort() == client ? 1 : 0);
                assertThat(port.getCertificateEnds().get("localhost"))
                        .isGreaterThan(Instant.now().getEpochSecond());
            });
        }
        assertThat(seen("Listener", ListenerMXBean.class)).isEmpty();
    }

    @Test
    void whoWatchesSeesHowLateEachLoopIs() throws Exception {
        try (var activation = activate(Kind.CLIENT)) {
            assertThat(activation).isNotNull();
            var seen = seen("EventLoop", EventLoopMXBean.class);
            assertThat(seen).hasSize(2);
            until(() -> seen.stream().allMatch(ActivationTest::hasBeaten));
            assertThat(seen).allSatisfy(loop -> {
                assertThat(loop.getLagCounts()).hasSize(Histogram.BOUNDS.size() + 1);
                assertThat(loop.getLagSeconds()).isNotNegative();
                assertThat(loop.getPendingTasks()).isNotNegative();
            });
        }
    }

    @Test
    void aLoopThatStandsStillIsSeenWhileItDoes() throws Exception {
        var released = new CountDownLatch(1);
        try (var activation = activate(Kind.CLIENT)) {
            assertThat(activation).isNotNull();
            var first = loops.group().iterator().next();
            first.execute(() -> {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            var seen = seen("EventLoop", EventLoopMXBean.class);
            until(() -> seen.stream().anyMatch(loop -> loop.getSecondsBehind() > 0.3));
            released.countDown();
            until(() -> seen.stream().allMatch(ActivationTest::hasBeaten));
            assertThat(seen).anySatisfy(loop -> assertThat(loop.getLagSeconds()).isGreaterThan(0.3));
        } finally {
            released.countDown();
        }
    }

    @Test
    void aCertificateThatIsInstalledIsShownAtOnceAndKept(@TempDir Path own) throws Exception {
        var sources = Visit.settings(own, client, clientTls);
        try (var activation = Activation.open(Kind.CLIENT, sources, loops, new Endpoints(beans))) {
            assertThat(activation).isNotNull();
            var adapter = seen("Adapter", AdapterMXBean.class).get(0);
            var before = adapter.getCertificates().get("localhost");
            var fresh = TestCertificates.of("localhost");
            adapter.install("localhost", fresh.chain(), fresh.key());
            assertThat(adapter.getCertificates().get("localhost")).isNotEqualTo(before);
            assertThat(adapter.getCertificateFiles())
                    .containsEntry("localhost", own.resolve("tls/localhost.pem").toString());
            try (var encrypted = (SSLSocket) Visit.encrypt(clientTls)) {
                assertThat(encrypted.getSession().getPeerCertificates()[0]).isEqualTo(fresh.certificate());
            }
            assertThat(Files.getPosixFilePermissions(own.resolve("tls/localhost.key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        try (var again = Activation.open(Kind.CLIENT, sources, loops, new Endpoints(beans))) {
            assertThat(again).isNotNull();
            assertThat(seen("Adapter", AdapterMXBean.class).get(0).getCertificateFiles())
                    .containsEntry("localhost", own.resolve("tls/localhost.pem").toString());
        }
    }

    @Test
    void aCertificateThatCannotBeUsedChangesNothing(@TempDir Path own) throws Exception {
        try (var activation =
                Activation.open(Kind.CLIENT, Visit.settings(own, client, clientTls), loops, new Endpoints(beans))) {
            assertThat(activation).isNotNull();
            var adapter = seen("Adapter", AdapterMXBean.class).get(0);
            var before = adapter.getCertificates();
            var fresh = TestCertificates.of("localhost");
            var other = TestCertificates.of("elsewhere.example");
            refused(adapter, "localhost", fresh.chain(), other.key(), "the key is not that of the certificate");
            refused(adapter, "localhost", other.chain(), other.key(), "it is for elsewhere.example, not for localhost");
            refused(adapter, "elsewhere.example", other.chain(), other.key(), "no domain of this server");
            refused(adapter, "localhost", "not PEM", fresh.key(), "no certificate");
            refused(adapter, "localhost", fresh.chain(), "not PEM", "no private key");
            assertThat(adapter.getCertificates()).isEqualTo(before);
            try (var files = Files.list(own.resolve("tls"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("self-signed.pem", "self-signed.key");
            }
        }
    }

    @Test
    void aCertificateIsCheckedAndKeptForADomainOfTheNextStart(@TempDir Path own) throws Exception {
        try (var activation =
                Activation.open(Kind.CLIENT, Visit.settings(own, client, clientTls), loops, new Endpoints(beans))) {
            assertThat(activation).isNotNull();
            var adapter = seen("Adapter", AdapterMXBean.class).get(0);
            var before = adapter.getCertificates();
            var next = TestCertificates.of("next.example");
            adapter.check("next.example", next.chain(), next.key());
            assertThat(own.resolve("tls/next.example.pem")).doesNotExist();
            assertThatThrownBy(() -> adapter.check("other.example", next.chain(), next.key()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("it is for next.example, not for other.example");
            assertThatThrownBy(() -> adapter.keep("other.example", next.chain(), next.key()))
                    .isInstanceOf(IllegalArgumentException.class);
            adapter.keep("next.example", next.chain(), next.key());
            assertThat(own.resolve("tls/next.example.pem")).hasContent(next.chain());
            assertThat(Files.getPosixFilePermissions(own.resolve("tls/next.example.key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(adapter.getCertificates()).isEqualTo(before);
        }
    }

    private static void refused(AdapterMXBean adapter, String domain, String chain, String key, String why) {
        assertThatThrownBy(() -> adapter.install(domain, chain, key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("/");
    }

    @Test
    void aLimitThatIsChangedHoldsForTheNextConnection(@TempDir Path own) throws Exception {
        try (var activation = Activation.open(
                        Kind.CLIENT, Visit.settings(own, client, clientTls), loops, new Endpoints(beans));
                var first = Visit.connect(client)) {
            assertThat(activation).isNotNull();
            Visit.open(first);
            var adapter = seen("Adapter", AdapterMXBean.class).get(0);
            adapter.change(Map.of("myna.limits.connections-per-address", "1"));
            try (var second = Visit.connect(client)) {
                assertThat(Visit.open(second)).contains("policy-violation");
            }
            adapter.change(Map.of());
            try (var third = Visit.connect(client)) {
                assertThat(Visit.open(third)).contains("id='" + EventLoops.THREAD);
            }
        }
    }

    private static boolean hasBeaten(EventLoopMXBean loop) {
        return loop.getLagCounts().stream().anyMatch(count -> count > 0);
    }

    private static <T> List<T> seen(String type, Class<T> as) throws Exception {
        var server = ManagementFactory.getPlatformMBeanServer();
        return server.queryNames(new ObjectName("im.myna:type=" + type + ",*"), null).stream()
                .map(name -> JMX.newMXBeanProxy(server, name, as))
                .toList();
    }

    @Test
    void kindsAreNamedInTheActivationSpec() throws Exception {
        var spec = new XmppActivationSpec();
        assertThat(spec.kind()).isEqualTo(Kind.CLIENT);
        for (var kind : Kind.values()) {
            spec.setKind(kind.property());
            spec.validate();
            assertThat(spec.kind()).isEqualTo(kind);
        }
        spec.setKind("postman");
        assertThatThrownBy(spec::validate)
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageContaining("postman")
                .hasMessageContaining("client, server, component");
    }
}
