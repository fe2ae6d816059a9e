package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Voice;
import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.link.Security;
import im.myna.sasl.ScramClient;
import im.myna.stream.Frame;
import im.myna.stream.Framing;
import im.myna.stream.StreamDecoder;
import im.myna.stream.StreamEncoder;
import im.myna.stream.StreamException;
import im.myna.stream.StreamLimits;
import im.myna.xml.Element;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A client and the link to it, without anything in between; a delay is recorded, and over at once. */
final class Visitor implements Link {
    static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
    private static final Security TLS = new Security("TLSv1.3", "TLS_AES_128_GCM_SHA256", Map.of(), List.of());

    private final House house;
    private final Negotiation negotiation;
    private final StreamDecoder decoder;
    private final StreamEncoder encoder = new StreamEncoder(Framing.TCP);
    private final Voice voice = new Voice();
    private final Deque<Element> heard = new ArrayDeque<>();
    private final List<Duration> delays = new ArrayList<>();
    private Door door = Door.TCP;
    private Security security = Security.PLAIN;
    private InetSocketAddress address = new InetSocketAddress("192.0.2.1", 50_000);
    private Outcome outcome = Outcome.GOING;
    private boolean established;
    private boolean closed;

    Visitor(House house) {
        this.house = house;
        decoder = new StreamDecoder(house.settings().limits().unauthenticated());
        negotiation = house.negotiations().begin(this);
    }

    /** Encrypted from the first byte. */
    Visitor encrypted() {
        return encrypted(TLS);
    }

    Visitor encrypted(Security protection) {
        door = Door.DIRECT_TLS;
        security = protection;
        return this;
    }

    Visitor through(Door other) {
        door = other;
        return this;
    }

    Visitor from(String host) {
        address = new InetSocketAddress(host, 50_000);
        return this;
    }

    void sends(String xml) {
        if (xml.contains("<stream:stream")) {
            voice.restart();
        }
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        decoder.feed(bytes, 0, bytes.length);
        for (var frame = decoder.next(); frame.isPresent() && !closed; frame = decoder.next()) {
            take(frame.get());
        }
    }

    private void take(Frame frame) {
        try {
            outcome = negotiation.accept(frame);
            while (outcome instanceof Outcome.Later later) {
                delays.add(later.delay());
                house.clock().pass(later.delay());
                outcome = negotiation.resume();
            }
        } catch (StreamException e) {
            negotiation.end(e);
            outcome = Outcome.OVER;
        }
    }

    /** Opens a stream and takes its features. */
    Element opens() {
        return opens(House.DOMAIN);
    }

    Element opens(String domain) {
        sends("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='" + domain
                + "' version='1.0'>");
        assertThat(hears().name().local()).isEqualTo("stream");
        return hears();
    }

    /** What comes next. */
    Element hears() {
        assertThat(heard).as("something to hear").isNotEmpty();
        return heard.remove();
    }

    void hears(String xml) {
        assertThat(hears().xml()).isEqualTo(Element.parse(xml).xml());
    }

    void hearsFailure(String condition) {
        var failure = hears();
        assertThat(failure.is(SASL, "failure")).isTrue();
        assertThat(failure.children().get(0).name().local()).isEqualTo(condition);
    }

    void hearsNothing() {
        assertThat(heard.stream().map(Element::xml).toList()).isEmpty();
    }

    /** The stream ended with that error, and the link was closed. */
    void isCutOff(String condition) {
        var error = hears();
        assertThat(error.name().local()).isEqualTo("error");
        assertThat(error.children().get(0).name().local()).isEqualTo(condition);
        hears("<end xmlns='http://etherx.jabber.org/streams'/>");
        assertThat(closed).isTrue();
    }

    void auth(String mechanism, String data) {
        sends("<auth xmlns='" + SASL + "' mechanism='" + mechanism + "'>" + data + "</auth>");
    }

    void responds(String data) {
        sends("<response xmlns='" + SASL + "'>" + data + "</response>");
    }

    /** SCRAM up to the last answer; true when that was a success, which the client can trust. */
    boolean authenticates(String mechanism, ScramClient client) {
        auth(mechanism, client.first());
        responds(client.respond(hears().text()));
        var last = hears();
        if (last.is(SASL, "success")) {
            client.verify(last.text());
            return true;
        }
        assertThat(last).isEqualTo(failure("not-authorized"));
        return false;
    }

    boolean authenticates(String username, String password) {
        return authenticates("SCRAM-SHA-1", new ScramClient("SCRAM-SHA-1", username, password));
    }

    static Element failure(String condition) {
        return Element.of(SASL, "failure").with(Element.of(SASL, condition));
    }

    /** The names of the mechanisms that these features offer. */
    static List<String> mechanisms(Element features) {
        return features.child(SASL, "mechanisms").stream()
                .flatMap(mechanisms -> mechanisms.children().stream())
                .map(Element::text)
                .collect(Collectors.toList());
    }

    Outcome outcome() {
        return outcome;
    }

    /** How long it had to wait, each time. */
    List<Duration> delays() {
        return delays;
    }

    boolean isEstablished() {
        return established;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public String id() {
        return "visitor";
    }

    @Override
    public Door door() {
        return door;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Security security() {
        return security;
    }

    @Override
    public void write(Frame frame) {
        var bytes = encoder.encode(frame);
        heard.addAll(voice.hear(bytes, bytes.length));
    }

    @Override
    public void startTls(Frame proceed) {
        write(proceed);
        security = TLS;
        decoder.restart();
    }

    @Override
    public void restart() {
        decoder.restart();
    }

    @Override
    public void established(StreamLimits limits) {
        assertThat(limits).isEqualTo(house.settings().limits().authenticated());
        established = true;
    }

    @Override
    public void pause() {
        throw new UnsupportedOperationException("that is the owner's business");
    }

    @Override
    public void resume() {
        throw new UnsupportedOperationException("that is the owner's business");
    }

    @Override
    public void close() {
        closed = true;
    }
}
