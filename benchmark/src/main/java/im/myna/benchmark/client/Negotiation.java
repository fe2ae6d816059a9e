package im.myna.benchmark.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The way of one client from the first byte to its session (RFC 6120, 5 to 7). */
final class Negotiation {
    private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
    private static final String READY = "ready";

    private final Client client;
    private final Login login;
    private final Scram scram;
    private boolean secure;
    private boolean registered;
    private boolean authenticated;

    Negotiation(Client client, Login login, ScramKeys known) {
        this.client = client;
        this.login = login;
        registered = !login.register();
        scram = new Scram(client.account(), login.mechanism(), known);
    }

    /** The TCP connection or TLS is there. */
    void connected() {
        open();
    }

    void element(String xml) {
        switch (name(xml)) {
            case "stream:features" -> features();
            case "proceed" -> {
                secure = true;
                client.startTls();
            }
            case "challenge" ->
                client.send("<response xmlns='" + SASL + "'>" + base64(scram.last(decoded(xml))) + "</response>");
            case "success" -> succeeded(xml);
            case "failure", "stream:error" -> throw refused(xml);
            case "iq" -> answered(xml);
            default -> {
                // A greeting or somebody's presence: nothing to do with the log-in.
            }
        }
    }

    private void open() {
        client.send("<?xml version='1.0'?><stream:stream to='" + client.target().domain()
                + "' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>");
    }

    private void features() {
        if (authenticated) {
            client.send("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>"
                    + client.account().resource() + "</resource></bind></iq>");
        } else if (login.tls() && !secure) {
            client.send("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        } else if (!registered) {
            register();
        } else {
            authenticate();
        }
    }

    private void register() {
        client.send("<iq type='set' id='register'><query xmlns='jabber:iq:register'><username>"
                + client.account().name() + "</username><password>"
                + client.account().password()
                + "</password></query></iq>");
    }

    private void authenticate() {
        var account = client.account();
        var first = login.mechanism() == Mechanism.PLAIN
                ? "\0" + account.name() + "\0" + account.password()
                : scram.first();
        client.send("<auth xmlns='" + SASL + "' mechanism='" + login.mechanism().title() + "'>" + base64(first)
                + "</auth>");
    }

    private void succeeded(String xml) {
        if (login.mechanism() != Mechanism.PLAIN && !scram.accepts(decoded(xml))) {
            throw new LoginException(client.account(), "the server does not know the password: " + xml);
        }
        authenticated = true;
        open();
    }

    private void answered(String xml) {
        boolean failed = xml.contains("<error");
        if (!registered) {
            // XEP-0077, 3.1.1: conflict says that somebody has that name; if it is not us, the log-in will fail.
            if (failed && !xml.contains("<conflict")) {
                throw refused(xml);
            }
            registered = true;
            authenticate();
        } else if (failed && !xml.contains(READY)) {
            throw refused(xml);
        } else if (xml.contains("<bind") && login.available()) {
            greet();
        } else if (xml.contains("<bind") || xml.contains(READY)) {
            client.ready();
        }
    }

    /** The answer to the last of the three says that the server is through with the others. */
    private void greet() {
        client.send(
                "<iq type='get' id='roster'><query xmlns='jabber:iq:roster'/></iq><presence><priority>1</priority></presence>"
                        + "<iq type='get' id='" + READY + "' to='"
                        + client.target().domain()
                        + "'><ping xmlns='urn:xmpp:ping'/></iq>");
    }

    private LoginException refused(String xml) {
        return new LoginException(client.account(), xml);
    }

    private static String name(String xml) {
        int end = 1;
        while (end < xml.length() && " />".indexOf(xml.charAt(end)) < 0) {
            end++;
        }
        return xml.substring(1, end);
    }

    private static String decoded(String xml) {
        int from = xml.indexOf('>') + 1;
        int to = xml.lastIndexOf('<');
        return from > to ? "" : new String(Base64.getDecoder().decode(xml.substring(from, to)), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
