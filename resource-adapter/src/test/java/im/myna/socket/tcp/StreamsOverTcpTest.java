package im.myna.socket.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.link.Security;
import im.myna.stream.Frame;
import im.myna.stream.StreamHeader;
import im.myna.xml.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsOverTcpTest {
    private static final String IQ = "<iq type='get' id='%s'><ping xmlns='urn:xmpp:ping'/></iq>";

    @TempDir
    static Path folder;

    private House house;

    @BeforeEach
    void open() throws IOException {
        house = House.of(folder);
    }

    @AfterEach
    void close() {
        house.close();
        assertThat(house.addresses().isEmpty()).isTrue();
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
            assertThat(peer.readsToTheEnd()).isEqualTo("</stream:stream>");
            recorder.heard("opened", "header", "end", "closed");
        }
    }

    @Test
    void framesComeOneByOneBeforeTheLogInAndTogetherAfterIt() throws Exception {
        house.with(() -> new Recorder().answering((link, frames) -> {
            if (frames.get(0) instanceof Frame.Nonza) {
                link.established(house.limits().authenticated());
            }
        }));
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER + IQ.formatted("1") + "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>"
                    + IQ.formatted("2") + IQ.formatted("3") + IQ.formatted("4"));
            var recorder = house.recorder();
            recorder.heard("opened", "header", "iq 1", "auth", "iq 2", "iq 3", "iq 4");
            assertThat(recorder.batches()).extracting(List::size).containsExactly(1, 1, 1, 3);
        }
    }

    @Test
    void aPausedLinkLooksAtNothingBehindTheFrame() throws Exception {
        house.with(() -> new Recorder().answering((link, frames) -> link.pause()));
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER + IQ.formatted("1"));
            var recorder = house.recorder();
            var link = recorder.link();
            recorder.heard("opened", "header");
            passesTheLoop(link, peer);
            recorder.heardNothingMore();
            link.resume();
            recorder.heard("iq 1");
        }
    }

    @Test
    void aPausedLinkDoesNotReadUntilItIsResumed() throws Exception {
        house.with(() -> new Recorder().answering((link, frames) -> link.pause()));
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER);
            var recorder = house.recorder();
            var link = recorder.link();
            recorder.heard("opened", "header");
            peer.sends(IQ.formatted("1"));
            passesTheLoop(link, peer);
            recorder.heardNothingMore();
            link.resume();
            recorder.heard("iq 1");
        }
    }

    /** What is done on the link's loop until now is done when this returns. */
    private static void passesTheLoop(Link link, Peer peer) throws IOException {
        link.write(nonza("passed"));
        peer.reads("<passed xmlns='urn:example'/>");
    }

    private static Frame nonza(String name) {
        return new Frame.Nonza(Element.of("urn:example", name));
    }

    @Test
    void aLinkResumedByItsListenerGoesOnInOrder() throws Exception {
        house.with(() -> new Recorder().answering((link, frames) -> {
            link.pause();
            link.resume();
        }));
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER + IQ.formatted("1") + IQ.formatted("2"));
            house.recorder().heard("opened", "header", "iq 1", "iq 2");
        }
    }

    // RFC 6120, 4.3.3
    @Test
    void aRestartedStreamBeginsWithANewHeader() throws Exception {
        house.with(() -> new Recorder().answering((link, frames) -> {
            if (frames.get(0) instanceof Frame.Nonza) {
                link.restart();
            }
        }));
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER + "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><?xml version='1.0'?>"
                    + Peer.HEADER + IQ.formatted("1"));
            house.recorder().heard("opened", "header", "auth", "header", "iq 1");
        }
    }

    @Test
    void whatEachThreadWritesArrivesInItsOrder() throws Exception {
        house.with(() -> new Recorder().answering((link, frames) -> numbered(link, "loop")));
        try (var peer = house.peer()) {
            var link = house.recorder().link();
            var writers = new ArrayList<Thread>();
            for (var name : List.of("a", "b", "c")) {
                writers.add(new Thread(() -> numbered(link, name)));
            }
            writers.forEach(Thread::start);
            peer.sends(Peer.HEADER);
            var text = new StringBuilder();
            for (int ends = 0; ends < 4; ends++) {
                text.append(peer.reads("<end"));
            }
            for (var name : List.of("a", "b", "c", "loop")) {
                assertThat(numbers(text, name)).hasSize(1000).isSorted();
            }
        }
    }

    private static void numbered(Link link, String name) {
        for (int i = 0; i < 1000; i++) {
            link.write(new Frame.Nonza(Element.of("urn:example", name).with("n", String.valueOf(i))));
        }
        link.write(nonza("end"));
    }

    private static List<Integer> numbers(CharSequence text, String name) {
        return Pattern.compile("<" + name + " xmlns='urn:example' n='(\\d+)'/>")
                .matcher(text)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }

    // RFC 6120, 4.9.1.1; the peer is to read the error whatever else it sent
    @Test
    void aBrokenStreamIsToldAndItsErrorArrives() throws Exception {
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER + "<a></b>" + "x".repeat(20_000));
            var text = peer.readsToTheEnd();
            assertThat(text).contains("<not-well-formed").endsWith("</stream:stream>");
            house.recorder().heard("opened", "header", "failed not-well-formed");
        }
    }

    @Test
    void aStanzaBeyondTheLimitIsRefusedWhileItComesIn() throws Exception {
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER + "<message><body>" + "x".repeat(16_400));
            assertThat(peer.readsToTheEnd()).contains("<policy-violation");
            house.recorder().heard("opened", "header", "failed policy-violation");
        }
    }

    // RFC 6120, 4.9.3.8: what went wrong here is not the peer's business
    @Test
    void aListenerThatThrowsEndsItsStreamOnly() throws Exception {
        house.with(() -> new Recorder().answering((link, frames) -> {
            throw new IllegalStateException("our bug");
        }));
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER);
            assertThat(peer.leaves()).contains("<internal-server-error").doesNotContain("our bug", "Exception");
            house.recorder().heard("opened", "header", "failed internal-server-error");
        }
    }

    @Test
    void whereNobodyListensTheConnectionEnds() throws Exception {
        house.with(() -> {
            throw new IllegalStateException("no endpoint");
        });
        try (var peer = house.peer()) {
            assertThat(peer.readsToTheEnd()).isIn("", "(reset)");
        }
    }

    @Test
    void whoEndsItsDirectionStillGetsItsAnswer() throws Exception {
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER);
            peer.endsOutput();
            assertThat(peer.leaves()).startsWith("<?xml").contains("<stream:stream");
            house.recorder().heard("opened", "header", "closed");
        }
    }

    @Test
    void whoVanishesIsReportedOnce() throws Exception {
        var peer = house.peer();
        peer.sends(Peer.HEADER).reads("xml:lang='en'>");
        peer.close();
        var recorder = house.recorder();
        recorder.heard("opened", "header", "closed");
        var link = recorder.link();
        link.write(nonza("late"));
        link.pause();
        link.resume();
        link.startTls(nonza("late"));
        link.close();
        recorder.heardNothingMore();
    }

    @Test
    void whatWasWrittenGoesOutBeforeTheLinkCloses() throws Exception {
        var text = "x".repeat(1_000_000);
        house.with(() -> new Recorder().answering((link, frames) -> {
            link.write(new Frame.Nonza(Element.of("urn:example", "long").text(text)));
            link.close();
            link.write(nonza("late"));
        }));
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER);
            assertThat(peer.leaves()).isEqualTo("<long xmlns='urn:example'>" + text + "</long>");
        }
        house.recorder().heard("opened", "header", "closed");
    }

    @Test
    void nothingIsToldBehindTheEnd() throws Exception {
        house.with(() -> new Recorder().answering((link, frames) -> link.close()));
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER + IQ.formatted("1") + IQ.formatted("2"));
            assertThat(peer.leaves()).isEmpty();
        }
        house.recorder().heard("opened", "header", "closed");
    }

    // RFC 6120, 4.9.3.20
    @Test
    void whenThePortClosesEveryPeerIsTold() throws Exception {
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            var closing = new Thread(() -> house.listener(Door.TCP).close(Duration.ofSeconds(10)));
            closing.start();
            assertThat(peer.leaves()).contains("<system-shutdown").endsWith("</stream:stream>");
            closing.join();
            house.recorder().heard("opened", "header", "closed");
            assertThat(house.listener(Door.TCP).connections()).isZero();
        }
    }

    // RFC 6120, 4.9.1.2
    @Test
    void anErrorBeforeTheHeaderIsPrecededByOne() throws Exception {
        try (var peer = house.peer()) {
            house.recorder().heard("opened");
            house.listener(Door.TCP).shut();
            assertThat(peer.leaves())
                    .startsWith("<?xml version='1.0'?><stream:stream xmlns='jabber:client'")
                    .contains(" from='localhost' ", "<system-shutdown")
                    .endsWith("</stream:stream>");
        }
    }

    @Test
    void aListenerThatCannotEvenPartIsNotNeeded() throws Exception {
        house.with(() -> new Recorder()
                .answering((link, frames) -> {
                    throw new IllegalStateException("our bug");
                })
                .partingBy((link, reason) -> {
                    throw new IllegalStateException("our other bug");
                }));
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER);
            assertThat(peer.leaves())
                    .startsWith("<?xml version='1.0'?><stream:stream ")
                    .contains("<internal-server-error")
                    .endsWith("</stream:stream>");
            house.recorder().heard("opened", "header", "failed internal-server-error", "closed");
        }
    }

    @Test
    void theHeaderSaysWhatThePeerAsksFor() throws Exception {
        try (var peer = house.peer()) {
            peer.sends(Peer.HEADER);
            var recorder = house.recorder();
            recorder.heard("opened", "header");
            assertThat(recorder.batches().get(0).get(0))
                    .isInstanceOfSatisfying(Frame.Opened.class, opened -> assertThat(opened.header())
                            .extracting(StreamHeader::to, StreamHeader::content)
                            .containsExactly("localhost", "jabber:client"));
        }
    }
}
