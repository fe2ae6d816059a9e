package im.myna.routing;

import im.myna.figures.Figures;
import im.myna.figures.Flow;
import im.myna.figures.Tally;
import im.myna.routing.declaration.Moment;
import im.myna.session.Session;
import im.myna.stanza.Condition;
import im.myna.stanza.Head;
import im.myna.stanza.Iq;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import im.myna.stream.StreamException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Brings every stanza to where it belongs (RFC 6120, 10; RFC 6121, 8), by way of the features that have a say in it. */
@ApplicationScoped
public class Router {
    private static final System.Logger LOG = System.getLogger(Router.class.getName());
    // An error is never answered, so what fails for this cause is only logged.
    static final Stanza NOBODY = new Message(Head.NONE.type("error"), Payload.EMPTY);

    @Inject
    private Requests requests;

    @Inject
    private Messages messages;

    @Inject
    private Presences presences;

    @Inject
    private DispatchTable table;

    @Inject
    private Figures figures;

    /** What a client sent. Fails while it runs with a StreamException when the client speaks for somebody else. */
    public Errand sent(Stanza stanza, Session sender) {
        return new Errand(
                this, sender, new Errand.Step(false, stanza.with(stanza.head().from(sender.jid())), () -> {
                    var stamped = Stamp.from(stanza, sender);
                    if (stamped instanceof Iq iq) {
                        return requests.sent(iq, sender);
                    }
                    return stamped instanceof Message message
                            ? messages.sent(message)
                            : presences.sent((Presence) stamped, sender);
                }));
    }

    /** What a client sent and the stream could not read: it gets this error (RFC 6120, 8.3). */
    public Errand refused(Stanza stanza, StanzaException reason, Session sender) {
        return new Errand(
                this, sender, new Errand.Step(false, stanza.with(stanza.head().from(sender.jid())), () -> {
                    throw reason;
                }));
    }

    /** What a session lived through. */
    public Errand happened(Moment moment, Session session) {
        return new Errand(this, session, new Errand.Step(false, NOBODY, () -> moments(moment, session)));
    }

    /** As if the client had sent its last presence again. */
    public Errand again(Session session) {
        return new Errand(this, session, new Errand.Step(false, NOBODY, () -> session.presence()
                .map(said -> presences.sent(said, session))
                .orElse(Reaction.NONE)));
    }

    /** Something else than a stanza or a session asks for it. */
    public Errand asked(Reaction reaction) {
        return new Errand(this, "session=none", new Errand.Step(false, NOBODY, () -> reaction));
    }

    Reaction moments(Moment moment, Session session) {
        return Reaction.all(table.on(moment).stream()
                .map(handler -> Reaction.later(handler.blocking(), NOBODY, () -> handler.react(session)))
                .toList());
    }

    /** @param act anything but to write something */
    Errand.Step step(Reaction.Act act) {
        if (act instanceof Errand.Step step) {
            return step;
        }
        var route = (Reaction.Route) act;
        return new Errand.Step(false, route.stanza(), () -> incoming(route.stanza()));
    }

    /** What goes out is to be counted there. */
    Tally<Flow> sent() {
        return figures.sent();
    }

    /** @param origin in whose name it is taken, for the log */
    Reaction attempt(Errand.Step step, Object origin) {
        try {
            return step.action().get();
        } catch (StanzaException e) {
            return refusal(step.cause(), e);
        } catch (StreamException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "routing failed stanza=" + step.cause().name() + " " + origin, e);
            return refusal(step.cause(), new StanzaException(Condition.INTERNAL_SERVER_ERROR));
        }
    }

    private Reaction incoming(Stanza stanza) {
        if (stanza instanceof Iq iq) {
            return requests.incoming(iq);
        }
        return stanza instanceof Message message ? messages.incoming(message) : presences.incoming((Presence) stanza);
    }

    private static Reaction refusal(Stanza cause, StanzaException reason) {
        // RFC 6120, 8.3.1: an error must not be answered by an error; nor is a result a question.
        var answerable = !cause.isError() && !cause.head().type().equals("result");
        return answerable && !cause.head().from().isNone() ? Reaction.route(cause.error(reason)) : Reaction.NONE;
    }
}
