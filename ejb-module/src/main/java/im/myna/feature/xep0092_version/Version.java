package im.myna.feature.xep0092_version;

import static im.myna.routing.declaration.Kind.GET;
import static im.myna.routing.declaration.Place.SERVER;

import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.specification.Implements;
import im.myna.stanza.Iq;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells which server this is. */
@Implements(
        spec = "XEP-0092",
        version = "1.1",
        note = "without the operating system: it helps attackers only",
        features = Version.NS)
@ApplicationScoped
public class Version implements Feature {
    static final String NS = "jabber:iq:version";

    @Handles(kind = GET, ns = NS, name = "query", at = SERVER)
    public Iq version(Iq request) {
        return request.result(Element.of(NS, "query")
                .with(Element.of(NS, "name").text("Myna"))
                .with(Element.of(NS, "version").text(release())));
    }

    /** As the build wrote it into the manifest; "development" for classes that were never packed. */
    static String release() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
