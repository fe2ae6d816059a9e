package im.myna.feature.rfc6121_roster;

import static im.myna.routing.declaration.Kind.GET;
import static im.myna.routing.declaration.Kind.SET;

import im.myna.jid.Jid;
import im.myna.negotiation.Peer;
import im.myna.negotiation.StreamFeature;
import im.myna.roster.Contacts;
import im.myna.roster.Decision;
import im.myna.roster.RosterXml;
import im.myna.roster.Rosters;
import im.myna.routing.Reaction;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.routing.declaration.Place;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.specification.Implements;
import im.myna.stanza.Condition;
import im.myna.stanza.Head;
import im.myna.stanza.Iq;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import im.myna.store.roster.RosterChange.Put;
import im.myna.store.roster.RosterChange.Remove;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.RosterOutcome.Refused;
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
    private Sessions sessions;

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
        if (query.contact().equals(owner)) {
            throw new StanzaException(Condition.NOT_ALLOWED, "nobody is a contact of himself");
        }
        return query.removes() ? remove(request, owner, query.contact()) : put(request, owner, query);
    }

    private Reaction put(Iq request, Jid owner, RosterQuery query) {
        var turn = rosters.change(owner, roster -> {
            var item = roster.own().item(query.contact()).orElseGet(() -> RosterItem.of(query.contact()));
            // A client sends all groups that it sees; those of the administrators are not its own.
            var given = roster.groupsOf(query.contact());
            var groups = query.groups().stream()
                    .filter(group -> !given.contains(group))
                    .toList();
            return Decision.of(new Put(item.called(query.name(), groups)));
        });
        if (turn.outcome() == Refused.FULL) {
            throw new StanzaException(Condition.POLICY_VIOLATION, "there is no room for another contact");
        }
        check(turn);
        return Reaction.route(request.result());
    }

    private Reaction remove(Iq request, Jid owner, Jid contact) {
        var turn = rosters.change(owner, roster -> {
            if (roster.isGiven(contact)) {
                throw new StanzaException(Condition.NOT_ALLOWED, "this contact is in a group that is shared with you");
            }
            if (roster.item(contact).isEmpty()) {
                // RFC 6121, 2.5.3: the item is not in the roster.
                throw new StanzaException(Condition.ITEM_NOT_FOUND);
            }
            return Decision.of(new Remove(contact));
        });
        check(turn);
        return Reaction.route(request.result())
                .and(farewell(owner, turn.before(), turn.before().item(contact).orElseThrow()));
    }

    /** RFC 6121, 2.5.2: removing a contact ends the subscriptions, in both directions. */
    private Reaction farewell(Jid owner, Contacts before, RosterItem item) {
        var stanzas = new ArrayList<Reaction>();
        if (item.subscription().isTo() || item.ask()) {
            stanzas.add(presence(owner, item.contact(), "unsubscribe"));
        }
        if (item.subscription().isFrom()) {
            stanzas.add(presence(owner, item.contact(), "unsubscribed"));
        }
        if (item.subscription().isFrom() && !before.isGivenTo(item.contact())) {
            // 3.2.2: and the contact sees the clients leave.
            sessions.available(owner)
                    .forEach(session -> stanzas.add(presence(session.jid(), item.contact(), "unavailable")));
        }
        return Reaction.all(stanzas);
    }

    private static Reaction presence(Jid from, Jid to, String type) {
        return Reaction.route(new Presence(Head.NONE.from(from).to(to).type(type), Payload.EMPTY));
    }

    private static void check(Rosters.Turn turn) {
        if (turn.isRefused()) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND, "there is no such account");
        }
    }
}
