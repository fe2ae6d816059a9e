package im.myna.blackbox.bosh;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** A session, request by request. */
final class Session {
    private static final int MOST_POLLS = 10;

    private final Wire wire;
    final String sid;
    final String first;
    long rid;

    private Session(Wire wire, long rid, String first) {
        this.wire = wire;
        this.rid = rid;
        this.first = first;
        sid = find(first, "sid='([^']*)'");
    }

    private Session(Wire wire, String sid, long rid) {
        this.wire = wire;
        this.sid = sid;
        this.rid = rid;
        first = "";
    }

    static Session begin(Wire wire) {
        return begin(wire, " wait='60' hold='1' ver='1.6'");
    }

    static Session begin(Wire wire, String attributes) {
        long rid = ThreadLocalRandom.current().nextLong(1, 1L << 40);
        var to = wire.target().domain();
        return new Session(
                wire,
                rid,
                wire.post("<body" + Wire.NS + " rid='" + rid + "' to='" + to + "'" + attributes + "/>")
                        .body());
    }

    /** One that somebody else began. */
    static Session attach(Wire wire, String sid, long rid) {
        return new Session(wire, sid, rid - 1);
    }

    static String find(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    String body(long number, String attributes, String payload) {
        return "<body" + Wire.NS + " sid='" + sid + "' rid='" + number + "'" + attributes + ">" + payload + "</body>";
    }

    CompletableFuture<HttpResponse<String>> asking(String attributes, String payload) {
        return wire.posting(body(++rid, attributes, payload));
    }

    String ask(String attributes, String payload) {
        return asking(attributes, payload).join().body();
    }

    /** Asks, and polls until that comes. */
    String askFor(String wanted, String attributes, String payload) {
        var answer = ask(attributes, payload);
        for (int i = 0; i < MOST_POLLS && !answer.contains(wanted); i++) {
            answer = ask("", "");
        }
        if (!answer.contains(wanted)) {
            throw new AssertionError("no " + wanted + " in " + answer);
        }
        return answer;
    }

    Session login(String username, String password) {
        var token = Base64.getEncoder()
                .encodeToString(("\0" + username + "\0" + password).getBytes(StandardCharsets.UTF_8));
        askFor("<success", "", "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + token + "</auth>");
        askFor("<bind", " xmlns:xmpp='urn:xmpp:xbosh' xmpp:restart='true'", "");
        askFor(
                "<jid>",
                "",
                "<iq xmlns='jabber:client' type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        return this;
    }

    /** The server answers, whatever was done to it before. */
    void ping() {
        askFor(
                "id='alive'",
                "",
                "<iq xmlns='jabber:client' type='get' id='alive' to='"
                        + wire.target().domain() + "'><ping xmlns='urn:xmpp:ping'/></iq>");
    }
}
