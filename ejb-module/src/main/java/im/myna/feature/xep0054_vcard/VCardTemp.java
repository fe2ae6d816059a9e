package im.myna.feature.xep0054_vcard;

import static im.myna.routing.declaration.Kind.GET;
import static im.myna.routing.declaration.Kind.SET;
import static im.myna.routing.declaration.Place.ACCOUNT;
import static im.myna.routing.declaration.Place.SELF;

import im.myna.cards.Cards;
import im.myna.routing.Reaction;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.session.Session;
import im.myna.specification.Implements;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.stanza.StanzaException;
import im.myna.vcard.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets people say who they are, and tells the others. */
@Implements(spec = "XEP-0054", version = "1.3.0", features = VCardTemp.NS, accountFeatures = VCardTemp.NS)
@ApplicationScoped
public class VCardTemp implements Feature {
    static final String NS = "vcard-temp";
    private static final String NAME = "vCard";

    @Inject
    private Cards cards;

    /** XEP-0054, 3.1. */
    @Handles(kind = GET, ns = NS, name = NAME, at = SELF, blocking = true)
    public Iq own(Iq request, Session sender) {
        return request.result(cards.own(sender.jid().bare()).as(Format.TEMP));
    }

    /** XEP-0054, 3.2: always all of it. */
    @Handles(kind = SET, ns = NS, name = NAME, at = SELF, blocking = true)
    public Reaction change(Iq request, Session sender) {
        var news = cards.change(sender.jid().bare(), request.payload().first().orElseThrow());
        return Reaction.route(request.result()).and(news);
    }

    /** XEP-0054, 3.3: the server answers, whether somebody is there or not. */
    @Handles(kind = GET, ns = NS, name = NAME, at = ACCOUNT, blocking = true)
    public Iq another(Iq request) {
        return request.result(cards.another(request.head().to()).as(Format.TEMP));
    }

    /** XEP-0054, 3.2. */
    @Handles(kind = SET, ns = NS, name = NAME, at = ACCOUNT)
    public Iq refuse(Iq request) {
        throw new StanzaException(Condition.FORBIDDEN);
    }
}
