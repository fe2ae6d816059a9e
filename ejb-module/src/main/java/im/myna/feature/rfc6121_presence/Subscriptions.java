package im.myna.feature.rfc6121_presence;

import static im.myna.stanza.Presence.Type.SUBSCRIBE;
import static im.myna.stanza.Presence.Type.SUBSCRIBED;
import static im.myna.stanza.Presence.Type.UNSUBSCRIBE;
import static im.myna.stanza.Presence.Type.UNSUBSCRIBED;

import im.myna.jid.Jid;
import im.myna.negotiation.Peer;
import im.myna.negotiation.StreamFeature;
import im.myna.roster.Contacts;
import im.myna.roster.Decision;
import im.myna.roster.Regrouping;
import im.myna.roster.Rosters;
import im.myna.roster.SubscriptionState;
import im.myna.routing.Reaction;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Forgets;
import im.myna.routing.declaration.Inbound;
import im.myna.routing.declaration.Outbound;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.specification.Implements;
import im.myna.stanza.Condition;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.stanza.StanzaException;
import im.myna.store.roster.RosterChange;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.Subscription;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets people ask for each other's presence, grant it and take it back. */
@Implements(spec = "RFC 6121", note = "managing presence subscriptions (3)")
@ApplicationScoped
public class Subscriptions implements Feature, StreamFeature {
    private static final String APPROVAL = "urn:xmpp:features:pre-approval";

    /** What a request may say, in bytes; of a longer one only the fact is kept. */
    private static final int LONGEST_REQUEST = 16 * 1024;

    @Inject
    private Rosters rosters;

    @Inject
    private Regrouping regrouping;

    @Inject
    private Sessions sessions;

    /** RFC 6121, 3.4.1. */
    @Override
    public Optional<Element> feature(Peer peer) {
        return Optional.of(Element.of(APPROVAL, "sub"));
    }

    /** RFC 6121, 3.1.2, 3.1.5, 3.2.2, 3.3.2, 3.4.2. */
    @Outbound(
            value = {SUBSCRIBE, SUBSCRIBED, UNSUBSCRIBE, UNSUBSCRIBED},
            blocking = true)
    public Reaction send(Presence sent, Session sender) {
        var owner = sender.jid().bare();
        var contact = sent.head().to().bare();
        if (contact.isNone()) {
            throw new StanzaException(Condition.BAD_REQUEST, "a request about a subscription needs a 'to'");
        }
        if (contact.equals(owner)) {
            return Reaction.NONE;
        }
        var type = sent.type();
        var turn = rosters.change(owner, contacts -> {
            checkIsTheirs(contacts, contact, type);
            var next = SubscriptionState.in(contacts, contact).outbound(type).state();
            return new Decision(changes(contacts, contact, next), List.of());
        });
        if (turn.isRefused()) {
            throw new StanzaException(Condition.POLICY_VIOLATION, "there is no room for another contact");
        }
        var before = SubscriptionState.in(turn.before(), contact);
        // 3.1.2: the 'to' is the bare address.
        return before.outbound(type).routed()
                ? Reaction.route(sent.with(sent.head().from(owner).to(contact)))
                        .and(shown(before, type, owner, contact))
                : Reaction.NONE;
    }

    /** What a group gives, only those take away who govern it. */
    private static void checkIsTheirs(Contacts contacts, Jid contact, Presence.Type type) {
        if ((type == UNSUBSCRIBE && contacts.isGiven(contact))
                || (type == UNSUBSCRIBED && contacts.isGivenTo(contact))) {
            throw new StanzaException(Condition.NOT_ALLOWED, "this subscription comes from a shared group");
        }
    }

    private Reaction shown(SubscriptionState before, Presence.Type type, Jid owner, Jid contact) {
        // 3.1.5: whoever is granted the subscription sees at once who is there.
        if (type == SUBSCRIBED) {
            return appear(owner, contact);
        }
        // 3.2.2: whoever loses it sees everybody leave.
        return type == UNSUBSCRIBED && before.from() ? vanish(owner, contact) : Reaction.NONE;
    }

    /** RFC 6121, 3.1.3, 3.1.6, 3.2.3, 3.3.3. Who has no account has no answer, either: that nobody is there is not told. */
    @Inbound(
            value = {SUBSCRIBE, SUBSCRIBED, UNSUBSCRIBE, UNSUBSCRIBED},
            blocking = true)
    public Reaction receive(Presence received) {
        var owner = received.head().to().bare();
        var contact = received.head().from().bare();
        if (owner.isDomain() || contact.equals(owner)) {
            return Reaction.NONE;
        }
        var request = received.with(received.head().from(contact).to(owner));
        var turn = rosters.change(owner, roster -> decide(roster, request));
        if (turn.isRefused()) {
            return Reaction.NONE;
        }
        if (isGiven(turn.before(), contact, request.type())) {
            return Reaction.NONE;
        }
        var before = SubscriptionState.in(turn.before(), contact);
        var outcome = before.inbound(request.type());
        if (outcome.granted()) {
            return presence(owner, contact, "subscribed").and(appear(owner, contact));
        }
        if (request.type() == SUBSCRIBE && outcome.delivered()) {
            return Reaction.all(sessions.available(owner).stream()
                    .map(session -> Reaction.send(session, request))
                    .toList());
        }
        // 3.3.3: whoever gives the subscription up sees everybody leave.
        return request.type() == UNSUBSCRIBE && before.from() ? vanish(owner, contact) : Reaction.NONE;
    }

    /** A subscription ends that a group goes on to give: nobody notices. */
    private static boolean isGiven(Contacts contacts, Jid contact, Presence.Type type) {
        return (type == UNSUBSCRIBE && contacts.isGivenTo(contact))
                || (type == UNSUBSCRIBED && contacts.isGiven(contact));
    }

    private static Decision decide(Contacts contacts, Presence request) {
        var contact = request.head().from();
        var outcome = SubscriptionState.in(contacts, contact).inbound(request.type());
        var changes = changes(contacts, contact, outcome.state());
        if (request.type() == SUBSCRIBE) {
            if (outcome.delivered()) {
                changes.add(new RosterChange.Ask(kept(request)));
            }
            return new Decision(changes, List.of());
        }
        var heard = outcome.delivered() && !isGiven(contacts, contact, request.type());
        return new Decision(changes, heard ? List.of(request) : List.of());
    }

    private static List<RosterChange> changes(Contacts contacts, Jid contact, SubscriptionState next) {
        var changes = new ArrayList<RosterChange>();
        if (contacts.isRequested(contact) && !next.in()) {
            changes.add(new RosterChange.Settle(contact));
        }
        var item = contacts.own().item(contact).orElseGet(() -> RosterItem.of(contact));
        var changed = item.with(stored(contacts, item, next), next.out(), next.approved());
        if (!changed.equals(item)) {
            changes.add(new RosterChange.Put(changed));
        }
        return changes;
    }

    /** What a group gives is not written into the roster, or it would be there when the group is gone. */
    private static Subscription stored(Contacts contacts, RosterItem item, SubscriptionState next) {
        var known = item.subscription();
        return Subscription.of(
                next.to() && (known.isTo() || !contacts.isGiven(item.contact())),
                next.from() && (known.isFrom() || !contacts.isGivenTo(item.contact())));
    }

    /** XEP-0077, 3.2: the contacts of an account that is removed hear that their subscriptions have ended. */
    @Forgets
    public Reaction forget(Jid account) {
        // Before all else: whoever saw it by a group sees it leave.
        regrouping.forget(account);
        var roster = rosters.read(account).own();
        var stanzas = new ArrayList<Reaction>();
        for (var item : roster.items().values()) {
            if (item.subscription().isFrom()) {
                stanzas.add(vanish(account, item.contact()));
                stanzas.add(presence(account, item.contact(), "unsubscribed"));
            }
            if (item.subscription().isTo() || item.ask()) {
                stanzas.add(presence(account, item.contact(), "unsubscribe"));
            }
        }
        roster.requests().keySet().forEach(contact -> stanzas.add(presence(account, contact, "unsubscribed")));
        return Reaction.all(stanzas).and(Reaction.then(() -> left(account)));
    }

    /** At the end of their streams the clients are not seen to leave again. */
    private Reaction left(Jid account) {
        sessions.available(account).forEach(Session::unavailable);
        return Reaction.NONE;
    }

    private static Presence kept(Presence request) {
        return request.payload().length() > LONGEST_REQUEST ? request.with(Payload.EMPTY) : request;
    }

    private Reaction appear(Jid owner, Jid contact) {
        return Reaction.all(sessions.available(owner).stream()
                .flatMap(session -> session.presence().stream())
                .map(presence -> Reaction.route(presence.with(presence.head().to(contact))))
                .toList());
    }

    private Reaction vanish(Jid owner, Jid contact) {
        return Reaction.all(sessions.available(owner).stream()
                .map(session -> presence(session.jid(), contact, "unavailable"))
                .toList());
    }

    private static Reaction presence(Jid from, Jid to, String type) {
        return Reaction.route(new Presence(Head.NONE.from(from).to(to).type(type), Payload.EMPTY));
    }
}
