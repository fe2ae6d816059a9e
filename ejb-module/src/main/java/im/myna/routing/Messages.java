package im.myna.routing;

import im.myna.jid.Jid;
import im.myna.routing.Passage.Direction;
import im.myna.routing.Passage.Fate;
import im.myna.routing.declaration.Stop;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.stanza.Condition;
import im.myna.stanza.Message;
import im.myna.stanza.StanzaException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Messages: past the features of the sender's account, then past those of the receiver's, to its clients. */
@ApplicationScoped
public class Messages {
    @Inject
    private DispatchTable table;

    @Inject
    private Sessions sessions;

    @Inject
    private Settings settings;

    Reaction sent(Message message) {
        var account = message.head().from().bare();
        // RFC 6120, 10.3.1: without 'to' it is for the sender's own account.
        var addressed =
                message.head().to().isNone() ? message.with(message.head().to(account)) : message;
        return walk(new Passage(addressed, Direction.OUT, account, List.of(), Fate.DROP, Reaction.NONE), 0);
    }

    Reaction incoming(Message message) {
        var to = message.head().to();
        if (!settings.domains().contains(to.domain())) {
            throw new StanzaException(Condition.REMOTE_SERVER_NOT_FOUND);
        }
        if (to.local().isEmpty()) {
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        }
        return walk(to.isFull() ? toResource(message, to) : toAccount(message, to), 0);
    }

    /** RFC 6121, 8.5.3. */
    private Passage toResource(Message message, Jid to) {
        var resource = sessions.find(to);
        if (resource.isPresent()) {
            return arriving(message, List.of(resource.get()), Fate.DROP);
        }
        return switch (message.type()) {
            // RFC 6121, 8.5.3.2.1: "chat": as if it were addressed to the bare JID.
            case CHAT -> toAccount(message, to.bare());
            case NORMAL, GROUPCHAT, HEADLINE -> arriving(message, List.of(), Fate.REFUSE);
            case ERROR -> arriving(message, List.of(), Fate.DROP);
        };
    }

    /** RFC 6121, 8.5.2. */
    private Passage toAccount(Message message, Jid bare) {
        return switch (message.type()) {
            // 8.5.2.1.1: to all resources with non-negative priority; 8.5.2.2.1: none, so it is kept.
            case NORMAL, CHAT -> arriving(message, sessions.receiving(bare), Fate.KEEP);
            case HEADLINE -> arriving(message, sessions.receiving(bare), Fate.DROP);
            // 8.5.2.1.1: "groupchat": must not be delivered, must be answered with an error.
            case GROUPCHAT -> arriving(message, List.of(), Fate.REFUSE);
            case ERROR -> arriving(message, List.of(), Fate.DROP);
        };
    }

    private static Passage arriving(Message message, List<Session> receivers, Fate fate) {
        return new Passage(message, Direction.IN, message.head().to().bare(), receivers, fate, Reaction.NONE);
    }

    /** Past the stops, from the given one on; what blocks is a step of its own. */
    private Reaction walk(Passage passage, int from) {
        var path = table.path();
        var current = passage;
        for (int i = from; i < path.size(); i++) {
            var handler = path.get(i).handler();
            if (path.get(i).stop() == Stop.KEEP && !current.keepable()) {
                continue;
            }
            if (handler.blocking()) {
                var here = current;
                int next = i + 1;
                return Reaction.later(true, current.message(), () -> walk(handler.pass(here), next));
            }
            current = handler.pass(current);
        }
        return current.direction() == Direction.OUT
                ? Reaction.route(current.message()).and(current.more())
                : arrive(current).and(current.more());
    }

    private static Reaction arrive(Passage passage) {
        if (!passage.receivers().isEmpty()) {
            var sends = new ArrayList<Reaction.Act>(passage.receivers().size());
            passage.receivers().forEach(session -> sends.add(new Reaction.Send(session, passage.message())));
            return new Reaction(sends);
        }
        return switch (passage.fate()) {
            case KEEP, REFUSE -> throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
            case DROP, KEPT -> Reaction.NONE;
        };
    }
}
