package im.myna.routing;

import im.myna.jid.Jid;
import im.myna.routing.declaration.Kind;
import im.myna.routing.declaration.Place;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.specification.Implements;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.stanza.StanzaException;
import im.myna.xml.Name;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Requests and their answers (RFC 6120, 8.2.3; RFC 6121, 8.5). */
@ApplicationScoped
@Implements(spec = "RFC 6120", note = "IQ semantics (8.2.3, 8.4)")
public class Requests {
    @Inject
    private DispatchTable table;

    @Inject
    private Sessions sessions;

    @Inject
    private Settings settings;

    Reaction sent(Iq iq, Session sender) {
        check(iq);
        var to = iq.head().to();
        if (to.isNone() || to.equals(sender.jid().bare())) {
            return ask(iq, Place.SELF, sender);
        }
        return to.isDomain() && settings.domains().contains(to.domain())
                ? ask(iq, Place.SERVER, sender)
                : Reaction.route(iq);
    }

    Reaction incoming(Iq iq) {
        var to = iq.head().to();
        if (!settings.domains().contains(to.domain())) {
            throw new StanzaException(Condition.REMOTE_SERVER_NOT_FOUND);
        }
        if (to.isFull() && !to.local().isEmpty()) {
            return deliver(iq, to);
        }
        // A feature that wants the sender's session answers only clients of ours: they were asked in sent().
        return ask(iq, to.isDomain() ? Place.SERVER : Place.ACCOUNT, null);
    }

    private Reaction deliver(Iq iq, Jid full) {
        var receiver = sessions.find(full);
        if (receiver.isEmpty()) {
            // RFC 6121, 8.5.3.2.3: no such resource.
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        }
        return Reaction.send(receiver.get(), iq);
    }

    private Reaction ask(Iq iq, Place place, Session sender) {
        if (!iq.isRequest()) {
            // An answer to something the server pushed: nothing waits for it.
            return Reaction.NONE;
        }
        var kind = iq.type() == Iq.Type.GET ? Kind.GET : Kind.SET;
        // RFC 6121, 8.5.1 and 8.5.2.1.3: the same answer whether the account is unknown or the request is.
        var handler = table.request(kind, place, question(iq))
                .filter(found -> sender != null || !found.wantsSession())
                .orElseThrow(() -> new StanzaException(Condition.SERVICE_UNAVAILABLE));
        return handler.blocking()
                ? Reaction.later(true, iq, () -> handler.react(iq, sender))
                : handler.react(iq, sender);
    }

    private static Name question(Iq iq) {
        return iq.payload().names().get(0);
    }

    /** RFC 6120, 8.2.3: an id; exactly one child in a request, at most one in a result. */
    private static void check(Iq iq) {
        var children = iq.payload().names().size();
        var wrong = iq.head().id().isEmpty()
                || (iq.isRequest() && children != 1)
                || (iq.type() == Iq.Type.RESULT && children > 1);
        if (wrong) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
    }
}
