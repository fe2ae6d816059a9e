package im.myna.feature.xep0153_avatar;

import im.myna.cards.Cards;
import im.myna.cards.PhotoChange;
import im.myna.routing.Reaction;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Marks;
import im.myna.routing.declaration.Moment;
import im.myna.routing.declaration.On;
import im.myna.session.Restatement;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.specification.Implements;
import im.myna.stanza.Presence;
import im.myna.xml.Element;
import im.myna.xml.Name;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells contacts which photo somebody has now, whether his client does so or not. */
@Implements(
        spec = "XEP-0153",
        version = "1.1.1",
        note = "the hash is put into presence by the server, as XEP-0398, 4 wants it")
@ApplicationScoped
public class Avatars implements Feature {
    private static final String NS = "vcard-temp:x:update";
    private static final String PHOTO = "photo";
    private static final Name UPDATE = new Name(NS, "x");

    @Inject
    private Cards cards;

    @Inject
    private Sessions sessions;

    @Inject
    private Event<Restatement> restatements;

    @On(value = Moment.BOUND, blocking = true)
    public Reaction enter(Session session) {
        Portrait.of(session).read(() -> cards.photo(session.jid().bare()));
        return Reaction.NONE;
    }

    /** Those who are there say again what they said, with the new hash. */
    void changed(@Observes PhotoChange change) {
        boolean news = false;
        for (var session : sessions.of(change.account())) {
            news |= Portrait.of(session).become(change.hash());
        }
        if (news) {
            restatements.fire(new Restatement(change.account()));
        }
    }

    /** XEP-0398, 4: in every available presence, unless the client itself says that there is no photo. */
    @Marks
    public Presence mark(Presence sent, Session sender) {
        var portrait = Portrait.of(sender);
        var hash = portrait.hash();
        if (hash.isEmpty()) {
            return sent;
        }
        var said = said(sent);
        if (said.equals(hash)) {
            return sent;
        }
        boolean refuses = said.filter(String::isEmpty).isPresent() && !portrait.wasAdded("");
        if (sent.head().to().isNone()) {
            portrait.added(refuses ? Optional.empty() : hash);
        }
        return refuses ? sent : with(sent, hash.get());
    }

    /** What stands in the photo element, if there is one (XEP-0153, 4.1). */
    private static Optional<String> said(Presence presence) {
        return presence.payload()
                .first(NS, UPDATE.local())
                .flatMap(update -> update.child(PHOTO))
                .map(photo -> photo.text().strip());
    }

    private static Presence with(Presence presence, String hash) {
        var update = Element.of(NS, UPDATE.local()).with(Element.of(NS, PHOTO).text(hash));
        return presence.with(presence.payload().without(UPDATE::equals).with(update));
    }
}
