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
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Tells everybody who is here, or everybody. */
@ApplicationScoped
public class Broadcasts {
    private static final System.Logger LOG = System.getLogger(Broadcasts.class.getName());

    private static final int PAGE = 200;

    /** Who is meant. */
    public enum Reach {
        /** Those who are here. */
        ONLINE,
        /** Those who are away, too: it waits for them like any message. */
        ALL
    }

    /** One at a time, so that no more than one of the threads is busy with it. */
    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    private AccountStore accounts;

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
        return send(actor, Reach.ONLINE, domain, subject, body);
    }

    /** Also to those who are away, if they are meant. See {@link #send(Actor, String, String, String)}. */
    public int send(Actor actor, Reach reach, String domain, String subject, String body) {
        check(actor, domain);
        var payload = Visits.payload(subject, body);
        if (!busy.compareAndSet(false, true)) {
            throw new RefusedException(Reason.CONFLICT, "another message is on its way to everybody");
        }
        boolean begun = false;
        try {
            var present = present(domain);
            var also = reach == Reach.ALL ? " and who is away" : "";
            chronicle.note(actor, Deed.of("broadcast", subject(domain)).to("sessions=" + present.size() + also));
            workers.executor().execute(() -> deliver(present, reach, domain, payload));
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

    private void check(Actor actor, String domain) {
        if (domain.isEmpty()) {
            actor.mustGovernAll();
        } else {
            actor.mustGovern(domain);
        }
        if (!domain.isEmpty() && !settings.domains().contains(domain)) {
            throw new RefusedException(Reason.NOT_FOUND, "there is nothing at " + domain);
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

    private void deliver(List<Session> present, Reach reach, String domain, Payload payload) {
        try {
            for (var session : present) {
                var head = new Head(Jid.of(session.jid().domain()), session.jid(), "", "headline", "");
                router.asked(Reaction.send(session, new Message(head, payload))).run(true);
            }
            if (reach == Reach.ALL) {
                var told = present.stream().map(session -> session.jid().bare()).collect(Collectors.toSet());
                var domains = domain.isEmpty() ? settings.domains() : List.of(domain);
                domains.forEach(each -> leave(each, told, payload));
            }
            LOG.log(Level.INFO, "broadcast sessions={0}", present.size());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "broadcast broke off", e);
        } finally {
            busy.set(false);
        }
    }

    /** For those who were not told. Whoever came meanwhile gets it at once. */
    private void leave(String domain, Set<Jid> told, Payload payload) {
        var after = "";
        List<Account> page;
        do {
            page = accounts.all(domain, after, PAGE);
            for (var account : page) {
                after = account.jid().local();
                if (!told.contains(account.jid())) {
                    // Not a headline: that is kept for nobody (RFC 6121, 8.5.2.2.1).
                    var head = new Head(Jid.of(domain), account.jid(), "", "normal", "");
                    router.asked(Reaction.route(new Message(head, payload))).run(true);
                }
            }
        } while (page.size() == PAGE);
    }
}
