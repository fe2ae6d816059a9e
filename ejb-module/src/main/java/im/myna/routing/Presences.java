package im.myna.routing;

import im.myna.jid.Jid;
import im.myna.routing.declaration.Moment;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.stanza.Condition;
import im.myna.stanza.Presence;
import im.myna.stanza.StanzaException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Presence: what is sent and what the server has to decide goes to the feature in charge, the rest to the clients. */
@ApplicationScoped
public class Presences {
    @Inject
    private DispatchTable table;

    @Inject
    private Router router;

    @Inject
    private Sessions sessions;

    @Inject
    private Settings settings;

    Reaction sent(Presence presence, Session sender) {
        // Requests about subscriptions come from the account; what goes wrong with one is for the client that sent it.
        var cause = presence.with(presence.head().from(sender.jid()));
        return table.outbound(presence.type())
                .map(handler -> Reaction.later(
                        handler.blocking(), cause, () -> announce(handler, marked(presence, sender), sender)))
                .orElse(Reaction.NONE);
    }

    private Presence marked(Presence presence, Session sender) {
        if (presence.type() != Presence.Type.AVAILABLE) {
            return presence;
        }
        var marked = presence;
        for (var handler : table.marking()) {
            marked = handler.mark(marked, sender);
        }
        return marked;
    }

    private Reaction announce(Handler handler, Presence presence, Session sender) {
        var received = sender.receives();
        var reaction = handler.react(presence, sender);
        return !received && sender.receives() ? reaction.and(router.moments(Moment.RECEIVING, sender)) : reaction;
    }

    Reaction incoming(Presence presence) {
        var to = presence.head().to();
        if (!settings.domains().contains(to.domain())) {
            throw new StanzaException(Condition.REMOTE_SERVER_NOT_FOUND);
        }
        return table.inbound(presence.type())
                .map(handler -> Reaction.later(handler.blocking(), presence, () -> handler.react(presence, null)))
                .orElseGet(() -> deliver(presence, to));
    }

    /** RFC 6121, 8.5.2.1.2 and 8.5.3.1: to the resource, or to all available ones; ignored when there is none. */
    private Reaction deliver(Presence presence, Jid to) {
        return Reaction.all(receivers(presence, to).stream()
                .map(session -> Reaction.send(session, presence))
                .toList());
    }

    private List<Session> receivers(Presence presence, Jid to) {
        if (to.isFull()) {
            return sessions.find(to).stream().toList();
        }
        return presence.isError() ? List.of() : sessions.available(to);
    }
}
