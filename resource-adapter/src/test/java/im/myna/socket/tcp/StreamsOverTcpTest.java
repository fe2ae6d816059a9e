package im.myna.socket.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.link.Door;
import im.myna.link.Security;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsOverTcpTest {
    @TempDir
    static Path folder;

    private House house;

    @BeforeEach
    void open() throws Exception {
        house = House.of(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    // RFC 6120, 4.2 and 4.4
    @Test
    void aStreamIsOpenedAndClosed() throws Exception {
        try (var peer = house.peer()) {
            var recorder = house.recorder();
            var link = recorder.link();
            assertThat(link.door()).isEqualTo(Door.TCP);
            assertThat(link.address().getPort()).isEqualTo(peer.port());
            assertThat(link.security()).isEqualTo(Security.PLAIN);
            assertThat(link.id()).isNotEmpty();
            peer.sends(Peer.HEADER);
            assertThat(peer.reads("xml:lang='en'>")).startsWith("<?xml version='1.0'?><stream:stream");
            peer.sends("</stream:stream>");
            assertThat(peer.readsToTheEnd()).endsWith("</stream:stream>");
            recorder.heard("opened", "header", "end");
        }
    }
}
