package im.myna.negotiation;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.link.Link;
import im.myna.session.Expulsions;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.Conflict;
import im.myna.settings.LiveSettings;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.stanza.StanzaException;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import im.myna.xml.Element;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Gives an authenticated peer its resource, and with it its session (RFC 6120, 7). */
final class Binding {
    static final String NS = "urn:ietf:params:xml:ns:xmpp-bind";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LOCKS = 64;

    private final Sessions sessions;
    private final Expulsions expulsions;
    private final LiveSettings settings;
    /** Whether there is room, and taking it, is one step for each account; two accounts may share a lock. */
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

    Binding(Sessions sessions, Expulsions expulsions, LiveSettings settings) {
        this.sessions = sessions;
        this.expulsions = expulsions;
        this.settings = settings;
    }

    static boolean takes(Iq request) {
        return request.type() == Iq.Type.SET && request.payload().has(NS, "bind");
    }

    /**
     * Answers the request. The session may have ended already.
     *
     * @throws StanzaException when that resource cannot be had
     */
    Outcome bind(Iq request, Authentication peer, Link link) {
        var account = peer.account();
        var wanted = request.payload()
                .first(NS, "bind")
                .flatMap(bind -> bind.child("resource"))
                .map(Element::text)
                .orElse("");
        var asked = wanted.isEmpty() ? generated(account) : requested(account, wanted);
        var session = new Session(asked, link, peer.mechanism());
        List<Session> replaced;
        synchronized (locks.get(Math.floorMod(account.hashCode(), LOCKS))) {
            if (conflict() == Conflict.BOTH && sessions.find(asked).isPresent()) {
                session = new Session(generated(account), link, peer.mechanism());
            }
            admit(session.jid());
            replaced = sessions.add(session).stream().toList();
        }
        replaced.forEach(old -> old.end(new StreamException(StreamCondition.CONFLICT)));
        expulsions.since(peer.begun(), account).ifPresent(session::end);
        var bound = Element.of(NS, "bind")
                .with(Element.of(NS, "jid").text(session.jid().toString()));
        return new Outcome.Bound(session, replaced, List.of(request.result(bound)));
    }

    private Conflict conflict() {
        return settings.now().login().conflict();
    }

    /** RFC 6120, 7.6.2.1 and 7.7.2.2. */
    private void admit(Jid full) {
        boolean taken = sessions.find(full).isPresent();
        if (taken && conflict() == Conflict.OLDER) {
            throw new StanzaException(Condition.CONFLICT);
        }
        int limit = settings.now().limits().resourcesPerAccount();
        if (!taken && limit > 0 && sessions.of(full.bare()).size() >= limit) {
            throw new StanzaException(Condition.RESOURCE_CONSTRAINT, "this account has too many sessions");
        }
    }

    private static Jid requested(Jid account, String name) {
        try {
            return account.withResource(name);
        } catch (MalformedJidException e) {
            // RFC 6120, 7.7.2.1
            throw new StanzaException(Condition.BAD_REQUEST, e.getMessage());
        }
    }

    /** RFC 6120, 7.6: hard to guess, because whoever knows it can reach it. */
    private static Jid generated(Jid account) {
        var random = new byte[12];
        RANDOM.nextBytes(random);
        return account.withResource(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
}
