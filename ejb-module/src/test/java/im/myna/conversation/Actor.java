package im.myna.conversation;

import im.myna.sasl.ScramClient;
import im.myna.stanza.Payload;
import im.myna.xml.Element;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who talks to the server in XML. */
public final class Actor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";

    private final String name;
    private final Wire wire;
    private final Map<String, String> captured = new HashMap<>();
    private int pings;
    private String lang = "";

    Actor(String name, Wire wire) {
        this.name = name;
        this.wire = wire;
    }

    /** Sends text as it is; {@code {name}} stands for what was captured under that name. */
    public void sends(String xml) {
        wire.send(filled(xml));
    }

    /** The next thing that comes looks like this. @return what this and earlier patterns captured */
    public Map<String, String> receives(String xml) {
        var actual = heard().orElseThrow(() -> failure("nothing came", xml));
        captured.putAll(accept(xml, actual).orElseThrow(() -> failure("not expected: " + text(actual), xml)));
        return captured;
    }

    /** The next thing that comes, for a closer look. */
    public Element next() {
        return heard().orElseThrow(() -> new AssertionError(name + ": nothing came"));
    }

    /** The next things that come look like these, in whatever order. */
    public void receivesInAnyOrder(String... xmls) {
        var expected = new ArrayList<>(Arrays.asList(xmls));
        while (!expected.isEmpty()) {
            var actual = heard().orElseThrow(() -> failure("nothing came", alternatives(expected)));
            var found = expected.stream()
                    .filter(xml -> accept(xml, actual).isPresent())
                    .findFirst()
                    .orElseThrow(() -> failure("not expected: " + text(actual), alternatives(expected)));
            accept(found, actual).ifPresent(captured::putAll);
            expected.remove(found);
        }
    }

    /** Nothing is on its way: a ping's answer comes next. */
    public void receivesNothing() {
        var id = "nothing-" + ++pings;
        sends("<iq type='get' id='" + id + "' to='" + Stage.DOMAIN + "'><ping xmlns='urn:xmpp:ping'/></iq>");
        receives("<iq type='result' id='" + id + "' from='" + Stage.DOMAIN + "' to='{any}'/>");
    }

    /** The stream ends with that error, and the connection is closed. */
    public void isCutOff(String condition) {
        receives("<stream:error><" + condition + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
        seesTheEnd();
    }

    /** The stream ends with that error and a text, and the connection is closed. */
    public void isCutOffWithText(String condition) {
        receives("<stream:error><" + condition + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                + "<text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>{any}</text></stream:error>");
        seesTheEnd();
    }

    /** The server closed the stream and the connection. */
    public void seesTheEnd() {
        receives("<stream:end/>");
        if (!wire.closed(PATIENCE)) {
            throw new AssertionError(name + ": the connection is still open");
        }
    }

    /** The streams that it opens from now on are in that language. */
    public void speaks(String tag) {
        lang = " xml:lang='" + tag + "'";
    }

    /** Opens a stream and takes its features. */
    public Element opens() {
        sends(
                "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='"
                        + Stage.DOMAIN + "' version='1.0'" + lang + ">");
        receives("<stream:stream from='" + Stage.DOMAIN + "' id='{any}' version='1.0' xml:lang='{any}'/>");
        return next();
    }

    /** SCRAM-SHA-256, up to the features behind it. */
    public void authenticates(String password) {
        authenticates("SCRAM-SHA-256", password);
    }

    /** Up to the features behind it. */
    public void authenticates(String mechanism, String password) {
        var scram = tries(mechanism, password);
        receives("<success xmlns='" + SASL + "'>{=success}</success>");
        scram.verify(captured.get("success"));
        opens();
    }

    /** SCRAM-SHA-256 ends with that condition. */
    public void isRefused(String password, String condition) {
        tries("SCRAM-SHA-256", password);
        receives("<failure xmlns='" + SASL + "'><" + condition + "/></failure>");
    }

    private ScramClient tries(String mechanism, String password) {
        var scram = new ScramClient(mechanism, name, password);
        sends("<auth xmlns='" + SASL + "' mechanism='" + mechanism + "'>" + scram.first() + "</auth>");
        receives("<challenge xmlns='" + SASL + "'>{=challenge}</challenge>");
        sends("<response xmlns='" + SASL + "'>" + scram.respond(captured.get("challenge")) + "</response>");
        return scram;
    }

    /** Binds that resource. */
    public void binds(String resource) {
        sends("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>" + resource
                + "</resource></bind></iq>");
        receives("<iq type='result' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>" + name + "@"
                + Stage.DOMAIN + "/" + resource + "</jid></bind></iq>");
    }

    /** Sends initial presence and sees its own reflection (RFC 6121, 4.2.2). */
    public void isAvailable() {
        sends("<presence/>");
        receives("<presence from='{any}' to='{any}'/>");
    }

    /** Closes the stream, and sees that closed too. */
    public void leaves() {
        sends("</stream:stream>");
        seesTheEnd();
    }

    /** Drops the connection without a word. */
    @Override
    public void close() {
        wire.close();
    }

    /** Skips what comes, up to and with the answer to a ping that is sent now. */
    public void skips() {
        var id = "skip-" + ++pings;
        sends("<iq type='get' id='" + id + "' to='" + Stage.DOMAIN + "'><ping xmlns='urn:xmpp:ping'/></iq>");
        while (!next().attribute("id").equals(Optional.of(id))) {
            // Not of interest to this play.
        }
    }

    public String account() {
        return name + "@" + Stage.DOMAIN;
    }

    /** What {@code {=name}} captured. */
    public String captured(String key) {
        return captured.get(key);
    }

    private Optional<Element> heard() {
        return wire.receive(PATIENCE);
    }

    private Optional<Map<String, String>> accept(String xml, Element actual) {
        return new Pattern(Voice.element(filled(xml))).match(actual);
    }

    private static String text(Element element) {
        return new String(Payload.of(element).bytes(), StandardCharsets.UTF_8);
    }

    private static String alternatives(List<String> patterns) {
        return String.join("\n      or ", patterns);
    }

    private String filled(String xml) {
        var text = xml;
        for (var entry : captured.entrySet()) {
            text = text.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return text;
    }

    private AssertionError failure(String what, String expected) {
        return new AssertionError(name + ": " + what + "\nexpected " + filled(expected));
    }
}
