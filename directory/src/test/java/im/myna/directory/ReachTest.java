package im.myna.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.directory.connection.Keys;
import im.myna.directory.connection.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a directory is reached, and what becomes of those who ask when it is not. */
class ReachTest {
    private final Town town = new Town();

    @AfterEach
    void close() {
        town.close();
    }

    private boolean letsIn(String... more) {
        try (var directory = town.directory(more)) {
            return directory.verdict("juliet", Town.PASSWORD) instanceof Verdict.Right;
        }
    }

    private void isNotReached(String... more) {
        assertThatThrownBy(() -> letsIn(more)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void itIsReachedPlainlyByStartTlsAndByLdaps() {
        var ldaps = "localhost:" + town.tlsPort();
        var pem = Keys.here().certificate();
        assertThat(letsIn()).isTrue();
        assertThat(letsIn("security", "starttls", "trust", pem)).isTrue();
        assertThat(letsIn("security", "ldaps", "servers", ldaps, "trust", pem)).isTrue();
    }

    @Test
    void whoIsNotTrustedIsNotAsked() {
        var ldaps = "localhost:" + town.tlsPort();
        isNotReached("security", "starttls");
        isNotReached("security", "ldaps", "servers", ldaps);
        isNotReached(
                "security",
                "ldaps",
                "servers",
                ldaps,
                "trust",
                Keys.make("dns:localhost").certificate());
    }

    @Test
    void aCertificateForAnotherNameIsNotTaken() {
        // The whole of 127.0.0.0/8 is this machine, but the certificate is for one address of it.
        isNotReached("security", "starttls", "trust", Keys.here().certificate(), "servers", "127.0.0.2:" + town.port());
    }

    @Test
    void aPinnedCertificateIsKnownByItself() {
        var ldaps = "localhost:" + town.tlsPort();
        assertThat(letsIn(
                        "security",
                        "ldaps",
                        "servers",
                        ldaps,
                        "pins",
                        Keys.here().pin()))
                .isTrue();
        isNotReached("security", "ldaps", "servers", ldaps, "pins", "00".repeat(32));
    }

    @Test
    void nobodyInParticularMayLookForPeople() {
        assertThat(letsIn("bind-dn", "", "bind-password", "")).isTrue();
    }

    @Test
    void whoLooksForPeopleWithAWrongPasswordIsNoFaultOfTheirs() {
        isNotReached("bind-password", "wrong");
    }

    @Test
    void theSecondServerIsAskedWhenTheFirstIsAway() throws IOException {
        int nobody = free();
        var both = "127.0.0.1:" + nobody + ", 127.0.0.1:" + town.port();
        assertThat(letsIn("servers", both)).isTrue();
        assertThat(letsIn("servers", both, "order", "round-robin")).isTrue();
    }

    @Test
    void aServerThatWasStartedAnewIsFoundAtOnce() {
        try (var directory = town.directory("connections", "2")) {
            assertThat(directory.verdict("juliet", Town.PASSWORD)).isInstanceOf(Verdict.Right.class);
            town.close("plain");
            town.open("plain");
            assertThat(directory.verdict("juliet", Town.PASSWORD)).isInstanceOf(Verdict.Right.class);
        }
    }

    @Test
    void whileItIsAwayNobodyWaitsAndItIsFoundWhenItComesBack() {
        try (var directory = town.directory("failures", "2", "pause-seconds", "1")) {
            town.close("plain");
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> directory.verdict("juliet", Town.PASSWORD))
                        .isInstanceOf(UnavailableException.class);
            }
            assertThatThrownBy(() -> directory.verdict("juliet", Town.PASSWORD))
                    .hasMessageContaining("left alone for a while");
            assertThat(directory.state().away()).isTrue();
            town.open("plain");
            var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (directory.state().away() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(directory.verdict("juliet", Town.PASSWORD)).isInstanceOf(Verdict.Right.class);
        }
    }

    @Test
    void oneThatHangsCostsAsLongAsItMay() throws IOException {
        for (var security : List.of("plain", "starttls", "ldaps")) {
            try (var mute = new Mute(socket -> {})) {
                long begun = System.nanoTime();
                isNotReached("servers", "127.0.0.1:" + mute.port(), "security", security);
                assertThat(Duration.ofNanos(System.nanoTime() - begun))
                        .as(security)
                        .isLessThan(Duration.ofSeconds(4));
            }
        }
    }

    @Test
    void norDoesOneThatHangsInTheMiddleOfStartTls() throws IOException {
        // RFC 4511, 4.14.2: "success" to the first request; then nothing more.
        var success = new byte[] {0x30, 0x0c, 0x02, 0x01, 0x01, 0x78, 0x07, 0x0a, 0x01, 0x00, 0x04, 0x00, 0x04, 0x00};
        try (var mute = new Mute(socket -> socket.getOutputStream().write(success))) {
            long begun = System.nanoTime();
            isNotReached("servers", "127.0.0.1:" + mute.port(), "security", "starttls");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void oneThatTalksGarbageOrHangsUpIsAway() throws IOException {
        var garbage = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (var babbling = new Mute(socket -> socket.getOutputStream().write(garbage));
                var rude = new Mute(socket -> {
                    // With that, what is closed is reset.
                    socket.setSoLinger(true, 0);
                    socket.close();
                })) {
            for (var security : List.of("plain", "starttls", "ldaps")) {
                isNotReached("servers", "127.0.0.1:" + babbling.port(), "security", security);
                isNotReached("servers", "127.0.0.1:" + rude.port(), "security", security);
            }
        }
    }

    @Test
    void aTestSaysHowItWentWithEachServer() throws IOException {
        int nobody = free();
        try (var directory = town.directory("servers", "127.0.0.1:" + nobody + ", 127.0.0.1:" + town.port())) {
            assertThat(directory.test()).extracting(Step::good).containsExactly(false, true, true);
        }
        try (var directory = town.directory("bind-password", "wrong")) {
            var steps = directory.test();
            assertThat(steps).extracting(Step::good).containsExactly(false, false);
            assertThat(steps.get(0).text()).contains("does not let in").doesNotContain("wrong\"");
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Takes connections, does one thing with them, and says no more. */
    private static final class Mute implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<Socket> guests = new ArrayList<>();

        interface Manners {
            void meet(Socket socket) throws IOException;
        }

        Mute(Manners manners) throws IOException {
            var thread = new Thread(() -> open(manners));
            thread.setDaemon(true);
            thread.start();
        }

        private void open(Manners manners) {
            while (!door.isClosed()) {
                try {
                    var guest = door.accept();
                    synchronized (guests) {
                        guests.add(guest);
                    }
                    manners.meet(guest);
                } catch (IOException e) {
                    assertThat(e).as("it was closed, or the guest has gone").isNotNull();
                }
            }
        }

        int port() {
            return door.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            door.close();
            synchronized (guests) {
                for (var guest : guests) {
                    guest.close();
                }
            }
        }
    }
}
