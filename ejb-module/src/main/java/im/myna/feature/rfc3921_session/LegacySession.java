package im.myna.feature.rfc3921_session;

import static im.myna.routing.Kind.SET;
import static im.myna.routing.Place.SELF;
import static im.myna.routing.Place.SERVER;

import im.myna.negotiation.Peer;
import im.myna.negotiation.StreamFeature;
import im.myna.routing.Feature;
import im.myna.routing.Handles;
import im.myna.specification.Implements;
import im.myna.stanza.Iq;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells old clients, which wait for it, that their session is established. */
@Implements(spec = "RFC 3921", note = "session establishment (section 3), which since RFC 6121 means nothing")
@ApplicationScoped
public class LegacySession implements Feature, StreamFeature {
    static final String NS = "urn:ietf:params:xml:ns:xmpp-session";

    @Handles(
            kind = SET,
            ns = NS,
            name = "session",
            at = {SERVER, SELF})
    public Iq established(Iq request) {
        return request.result();
    }

    /** Newer clients need not ask. */
    @Override
    public Optional<Element> feature(Peer peer) {
        return Optional.of(Element.of(NS, "session").with(Element.of(NS, "optional")));
    }
}
