package im.myna.feature.xep0202_time;

import static im.myna.routing.declaration.Kind.GET;
import static im.myna.routing.declaration.Place.SERVER;

import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.specification.Implements;
import im.myna.stanza.Iq;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Tells what time it is where the server stands. */
@Implements(spec = "XEP-0202", version = "2.0", features = EntityTime.NS)
@ApplicationScoped
public class EntityTime implements Feature {
    static final String NS = "urn:xmpp:time";
    // XEP-0082: "+00:00" has to be written as such here, "Z" stands only in the UTC time.
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

    @Inject
    private Clock clock;

    @Handles(kind = GET, ns = NS, name = "time", at = SERVER)
    public Iq time(Iq request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return request.result(Element.of(NS, "time")
                .with(Element.of(NS, "tzo").text(OFFSET.format(now.atZone(ZoneId.systemDefault()))))
                .with(Element.of(NS, "utc").text(now.toString())));
    }
}
