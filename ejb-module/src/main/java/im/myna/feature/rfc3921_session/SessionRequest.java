package im.myna.feature.rfc3921_session;

import static im.myna.routing.declaration.Kind.SET;

import im.myna.negotiation.Peer;
import im.myna.negotiation.StreamFeature;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.specification.Implements;
import im.myna.stanza.Iq;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Answers what older clients still ask before they begin; a session is there since its resource was bound. */
@Implements(spec = "RFC 3921", note = "only section 3, session establishment")
@ApplicationScoped
public class SessionRequest implements Feature, StreamFeature {
    private static final String NS = "urn:ietf:params:xml:ns:xmpp-session";

    @Handles(kind = SET, ns = NS, name = "session")
    public Iq establish(Iq request) {
        return request.result();
    }

    /** Newer clients need not ask. */
    @Override
    public Optional<Element> feature(Peer peer) {
        return Optional.of(Element.of(NS, "session").with(Element.of(NS, "optional")));
    }
}
