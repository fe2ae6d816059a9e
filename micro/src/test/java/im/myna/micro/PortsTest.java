package im.myna.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aPortOnWhichSomebodyListensIsNotFree() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree(client(port)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("myna\\.port\\.client is " + port + ": .+; choose another port, or 0 for none");
            assertThat(Ports.areOpen(client(port))).isTrue();
        }
    }

    @Test
    void aPortOnWhichNobodyListensIsFree() throws IOException {
        int port;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
        }
        assertThatCode(() -> Ports.requireFree(client(port))).doesNotThrowAnyException();
        assertThat(Ports.areOpen(client(port))).isFalse();
    }

    @Test
    void thePortOfThoseWhoGovernIsOneToo() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings =
                    Map.of("myna.admin.port", String.valueOf(other.getLocalPort()), "myna.admin.address", "127.0.0.1");
            assertThatThrownBy(() -> Ports.requireFree(settings)).hasMessageContaining("myna.admin.port is ");
        }
    }

    @Test
    void aPortThatIsOffIsNeitherTakenNorMissed() throws IOException {
        Ports.requireFree(client(0));
        assertThat(Ports.areOpen(client(0))).isTrue();
    }

    private static Map<String, String> client(int port) {
        return Map.of(
                "myna.address", "127.0.0.1", "myna.port.client", String.valueOf(port), "myna.port.client-tls", "0");
    }
}
