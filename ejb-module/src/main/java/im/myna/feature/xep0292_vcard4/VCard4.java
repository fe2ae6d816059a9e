package im.myna.feature.xep0292_vcard4;

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

/** The same as vcard-temp, in the format of today. */
@Implements(
        spec = "XEP-0292",
        version = "0.12.0",
        note = "own cards by iq, as before version 0.11; neither PEP nor contact vCards",
        features = VCard4.NS,
        accountFeatures = VCard4.NS)
@ApplicationScoped
public class VCard4 implements Feature {
    static final String NS = "urn:ietf:params:xml:ns:vcard-4.0";
    private static final String NAME = "vcard";

    @Inject
    private Cards cards;

    @Handles(kind = GET, ns = NS, name = NAME, at = SELF, blocking = true)
    public Iq own(Iq request, Session sender) {
        return request.result(cards.own(sender.jid().bare()).as(Format.FOUR));
    }

    /** XEP-0292, 3.1.2: always all of it. */
    @Handles(kind = SET, ns = NS, name = NAME, at = SELF, blocking = true)
    public Reaction change(Iq request, Session sender) {
        var news = cards.change(sender.jid().bare(), request.payload().first().orElseThrow());
        return Reaction.route(request.result()).and(news);
    }

    @Handles(kind = GET, ns = NS, name = NAME, at = ACCOUNT, blocking = true)
    public Iq another(Iq request) {
        return request.result(cards.another(request.head().to()).as(Format.FOUR));
    }

    @Handles(kind = SET, ns = NS, name = NAME, at = ACCOUNT)
    public Iq refuse(Iq request) {
        throw new StanzaException(Condition.FORBIDDEN);
    }
}
