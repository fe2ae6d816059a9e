package im.myna.web.xep0124_bosh;

import im.myna.stream.StreamHeader;
import im.myna.xml.Element;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

/** A client within the server: logs in for somebody and binds a resource, as any other would. Used in the turns of its link. */
final class Prebinding {
    private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
    private static final String BIND = "urn:ietf:params:xml:ns:xmpp-bind";
    private static final String FRAMING = "urn:ietf:params:xml:ns:xmpp-framing";
    private static final String CLIENT = "jabber:client";

    private final Login login;
    private final Consumer<String> bound;
    private final Consumer<String> refused;
    private boolean authenticated;
    private boolean over;

    /**
     * Who logs in.
     *
     * @param resource empty for any
     */
    record Login(String domain, String username, String password, String resource) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + username + "@" + domain + "]";
        }
    }

    /**
     * @param bound is told the full address
     * @param refused is told the condition, as XMPP names it
     */
    Prebinding(Login login, Consumer<String> bound, Consumer<String> refused) {
        this.login = login;
        this.bound = bound;
        this.refused = refused;
    }

    Element opening() {
        return Element.of(FRAMING, "open").with("to", login.domain()).with("version", "1.0");
    }

    /**
     * Goes on after what the server said.
     *
     * @param out takes what it shall be told next
     */
    void hear(Element said, Consumer<Element> out) {
        if (said.is(StreamHeader.NS, "features")) {
            out.accept(authenticated ? bind() : auth());
        } else if (said.is(SASL, "success")) {
            authenticated = true;
            out.accept(opening());
        } else if (said.is(SASL, "failure") || said.is(StreamHeader.NS, "error")) {
            refuse(condition(said));
        } else if (said.is(CLIENT, "iq")) {
            answered(said);
        }
    }

    private Element auth() {
        var message = "\0" + login.username() + "\0" + login.password();
        return Element.of(SASL, "auth")
                .with("mechanism", "PLAIN")
                .text(Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8)));
    }

    private Element bind() {
        var bind = Element.of(BIND, "bind");
        return Element.of(CLIENT, "iq")
                .with("type", "set")
                .with("id", "prebind")
                .with(login.resource().isEmpty() ? bind : bind.with("resource", login.resource()));
    }

    private void answered(Element iq) {
        var jid = iq.child(BIND, "bind").flatMap(bind -> bind.child("jid"));
        if (jid.isPresent() && !over) {
            over = true;
            bound.accept(jid.get().text());
        } else {
            refuse(iq.child("error").map(Prebinding::condition).orElse(""));
        }
    }

    private static String condition(Element error) {
        return error.children().stream()
                .findFirst()
                .map(child -> child.name().local())
                .orElse("");
    }

    /** It came to nothing. */
    void refuse(String condition) {
        if (!over) {
            over = true;
            refused.accept(condition);
        }
    }

    boolean isOver() {
        return over;
    }
}
