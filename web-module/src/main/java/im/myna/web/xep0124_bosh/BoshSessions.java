package im.myna.web.xep0124_bosh;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.web.door.Porter;
import im.myna.web.door.Visitor;
import im.myna.web.xep0124_bosh.correspondence.BindingException;
import im.myna.web.xep0124_bosh.correspondence.KeySequence;
import im.myna.web.xep0124_bosh.correspondence.Request;
import im.myna.web.xep0124_bosh.correspondence.Terminal;
import im.myna.web.xep0124_bosh.correspondence.Terms;
import im.myna.web.xep0124_bosh.correspondence.Wrapper;
import im.myna.xml.Element;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** All sessions of this door. */
@ApplicationScoped
public class BoshSessions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SID_BYTES = 16;
    private static final int MOST_WISHES = 4096;
    /** Beyond that, nobody comes in; so many from one address as {@link im.myna.settings.Limits} say. */
    private static final int MOST = 50_000;

    /** Written by sessions that begin, and by those that end. */
    private final Map<String, BoshSession> sessions = new ConcurrentHashMap<>();

    @Inject
    private Porter porter;

    private volatile boolean closed;

    @PreDestroy
    void close() {
        closed = true;
        sessions.values().forEach(BoshSession::shutDown);
    }

    Optional<BoshSession> find(String sid) {
        return Optional.ofNullable(sessions.get(sid));
    }

    /**
     * Begins one.
     *
     * @throws BindingException when there can be none
     */
    BoshSession create(Request first, Visitor visitor) {
        if (closed) {
            throw new BindingException(Terminal.SYSTEM_SHUTDOWN, "closed");
        }
        checkAddress(first.wrapper().value("to"));
        // Whatever may be wrong is found before there is a link.
        var terms = Terms.asked(first.wrapper());
        var keys = new KeySequence(first.wrapper());
        if (sessions.size() >= MOST || !porter.enter(visitor)) {
            throw new BindingException(Terminal.POLICY_VIOLATION, "too many sessions");
        }
        var sid = random();
        var session = new BoshSession(sid, visitor, porter, first, terms, keys, () -> sessions.remove(sid));
        sessions.put(sid, session);
        return session;
    }

    /** What a page needs to go on with a session. */
    record Prebound(String jid, String sid, long rid) {}

    /**
     * Begins one for somebody who logs in by other means.
     *
     * @param rid of the first request that will come
     * @param bound is told when it is ready
     * @param refused is told the condition when it will not be
     * @throws BindingException when there can be none
     */
    void prebind(
            Prebinding.Login login,
            long rid,
            int wait,
            Visitor visitor,
            Consumer<Prebound> bound,
            Consumer<String> refused) {
        var wishes = Element.of(Wrapper.NS, "body")
                .with("rid", Long.toString(rid))
                .with("to", login.domain())
                .with("wait", Integer.toString(wait))
                .with("ver", "1.11")
                .xml();
        var session = create(Request.of(wishes.getBytes(UTF_8), MOST_WISHES), visitor);
        session.begin(new Prebinding(login, jid -> bound.accept(new Prebound(jid, session.sid(), rid)), condition -> {
            session.abandon();
            refused.accept(condition);
        }));
    }

    private void checkAddress(String to) {
        if (to.isEmpty()) {
            throw new BindingException(Terminal.IMPROPER_ADDRESSING, "no to");
        }
        try {
            var host = Jid.of(to);
            if (host.isDomain() && porter.settings().domains().contains(host.domain())) {
                return;
            }
        } catch (MalformedJidException e) {
            throw new BindingException(Terminal.HOST_UNKNOWN, e.getMessage());
        }
        throw new BindingException(Terminal.HOST_UNKNOWN, "not ours");
    }

    private static String random() {
        var random = new byte[SID_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
