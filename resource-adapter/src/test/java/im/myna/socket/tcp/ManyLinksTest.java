package im.myna.socket.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.link.Door;
import im.myna.socket.tls.Engine;
import io.netty.util.ResourceLeakDetector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is left of links that are gone. */
class ManyLinksTest {
    private static final int LINKS = 1000;

    @TempDir
    static Path folder;

    /** Netty's: kept, or its handlers would be collected with it. */
    private final Logger detector = Logger.getLogger(ResourceLeakDetector.class.getName());

    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord line) {
            leaks.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenForLeaks() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        detector.addHandler(listening);
    }

    @AfterEach
    void stopListening() {
        detector.removeHandler(listening);
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
    }

    @Test
    void aThousandPlainLinksComeAndGo() throws Exception {
        try (var house = House.of(folder, "connections-per-address", "0")) {
            var peers = new ArrayList<Peer>();
            for (int i = 0; i < LINKS; i++) {
                peers.add(house.peer().sends(Peer.HEADER));
            }
            for (var peer : peers) {
                peer.reads("xml:lang='en'>");
            }
            assertThat(house.listener(Door.TCP).connections()).isEqualTo(LINKS);
            assertThat(house.threads()).as("loops").isEqualTo(2);
            for (int i = 0; i < LINKS; i++) {
                leave(peers.get(i), i);
            }
            House.until(() -> house.listener(Door.TCP).connections() == 0);
            for (int i = 0; i < LINKS; i++) {
                assertThat(house.recorder().ended()).isTrue();
            }
            nothingIsLeft(house);
        }
    }

    /** In one of the ways there are. */
    private static void leave(Peer peer, int number) throws Exception {
        switch (number % 4) {
            case 0 -> peer.sends("</stream:stream>");
            case 1 -> peer.sends("<message><body>half");
            case 2 -> peer.sends("<broken></stanza>");
            default -> {
                // Without a word.
            }
        }
        peer.close();
    }

    @ParameterizedTest
    @EnumSource
    void hundredsOfEncryptedLinksComeAndGo(Engine engine) throws Exception {
        try (var house = House.of(House.certificates(folder, engine), "connections-per-address", "0")) {
            var context = Peer.context(Peer.NO_KEYS);
            for (int i = 0; i < 200; i++) {
                var peer = house.directPeer();
                if (i % 3 > 0) {
                    peer.tls(context, "localhost", parameters -> {});
                    peer.sends(Peer.HEADER).reads("xml:lang='en'>");
                }
                leave(peer, i);
            }
            House.until(() -> house.listener(Door.DIRECT_TLS).connections() == 0);
            nothingIsLeft(house);
        }
    }

    @Test
    void linksThatAreStillThereEndWithTheirPort() throws Exception {
        var house = House.of(folder, "connections-per-address", "0");
        for (int i = 0; i < 100; i++) {
            var peer = i % 2 == 0 ? house.peer() : house.directPeer();
            peer.sends(new byte[] {22});
        }
        house.close();
        nothingIsLeft(house);
    }

    private void nothingIsLeft(House house) throws InterruptedException {
        assertThat(house.addresses().isEmpty()).isTrue();
        house.close();
        House.until(() -> house.threads() == 0);
        for (int i = 0; i < 5; i++) {
            // A leak is found when what leaked is collected and the next buffer is made.
            System.gc();
            io.netty.buffer.ByteBufAllocator.DEFAULT.buffer().release();
            io.netty.buffer.ByteBufAllocator.DEFAULT.directBuffer().release();
        }
        assertThat(leaks).isEmpty();
    }
}
