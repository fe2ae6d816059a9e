package im.myna.feature.rfc6121_roster;

import static im.myna.routing.declaration.Kind.GET;
import static im.myna.routing.declaration.Kind.SET;

import im.myna.negotiation.Peer;
import im.myna.negotiation.StreamFeature;
import im.myna.roster.ContactEdits;
import im.myna.roster.Contacts;
import im.myna.roster.RosterXml;
import im.myna.roster.Rosters;
import im.myna.routing.Reaction;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.routing.declaration.Place;
import im.myna.session.Session;
import im.myna.specification.Implements;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps people's contacts, and tells all of a person's clients what changes. */
@Implements(spec = "RFC 6121", note = "rosters (2)")
@Implements(spec = "XEP-0237", version = "1.3")
@ApplicationScoped
public class ContactList implements Feature, StreamFeature {
    private static final String VERSIONS = "urn:xmpp:features:rosterver";

    @Inject
    private Rosters rosters;

    @Inject
    private ContactEdits edits;

    /** XEP-0237, 2.1. */
    @Override
    public Optional<Element> feature(Peer peer) {
        return Optional.of(Element.of(VERSIONS, "ver"));
    }

    /**
     * RFC 6121, 2.2. Answers in turn instead of returning the answer: a push that was sent before it, and is not in it, or
     * behind it, and is older, would leave the client with a roster that never was.
     */
    @Handles(kind = GET, ns = RosterXml.NS, name = "query", at = Place.SELF)
    public Reaction list(Iq request, Session sender) {
        var known = RosterQuery.version(request);
        var shown = rosters.inTurn(sender.jid().bare(), roster -> {
            sender.interested();
            answer(request, sender, roster, known).forEach(sender::send);
        });
        if (!shown) {
            throw new StanzaException(Condition.RESOURCE_CONSTRAINT, "the roster could not be loaded; log in again");
        }
        return Reaction.NONE;
    }

    private static List<Stanza> answer(Iq request, Session sender, Contacts roster, String known) {
        var missed = roster.since(known);
        // XEP-0237, 2.4: the whole roster, unless the difference is shorter.
        if (missed.isEmpty() || missed.get().size() > roster.items().size()) {
            return List.of(request.result(RosterXml.query(roster)));
        }
        var answer = new ArrayList<Stanza>();
        answer.add(request.result());
        missed.get()
                .forEach(
                        (version, change) -> answer.add(RosterXml.push(sender.jid(), change, roster.version(version))));
        return answer;
    }

    /** RFC 6121, 2.3 to 2.5. */
    @Handles(kind = SET, ns = RosterXml.NS, name = "query", at = Place.SELF, blocking = true)
    public Reaction change(Iq request, Session sender) {
        var query = RosterQuery.of(request);
        var owner = sender.jid().bare();
        if (query.removes()) {
            var farewell = edits.remove(owner, query.wish().contact());
            return Reaction.route(request.result()).and(farewell);
        }
        edits.put(owner, query.wish());
        return Reaction.route(request.result());
    }
}
