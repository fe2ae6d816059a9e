package im.myna.administration.visit;

import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.routing.Reaction;
import im.myna.routing.Router;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.stanza.Head;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.stanza.Stanza;
import im.myna.store.account.AccountStore;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sessions, for those who govern them. */
@ApplicationScoped
public class Visits {
    private static final Set<String> ABSENT = Set.of("away", "xa", "unavailable");

    @Inject
    private Sessions sessions;

    @Inject
    private AccountStore accounts;

    @Inject
    private Router router;

    @Inject
    private Chronicle chronicle;

    /** All that the filter takes and he may see. */
    public Found list(Actor actor, Filter filter, Aspect order, boolean descending) {
        actor.mustSeeServer();
        if (!filter.domain().isEmpty()) {
            actor.mustSee(filter.domain());
        }
        var found = new ArrayList<Visit>();
        sessions.forEach(session -> {
            var visit = new Visit(session);
            if (filter.takes(visit)
                    && (actor.seesAll()
                            || session.jid().domain().equals(actor.jid().domain()))) {
                found.add(visit);
            }
        });
        return new Found(found, order, descending);
    }

    /**
     * The accounts of that domain that are here, in order, and of each whether it is in use: one of its clients is available and says
     * neither "away" nor "xa" (RFC 6121, 4.7.2.1).
     */
    public SortedMap<Jid, Boolean> accounts(Actor actor, String domain) {
        actor.mustSee(domain);
        var found = new TreeMap<Jid, Boolean>();
        sessions.forEach(session -> {
            if (session.jid().domain().equals(domain)) {
                boolean inUse = !ABSENT.contains(new Visit(session).presence());
                found.merge(session.jid().bare(), inUse, Boolean::logicalOr);
            }
        });
        return found;
    }

    /** The sessions of an account. */
    public List<Visit> of(Actor actor, Jid bare) {
        actor.mustSee(bare.domain());
        return sessions.of(bare).stream().map(Visit::new).toList();
    }

    public Visit find(Actor actor, Jid full) {
        actor.mustSee(full.domain());
        return sessions.find(full)
                .map(Visit::new)
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "there is no session " + full));
    }

    /** The client hears that it was sent away; it may come back. */
    public void close(Actor actor, Jid full) {
        var session = governed(actor, full);
        chronicle.note(actor, Deed.of("session.close", full.bare()).from(words(session)));
        session.end(new StreamException(StreamCondition.POLICY_VIOLATION, "closed by an administrator"));
    }

    /** A message of the server's to that client and no other. Its words are not written down. */
    public void send(Actor actor, Jid full, String subject, String body) {
        var session = governed(actor, full);
        var message = new Message(new Head(Jid.of(full.domain()), full, "", "headline", ""), payload(subject, body));
        chronicle.note(actor, Deed.of("session.message", full.bare()).from(words(session)));
        router.asked(Reaction.send(session, message)).run(true);
    }

    private static String words(Session session) {
        return "resource=" + session.jid().resource() + " address=" + Visit.ip(session);
    }

    /** What says that. @throws RefusedException INVALID when it cannot be said */
    public static Payload payload(String subject, String body) {
        if (body.isEmpty()) {
            throw new RefusedException(Reason.INVALID, "there must be a body");
        }
        try {
            var text = Element.of(Stanza.NS, "body").text(body);
            return subject.isEmpty()
                    ? Payload.of(text)
                    : Payload.of(Element.of(Stanza.NS, "subject").text(subject), text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.INVALID, "this text has characters that XML does not allow");
        }
    }

    private Session governed(Actor actor, Jid full) {
        actor.mustGovern(full.domain());
        var session = find(actor, full).session();
        accounts.find(full.bare()).ifPresent(actor::mustGovern);
        return session;
    }
}
