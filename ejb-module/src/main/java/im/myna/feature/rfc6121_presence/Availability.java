package im.myna.feature.rfc6121_presence;

import im.myna.jid.Jid;
import im.myna.roster.Contacts;
import im.myna.roster.Rosters;
import im.myna.routing.Reaction;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Moment;
import im.myna.routing.declaration.On;
import im.myna.routing.declaration.Outbound;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.specification.Implements;
import im.myna.stanza.Condition;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells people who of their contacts is there. */
@Implements(spec = "RFC 6121", note = "exchanging presence (4)")
@ApplicationScoped
public class Availability implements Feature {
    @Inject
    private Rosters rosters;

    @Inject
    private Sessions sessions;

    @Inject
    private Welcome welcome;

    @Inject
    private LastWords lastWords;

    @On(value = Moment.BOUND, blocking = true)
    public Reaction enter(Session session) {
        rosters.enter(session.jid().bare());
        return Reaction.NONE;
    }

    /** RFC 6121, 4.2.2 and 4.4.2; with 'to': 4.6.3. */
    @Outbound(Presence.Type.AVAILABLE)
    public Reaction announce(Presence sent, Session sender) {
        if (!sent.head().to().isNone()) {
            Acquaintances.of(sender).meet(sent.head().to());
            return Reaction.route(sent);
        }
        boolean initial = !sender.isAvailable();
        sender.available(sent, priority(sent));
        var told = tell(sent, sender.jid().bare(), Set.of());
        return initial ? told.and(welcome.of(sender)) : told;
    }

    /** RFC 6121, 4.5.2; with 'to': 4.6.3. */
    @Outbound(Presence.Type.UNAVAILABLE)
    public Reaction retire(Presence sent, Session sender) {
        if (!sent.head().to().isNone()) {
            Acquaintances.of(sender).part(sent.head().to());
            return Reaction.route(sent);
        }
        return depart(sender, sent);
    }

    /** RFC 6121, 4.5.3: the server says it for the client. */
    @On(value = Moment.GONE, blocking = true)
    public Reaction gone(Session session) {
        var said = new Presence(Head.NONE.from(session.jid()).type("unavailable"), Payload.EMPTY);
        var told = depart(session, said);
        rosters.leave(session.jid().bare());
        return told;
    }

    private Reaction depart(Session session, Presence said) {
        var acquaintances = Acquaintances.of(session).leave();
        if (!session.isAvailable()) {
            return direct(said, acquaintances);
        }
        var owner = session.jid().bare();
        session.unavailable();
        var told = tell(said, owner, acquaintances);
        // Kept first: whoever hears of it and asks then, gets the same answer.
        return sessions.available(owner).isEmpty() ? lastWords.keep(owner, said).and(told) : told;
    }

    /** Those who are subscribed, the owner's own clients, and others who were told before. */
    private Reaction tell(Presence presence, Jid owner, Set<Jid> others) {
        var acts = new ArrayList<Reaction.Act>();
        for (var session : sessions.available(owner)) {
            acts.add(new Reaction.Send(session, presence.with(presence.head().to(session.jid()))));
        }
        var contacts = rosters.of(owner).orElse(Contacts.NONE);
        var given = contacts.givenToAmong(sessions);
        for (var item : contacts.own().items().values()) {
            if (item.subscription().isFrom() && !others.contains(item.contact()) && !given.contains(item.contact())) {
                acts.add(new Reaction.Route(presence.with(presence.head().to(item.contact()))));
            }
        }
        given.forEach(contact -> {
            if (!others.contains(contact)) {
                show(presence.with(presence.head().to(contact)), acts);
            }
        });
        return new Reaction(acts).and(direct(presence, others));
    }

    /** To somebody who is here, without the way of what may go elsewhere. */
    private void show(Presence presence, List<Reaction.Act> acts) {
        sessions.available(presence.head().to()).forEach(session -> acts.add(new Reaction.Send(session, presence)));
    }

    private static Reaction direct(Presence presence, Set<Jid> others) {
        return Reaction.all(others.stream()
                .map(other -> Reaction.route(presence.with(presence.head().to(other))))
                .toList());
    }

    /** RFC 6121, 4.7.2.3: an integer between -128 and +127; none is 0. */
    private static byte priority(Presence presence) {
        try {
            return presence.payload()
                    .first(Stanza.NS, "priority")
                    .map(element -> Byte.parseByte(element.text().strip()))
                    .orElse((byte) 0);
        } catch (NumberFormatException e) {
            throw new StanzaException(Condition.BAD_REQUEST, "a priority is a number from -128 to 127");
        }
    }
}
