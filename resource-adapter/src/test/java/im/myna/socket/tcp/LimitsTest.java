package im.myna.socket.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.stream.Frame;
import im.myna.xml.Element;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a peer may do, and for how long. */
class LimitsTest {
    private static final String IQ = "<iq type='get' id='%d'><ping xmlns='urn:xmpp:ping'/></iq>";

    @TempDir
    static Path folder;

    /** Sends one byte after the other until nobody wants them. */
    private static Thread drip(Peer peer, byte[] bytes) {
        var dripping = new Thread(() -> {
            try {
                for (var one : bytes) {
                    peer.sends(new byte[] {one});
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                // It is over.
                Thread.currentThread().interrupt();
            }
        });
        dripping.start();
        return dripping;
    }

    @Test
    void theLogInHasADeadlineHoweverBusyThePeerIs() throws Exception {
        try (var house = House.of(folder, "login-seconds", "1");
                var peer = house.peer()) {
            long start = System.nanoTime();
            var dripping = drip(peer, (Peer.HEADER + " ".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
            peer.readsToTheEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
            house.recorder().heard("opened", "failed policy-violation");
            dripping.interrupt();
            dripping.join();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "DIRECT_TLS"})
    void aHandshakeHasTheSameDeadline(Door door) throws Exception {
        try (var house = House.of(folder, "login-seconds", "1");
                var peer = new Peer(house.listener(door).address())) {
            if (door == Door.TCP) {
                peer.sends(Peer.HEADER + Peer.STARTTLS).reads("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            }
            // A record that announces a ClientHello of 500 bytes, and comes to no end.
            var hello = new byte[505];
            System.arraycopy(new byte[] {22, 3, 1, 1, (byte) 0xf4, 1, 0, 1, (byte) 0xf0, 3, 3}, 0, hello, 0, 11);
            var dripping = drip(peer, hello);
            peer.readsToTheEnd();
            if (door == Door.TCP) {
                house.recorder().heard("opened", "header", "starttls", "closed");
            }
            House.until(() -> house.listener(door).connections() == 0);
            dripping.interrupt();
            dripping.join();
        }
    }

    private static Recorder established(House house) {
        return new Recorder().answering((link, frames) -> {
            Recorder.answer(link, frames);
            link.established(house.limits().authenticated());
        });
    }

    // RFC 6120, 4.6.1 and 4.9.3.4: white space shows that the peer is there
    @Test
    void whoIsLoggedInMayStayAsLongAsItSaysSomething() throws Exception {
        try (var house = House.of(folder, "login-seconds", "1", "idle-seconds", "1")) {
            house.with(() -> established(house));
            try (var peer = house.peer()) {
                peer.sends(Peer.HEADER).reads("xml:lang='en'>");
                var recorder = house.recorder();
                recorder.heard("opened", "header");
                for (int i = 0; i < 20; i++) {
                    peer.sends(" ");
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                recorder.heardNothingMore();
                assertThat(peer.readsToTheEnd()).contains("<connection-timeout");
                recorder.heard("failed connection-timeout");
            }
        }
    }

    @Test
    void aPausedLinkIsNotCalledIdle() throws Exception {
        try (var house = House.of(folder, "idle-seconds", "1")) {
            house.with(() -> new Recorder().answering((link, frames) -> {
                link.established(house.limits().authenticated());
                link.pause();
            }));
            try (var peer = house.peer()) {
                peer.sends(Peer.HEADER + " ");
                var recorder = house.recorder();
                var link = recorder.link();
                recorder.heard("opened", "header");
                TimeUnit.MILLISECONDS.sleep(1500);
                recorder.heardNothingMore();
                link.resume();
                recorder.heard("failed connection-timeout");
            }
        }
    }

    @Test
    void whoSendsTooFastIsSlowedDownAndNotCutOff() throws Exception {
        try (var house = House.of(folder, "bytes-per-second", "20000", "bytes-burst", "5000")) {
            house.with(() -> established(house));
            try (var peer = house.peer()) {
                long start = System.nanoTime();
                var text = new StringBuilder(Peer.HEADER);
                var expected = new ArrayList<String>();
                for (int i = 0; text.length() < 25_000; i++) {
                    text.append(IQ.formatted(i));
                    expected.add("iq " + i);
                }
                peer.sends(text.toString());
                var recorder = house.recorder();
                recorder.heard("opened", "header");
                recorder.heard(expected.toArray(String[]::new));
                recorder.heardNothingMore();
                // The last read may take more than there is; what comes next then waits.
                peer.sends(IQ.formatted(1_000_000));
                recorder.heard("iq 1000000");
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isBetween(Duration.ofMillis(950), Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void whoDoesNotReadIsCutOffAndTheOthersDoNotNotice() throws Exception {
        try (var house = House.of(folder, "output-bytes", "100000");
                var deaf = new Peer(house.listener(Door.TCP).address(), 4096);
                var other = house.peer()) {
            var ofDeaf = house.recorder(deaf);
            var link = ofDeaf.link();
            var flooding = new Thread(() -> flood(link));
            flooding.start();
            other.sends(Peer.HEADER).reads("xml:lang='en'>");
            ofDeaf.heard("opened", "closed");
            flooding.interrupt();
            flooding.join();
            assertThat(other.sends("</stream:stream>").readsToTheEnd()).isEqualTo("</stream:stream>");
        }
    }

    private static void flood(Link link) {
        var frame = new Frame.Nonza(Element.of("urn:example", "flood").text("x".repeat(1000)));
        while (!Thread.currentThread().isInterrupted()) {
            link.write(frame);
        }
    }

    @Test
    void whoDoesNotReadIsCutOffAlsoWhenItsOwnLoopWrites() throws Exception {
        var frame = new Frame.Nonza(Element.of("urn:example", "flood").text("x".repeat(10_000)));
        try (var house = House.of(folder, "output-bytes", "100000")
                        .with(() -> new Recorder().answering((link, frames) -> link.write(frame)));
                var deaf = new Peer(house.listener(Door.TCP).address(), 4096)) {
            deaf.sends(Peer.HEADER);
            var requests = new Thread(() -> {
                try {
                    for (int i = 0; i < 100_000; i++) {
                        deaf.sends(IQ.formatted(i));
                    }
                } catch (IOException e) {
                    // Cut off, as it should be.
                    Thread.currentThread().interrupt();
                }
            });
            requests.start();
            requests.join();
            House.until(() -> house.listener(Door.TCP).connections() == 0);
        }
    }

    @Test
    void aBurstForAPeerThatReadsIsNotTakenForAnOverflow() throws Exception {
        var frame = new Frame.Nonza(Element.of("urn:example", "burst").text("x".repeat(1000)));
        try (var house = House.of(folder, "output-bytes", "100000")
                        .with(() -> new Recorder().answering((link, frames) -> {
                            for (int i = 0; i < 90; i++) {
                                link.write(frame);
                            }
                            link.close();
                        }));
                var peer = house.peer()) {
            peer.sends(Peer.HEADER);
            assertThat(peer.leaves()).endsWith("</burst>").hasSizeGreaterThan(90_000);
        }
    }

    @Test
    void aPeerThatNeverReadsDoesNotHoldAClosedLink() throws Exception {
        var frame = new Frame.Nonza(Element.of("urn:example", "much").text("x".repeat(10_000_000)));
        try (var house = House.of(folder, "output-bytes", "0").with(() -> new Recorder().answering((link, frames) -> {
                    link.write(frame);
                    link.close();
                }));
                var deaf = new Peer(house.listener(Door.TCP).address(), 4096)) {
            deaf.sends(Peer.HEADER);
            house.recorder().heard("opened", "header", "closed");
        }
    }

    @Test
    void anAddressMayHaveSoManyConnections() throws Exception {
        try (var house = House.of(folder, "connections-per-address", "2");
                var first = house.peer();
                var second = house.directPeer()) {
            second.tls();
            house.recorder().heard("opened");
            house.recorder().heard("opened");
            try (var third = house.peer()) {
                // RFC 6120, 4.9.1.2: with a header, though the peer has sent none
                third.sends(Peer.HEADER);
                assertThat(third.readsToTheEnd())
                        .startsWith("<?xml version='1.0'?><stream:stream ")
                        .contains("from='localhost'", "<policy-violation")
                        .endsWith("</stream:stream>");
            }
            try (var fourth = house.directPeer()) {
                assertThat(fourth.readsToTheEnd()).isIn("", "(reset)");
            }
            first.endsOutput();
            first.readsToTheEnd();
            House.until(() -> house.listener(Door.TCP).connections() == 0);
            try (var fifth = house.peer()) {
                fifth.sends(Peer.HEADER).reads("xml:lang='en'>");
            }
        }
    }

    @Test
    void whoIsTurnedAwayAndStaysIsCutOff() throws Exception {
        try (var house = House.of(folder, "connections-per-address", "1");
                var first = house.peer();
                var second = house.peer()) {
            house.recorder().heard("opened");
            assertThat(second.readsToTheEnd()).contains("<policy-violation");
            var sending = drip(second, new byte[100_000]);
            sending.join();
            first.sends(Peer.HEADER).reads("xml:lang='en'>");
        }
    }
}
