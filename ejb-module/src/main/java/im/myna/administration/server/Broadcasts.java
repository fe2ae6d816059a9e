package im.myna.administration.server;

import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.administration.visit.Visits;
import im.myna.entry.Workers;
import im.myna.jid.Jid;
import im.myna.routing.Reaction;
import im.myna.routing.Router;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.stanza.Head;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells everybody who is here. */
@ApplicationScoped
public class Broadcasts {
    private static final System.Logger LOG = System.getLogger(Broadcasts.class.getName());

    /** One at a time, so that no more than one of the threads is busy with it. */
    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    private Sessions sessions;

    @Inject
    private Router router;

    @Inject
    private Workers workers;

    @Inject
    private Settings settings;

    @Inject
    private Chronicle chronicle;

    /**
     * Sends a message of the server's to each session that is there now. Returns before they have it. Its words are not written down.
     *
     * @param domain whose users are meant; empty for all
     * @return how many sessions are meant
     * @throws RefusedException CONFLICT while another one is on its way
     */
    public int send(Actor actor, String domain, String subject, String body) {
        if (domain.isEmpty()) {
            actor.mustGovernAll();
        } else {
            actor.mustGovern(domain);
        }
        if (!domain.isEmpty() && !settings.domains().contains(domain)) {
            throw new RefusedException(Reason.NOT_FOUND, "there is nothing at " + domain);
        }
        var payload = Visits.payload(subject, body);
        if (!busy.compareAndSet(false, true)) {
            throw new RefusedException(Reason.CONFLICT, "another message is on its way to everybody");
        }
        boolean begun = false;
        try {
            var present = present(domain);
            chronicle.note(actor, Deed.of("broadcast", subject(domain)).to("sessions=" + present.size()));
            workers.executor().execute(() -> deliver(present, payload));
            begun = true;
            return present.size();
        } catch (RejectedExecutionException e) {
            throw new RefusedException(Reason.CONFLICT, "the server is going down");
        } finally {
            if (!begun) {
                busy.set(false);
            }
        }
    }

    private Jid subject(String domain) {
        return Jid.of(domain.isEmpty() ? settings.domains().get(0) : domain);
    }

    private List<Session> present(String domain) {
        var present = new ArrayList<Session>();
        sessions.forEach(session -> {
            if (domain.isEmpty() || session.jid().domain().equals(domain)) {
                present.add(session);
            }
        });
        return present;
    }

    private void deliver(List<Session> present, Payload payload) {
        try {
            for (var session : present) {
                var head = new Head(Jid.of(session.jid().domain()), session.jid(), "", "headline", "");
                router.asked(Reaction.send(session, new Message(head, payload))).run(true);
            }
            LOG.log(Level.INFO, "broadcast sessions={0}", present.size());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "broadcast broke off", e);
        } finally {
            busy.set(false);
        }
    }
}
