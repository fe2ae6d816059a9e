package im.myna.feature.rfc3921_session;

import static im.myna.routing.Kind.SET;

import im.myna.routing.Feature;
import im.myna.routing.Handles;
import im.myna.specification.Implements;
import im.myna.stanza.Iq;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers what older clients still ask before they begin; a session is there since its resource was bound. */
@Implements(spec = "RFC 3921", note = "only section 3, session establishment")
@ApplicationScoped
public class SessionRequest implements Feature {
    @Handles(kind = SET, ns = "urn:ietf:params:xml:ns:xmpp-session", name = "session")
    public Iq establish(Iq request) {
        return request.result();
    }
}
