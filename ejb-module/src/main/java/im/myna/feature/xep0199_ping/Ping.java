package im.myna.feature.xep0199_ping;

import static im.myna.routing.declaration.Kind.GET;
import static im.myna.routing.declaration.Place.SELF;
import static im.myna.routing.declaration.Place.SERVER;

import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.specification.Implements;
import im.myna.stanza.Iq;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers "are you there?" with "yes". */
@Implements(spec = "XEP-0199", version = "2.0.1", features = Ping.NS)
@ApplicationScoped
public class Ping implements Feature {
    static final String NS = "urn:xmpp:ping";

    @Handles(
            kind = GET,
            ns = NS,
            name = "ping",
            at = {SERVER, SELF})
    public Iq ping(Iq request) {
        return request.result();
    }
}
