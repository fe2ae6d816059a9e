package im.myna.negotiation;

import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.specification.Implements;
import im.myna.xml.Element;

/** Encryption begun on a plain connection (RFC 6120, 5). */
@Implements(spec = "RFC 7590", note = "STARTTLS, required before the log-in unless the owner decided otherwise")
final class StartTls {
    static final String NS = "urn:ietf:params:xml:ns:xmpp-tls";
    static final Element PROCEED = Element.of(NS, "proceed");
    static final Element FAILURE = Element.of(NS, "failure");

    private StartTls() {}

    /** By the other doors TLS is there from the beginning, or the front of the house has it. */
    static boolean isPossible(Link link) {
        return link.door() == Door.TCP && !link.security().encrypted();
    }

    static Element feature(boolean required) {
        var feature = Element.of(NS, "starttls");
        return required ? feature.with(Element.of(NS, "required")) : feature;
    }
}
