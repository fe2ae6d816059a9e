package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The sessions, for those who govern them. */
@ApplicationScoped
public class Visits {
    @Inject
    private Sessions sessions;

    @Inject
    private AccountStore accounts;

    @Inject
    private Router router;

    @Inject
    private Chronicle chronicle;

    /**
     * Which sessions are meant.
     *
     * @param user a part of the localpart, empty for any
     * @param domain empty for any that may be seen
     * @param address the IP address that they come from, empty for any
     * @param door its name, empty for any
     */
    public record Filter(String user, String domain, String address, String door) {
        public Filter {
            // Localparts are in lower case (RFC 7622, 3.3.1).
            user = user.toLowerCase(Locale.ROOT);
        }

        boolean takes(Session session) {
            var link = session.link();
            return session.jid().local().contains(user)
                    && (domain.isEmpty() || session.jid().domain().equals(domain))
                    && (door.isEmpty() || link.door().name().equals(door))
                    && (address.isEmpty() || address.equals(ip(session)));
        }
    }

    /** By what they can be sorted; where that is the same, by address. */
    public enum Order {
        JID(session -> session.jid().toString()),
        SINCE(Session::since),
        IDLE(session -> -session.link().lastHeard()),
        ADDRESS(Visits::ip),
        DOOR(session -> session.link().door()),
        PRIORITY(Session::priority);

        private final Function<Session, Comparable<?>> key;

        Order(Function<Session, Comparable<?>> key) {
            this.key = key;
        }

        /** By the keys as they are now: they may change while it is sorted, and no sort bears that. */
        List<Session> sort(List<Session> unsorted, boolean descending) {
            var byKey = Comparator.comparing(Keyed::key, Order::compare);
            return unsorted.stream()
                    .map(session -> new Keyed(session, key.apply(session)))
                    .sorted((descending ? byKey.reversed() : byKey)
                            .thenComparing(keyed -> keyed.session().jid()))
                    .map(Keyed::session)
                    .toList();
        }

        // The keys of one order are of one type.
        @SuppressWarnings("unchecked")
        private static int compare(Comparable<?> one, Comparable<?> other) {
            return ((Comparable<Object>) one).compareTo(other);
        }
    }

    private record Keyed(Session session, Comparable<?> key) {}

    /** The IP address that it comes from. */
    public static String ip(Session session) {
        var address = session.link().address();
        return address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }

    /** All that the filter takes and he may see, sorted. */
    public List<Session> list(Actor actor, Filter filter, Order order, boolean descending) {
        actor.mustSeeServer();
        if (!filter.domain().isEmpty()) {
            actor.mustSee(filter.domain());
        }
        var found = new ArrayList<Session>();
        sessions.forEach(session -> {
            if (filter.takes(session)
                    && (actor.seesAll()
                            || session.jid().domain().equals(actor.jid().domain()))) {
                found.add(session);
            }
        });
        return order.sort(found, descending);
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
                found.merge(session.jid().bare(), isInUse(session), Boolean::logicalOr);
            }
        });
        return found;
    }

    private static boolean isInUse(Session session) {
        return session.presence()
                .map(presence -> presence.payload()
                        .first(Stanza.NS, "show")
                        .map(Element::text)
                        .orElse(""))
                .filter(show -> !show.equals("away") && !show.equals("xa"))
                .isPresent();
    }

    /** The sessions of an account. */
    public List<Session> of(Actor actor, Jid bare) {
        actor.mustSee(bare.domain());
        return sessions.of(bare);
    }

    public Session find(Actor actor, Jid full) {
        actor.mustSee(full.domain());
        return sessions.find(full)
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
        return "resource=" + session.jid().resource() + " address=" + ip(session);
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
        var session = find(actor, full);
        accounts.find(full.bare()).ifPresent(actor::mustGovern);
        return session;
    }
}
