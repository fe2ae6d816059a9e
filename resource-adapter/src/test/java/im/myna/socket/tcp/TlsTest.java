package im.myna.socket.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.socket.tls.Engine;
import im.myna.stream.Frame;
import im.myna.xml.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways to TLS, with both engines. */
class TlsTest {
    private static final Frame PROCEED = new Frame.Nonza(Element.of(Recorder.STARTTLS, "proceed"));

    @TempDir
    static Path folder;

    private static House house(Engine engine) throws IOException {
        return House.of(House.certificates(folder, engine));
    }

    private static void startTls(Peer peer) throws IOException {
        peer.sends(Peer.HEADER).reads("xml:lang='en'>");
        assertThat(peer.sends(Peer.STARTTLS).reads("/>"))
                .isEqualTo("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
    }

    // RFC 6120, 5.4
    @ParameterizedTest
    @EnumSource
    void aStreamIsEncryptedAndOpenedAnew(Engine engine) throws Exception {
        try (var house = house(engine);
                var peer = house.peer()) {
            startTls(peer);
            var session = peer.tls().getSession();
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            var recorder = house.recorder();
            recorder.heard("opened", "header", "starttls", "header");
            var security = recorder.link().security();
            assertThat(security.encrypted()).isTrue();
            assertThat(security.protocol()).isEqualTo("TLSv1.3").isEqualTo(session.getProtocol());
            assertThat(security.cipher()).isEqualTo(session.getCipherSuite());
            assertThat(security.peer()).isEmpty();
            peer.sends("</stream:stream>");
            assertThat(peer.readsToTheEnd()).endsWith("</stream:stream>");
            recorder.heard("end", "closed");
        }
    }

    // RFC 6120, 5.4.3.3: what is behind <starttls/> in plain text was not sent by whom we will trust
    @ParameterizedTest
    @EnumSource
    void plainTextBehindTheRequestIsDiscarded(Engine engine) throws Exception {
        try (var house = house(engine);
                var peer = house.peer()) {
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            peer.sends(Peer.STARTTLS + "<iq type='set' id='injected'><query xmlns='jabber:iq:roster'/></iq><half");
            peer.reads("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            peer.tls();
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            peer.sends("<iq type='get' id='encrypted'/>");
            house.recorder().heard("opened", "header", "starttls", "header", "iq encrypted");
        }
    }

    // Negotiation may run on a worker while the link is paused.
    @ParameterizedTest
    @EnumSource
    void tlsCanBeStartedByAnotherThreadWhileTheLinkIsPaused(Engine engine) throws Exception {
        var worker = Executors.newSingleThreadExecutor();
        try (var house = house(engine).with(() -> new Recorder().answering((link, frames) -> {
                    link.pause();
                    worker.execute(() -> {
                        Recorder.answer(link, frames);
                        link.resume();
                    });
                }));
                var peer = house.peer()) {
            startTls(peer);
            peer.tls();
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            peer.sends("</stream:stream>");
            assertThat(peer.readsToTheEnd()).endsWith("</stream:stream>");
            house.recorder().heard("opened", "header", "starttls", "header", "end", "closed");
        } finally {
            worker.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenBeforeTheHandshakeIsDoneWaitsForIt(Engine engine) throws Exception {
        try (var house = house(engine).with(() -> new Recorder().answering((link, frames) -> {
                    if (frames.get(0) instanceof Frame.Nonza) {
                        link.startTls(PROCEED);
                        link.write(new Frame.Nonza(Element.of("urn:example", "secret")));
                    } else {
                        Recorder.answer(link, frames);
                    }
                }));
                var peer = house.peer()) {
            startTls(peer);
            peer.tls();
            assertThat(peer.reads("/>")).contains("<secret");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tlsIsNotStartedTwice(Engine engine) throws Exception {
        try (var house = house(engine);
                var peer = house.peer()) {
            startTls(peer);
            peer.tls();
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            peer.sends(Peer.STARTTLS + "</stream:stream>");
            assertThat(peer.readsToTheEnd()).isEqualTo("</stream:stream>");
        }
    }

    // XEP-0368
    @ParameterizedTest
    @EnumSource
    void aDirectConnectionNegotiatesItsProtocol(Engine engine) throws Exception {
        try (var house = house(engine);
                var peer = house.directPeer()) {
            var tls = peer.tls("localhost", Peer.NO_KEYS, p -> p.setApplicationProtocols(new String[] {"xmpp-client"}));
            assertThat(tls.getApplicationProtocol()).isEqualTo("xmpp-client");
            var recorder = house.recorder();
            recorder.heard("opened");
            var link = recorder.link();
            assertThat(link.door()).isEqualTo(Door.DIRECT_TLS);
            assertThat(link.security().encrypted()).isTrue();
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            recorder.heard("header");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDirectConnectionWithoutAlpnIsAccepted(Engine engine) throws Exception {
        try (var house = house(engine);
                var peer = house.directPeer()) {
            assertThat(peer.tls().getApplicationProtocol()).isEmpty();
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
        }
    }

    // RFC 5929, 4
    @ParameterizedTest
    @EnumSource
    void theChannelIsBoundToTheCertificateThatTheClientSaw(Engine engine) throws Exception {
        try (var house = house(engine);
                var peer = house.directPeer()) {
            var seen = peer.tls().getSession().getPeerCertificates()[0].getEncoded();
            assertThat(house.recorder().link().security().binding("tls-server-end-point"))
                    .hasValue(MessageDigest.getInstance("SHA-256").digest(seen));
        }
    }

    // RFC 9266: what both ends derive from the keys of this connection alone
    @Test
    @EnabledForJreRange(minVersion = 25)
    void theChannelIsBoundToItsKeysWhereTheEngineGivesThem() throws Exception {
        var export =
                ExtendedSSLSession.class.getMethod("exportKeyingMaterialData", String.class, byte[].class, int.class);
        try (var house = house(Engine.JDK);
                var peer = house.directPeer()) {
            var session = peer.tls().getSession();
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            var expected = (byte[]) export.invoke(session, "EXPORTER-Channel-Binding", new byte[0], 32);
            assertThat(house.recorder().link().security().binding("tls-exporter"))
                    .hasValue(expected);
        }
    }

    // RFC 7590, 3.3 and RFC 9325, 4.2
    @ParameterizedTest
    @MethodSource("refused")
    void weakOffersAreRefused(Engine engine, String protocol, String suite) throws Exception {
        try (var house = house(engine);
                var peer = house.directPeer()) {
            assertThatThrownBy(() -> peer.tls("localhost", Peer.NO_KEYS, p -> {
                        p.setProtocols(new String[] {protocol});
                        p.setCipherSuites(new String[] {suite});
                    }))
                    .isInstanceOf(SSLException.class);
            House.until(() -> house.listener(Door.DIRECT_TLS).connections() == 0);
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> refused() {
        var arguments = Stream.of(Engine.values()).flatMap(engine -> Stream.of(
                        List.of("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"),
                        List.of("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"),
                        List.of("TLSv1.1", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"),
                        List.of("TLSv1", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"))
                .map(offer -> org.junit.jupiter.params.provider.Arguments.of(engine, offer.get(0), offer.get(1))));
        return arguments;
    }

    @ParameterizedTest
    @EnumSource
    void tls12IsSpokenWithForwardSecrecyAndAuthenticatedEncryption(Engine engine) throws Exception {
        try (var house = house(engine);
                var peer = house.directPeer()) {
            peer.tls("localhost", Peer.NO_KEYS, p -> p.setProtocols(new String[] {"TLSv1.2"}));
            var security = house.recorder().link().security();
            assertThat(security.protocol()).isEqualTo("TLSv1.2");
            assertThat(security.cipher()).matches("TLS_ECDHE_ECDSA_WITH_(AES_.*_GCM|CHACHA20_POLY1305)_SHA.*");
            // RFC 9266, 4.2: not without an extended master secret, of which the engine does not tell
            assertThat(security.binding("tls-exporter")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoSpeaksPlainTextToTheDirectPortIsCutOffUnheard(Engine engine) throws Exception {
        try (var house = house(engine);
                var peer = house.directPeer()) {
            peer.sends(Peer.HEADER);
            peer.readsToTheEnd();
            House.until(() -> house.listener(Door.DIRECT_TLS).connections() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenHandshakeClosesTheLink(Engine engine) throws Exception {
        try (var house = house(engine);
                var peer = house.peer()) {
            startTls(peer);
            peer.sends("this is no ClientHello");
            peer.readsToTheEnd();
            house.recorder().heard("opened", "header", "starttls", "closed");
        }
    }

    // Who has met the server before resumes: the certificate is not shown again, but still bound.
    @ParameterizedTest
    @EnumSource
    void aResumedSessionIsBoundToTheSameCertificate(Engine engine) throws Exception {
        var context = Peer.context(Peer.NO_KEYS);
        try (var house = house(engine)) {
            var first = meet(house, context);
            var second = meet(house, context);
            assertThat(second.creation()).as("resumed").isEqualTo(first.creation());
            assertThat(second.link().security().binding("tls-server-end-point").orElseThrow())
                    .isEqualTo(first.link()
                            .security()
                            .binding("tls-server-end-point")
                            .orElseThrow());
        }
    }

    private record Meeting(Link link, long creation) {}

    private static Meeting meet(House house, javax.net.ssl.SSLContext context) throws Exception {
        try (var peer = house.directPeer()) {
            SSLSocket tls = peer.tls(context, "localhost", p -> {});
            // The ticket comes with the first data.
            peer.sends(Peer.HEADER).reads("xml:lang='en'>");
            return new Meeting(house.recorder().link(), tls.getSession().getCreationTime());
        }
    }
}
