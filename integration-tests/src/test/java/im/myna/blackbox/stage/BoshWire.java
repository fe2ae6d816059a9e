package im.myna.blackbox.stage;

import im.myna.blackbox.client.BoshClient;
import im.myna.blackbox.client.Target;
import im.myna.conversation.ListeningWire;
import im.myna.conversation.Voice;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A client's session of HTTP requests: one of them always waits for what the server has to say. */
final class BoshWire extends ListeningWire {
    private static final String STREAM =
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='%s' id='%s' version='1.0'"
                    + " xml:lang='en'>";

    private final BoshClient client;
    private final Voice voice = new Voice();

    private String from = "";
    private String id = "";

    BoshWire(Target target) {
        client = new BoshClient(target.address(), target.httpPort(), this::hear);
    }

    @Override
    public void send(String xml) {
        for (var element : Framed.elements(xml)) {
            if (Framed.isHeader(element)) {
                client.open(
                        attribute(element, "to"),
                        attribute(element, "from"),
                        attribute(element, "version"),
                        attribute(element, "xml:lang"));
            } else if (element.equals("</stream:stream>")) {
                client.send("", " type='terminate'");
            } else {
                client.send(Framed.alone(element), "");
            }
        }
    }

    private static String attribute(String header, String name) {
        var matcher = Pattern.compile("\\s" + name + "='([^']*)'").matcher(header);
        var qualified = name.equals("version") ? "xmpp:version" : name;
        return matcher.find() ? " " + qualified + "='" + matcher.group(1) + "'" : "";
    }

    /** As if it had come over TCP. */
    private synchronized void hear(BoshClient.Answer answer) {
        if (answer.opens()) {
            voice.restart();
            // An answer to the wish for a new stream has no header (XEP-0206, 5): it is as that of the first.
            from = answer.attribute("from").isEmpty() ? from : answer.attribute("from");
            id = answer.attribute("authid").isEmpty() ? id + "again" : answer.attribute("authid");
            tell(STREAM.formatted(from, id));
        }
        tell(answer.payload());
        if (answer.isLast()) {
            tell("</stream:stream>");
            closed();
        }
    }

    private void tell(String xml) {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        heard(voice.hear(bytes, bytes.length));
    }

    @Override
    public void close() {
        client.vanish();
    }
}
