package im.myna.roster;

import im.myna.figures.Figures;
import im.myna.figures.Flow;
import im.myna.jid.Jid;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.store.roster.RosterChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Tells people's clients what has changed in their contact lists. */
@ApplicationScoped
public class Pushes {
    @Inject
    private Sessions sessions;

    @Inject
    private Figures figures;

    /** What they get before they are told of the change. */
    void herald(Jid owner, Collection<Presence> heralds) {
        for (var presence : heralds) {
            var receivers = interested(owner);
            receivers.forEach(session -> session.send(presence));
            figures.sent().add(Flow.of(presence), receivers.size());
        }
    }

    /** What was stored. */
    void changed(Jid owner, Contacts after, List<RosterChange> changes) {
        // The store gave consecutive versions, the last one to the last change.
        var visible = changes.stream().filter(RosterChange::visible).toList();
        var receivers = interested(owner);
        for (int i = 0; i < visible.size(); i++) {
            var version = after.version(after.own().version() - visible.size() + 1 + i);
            for (var session : receivers) {
                session.send(RosterXml.push(session.jid(), after.seen(visible.get(i)), version));
            }
        }
        figures.sent().add(Flow.IQ_OK, (long) visible.size() * receivers.size());
    }

    /** What came or went by groups: the items, then the presence of those who are now seen, or no longer. */
    void regrouped(Jid owner, Contacts before, Contacts after, Set<Jid> concerned) {
        var changes = new ArrayList<RosterChange>();
        for (var contact : concerned) {
            var item = after.item(contact);
            if (!item.equals(before.item(contact))) {
                changes.add(item.<RosterChange>map(RosterChange.Put::new)
                        .orElseGet(() -> new RosterChange.Remove(contact)));
            }
        }
        push(owner, after.version(), changes);
        for (var contact : concerned) {
            boolean seen = after.isSubscribedTo(contact);
            if (seen != before.isSubscribedTo(contact)) {
                show(owner, contact, seen);
            }
        }
    }

    private void push(Jid owner, String version, List<RosterChange> changes) {
        var receivers = interested(owner);
        for (int left = changes.size() - 1; left >= 0; left--) {
            // Only who got the last one knows that version; who knows another one will get everything.
            var reached = left == 0 ? version : version + "." + left;
            for (var session : receivers) {
                session.send(RosterXml.push(session.jid(), changes.get(left), reached));
            }
        }
        figures.sent().add(Flow.IQ_OK, (long) changes.size() * receivers.size());
    }

    private void show(Jid owner, Jid contact, boolean seen) {
        var receivers = sessions.available(owner);
        for (var other : sessions.available(contact)) {
            var shown = seen
                    ? other.presence().stream().toList()
                    : List.of(new Presence(Head.NONE.from(other.jid()).type("unavailable"), Payload.EMPTY));
            for (var presence : shown) {
                receivers.forEach(
                        session -> session.send(presence.with(presence.head().to(session.jid()))));
                figures.sent().add(Flow.of(presence), receivers.size());
            }
        }
    }

    /** RFC 6121, 2.1.6: those that asked for the roster. */
    private List<Session> interested(Jid owner) {
        return sessions.of(owner).stream().filter(Session::isInterested).toList();
    }
}
