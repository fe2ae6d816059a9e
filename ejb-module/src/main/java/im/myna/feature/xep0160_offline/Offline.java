package im.myna.feature.xep0160_offline;

import im.myna.jid.Jid;
import im.myna.routing.Passage;
import im.myna.routing.Reaction;
import im.myna.routing.declaration.At;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Moment;
import im.myna.routing.declaration.On;
import im.myna.routing.declaration.Stop;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.LiveSettings;
import im.myna.specification.Implements;
import im.myna.stanza.Message;
import im.myna.store.offline.KeptLetter;
import im.myna.store.offline.Letter;
import im.myna.store.offline.OfflineStore;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps messages for those who are not there, and hands them over when they come. */
@Implements(spec = "XEP-0160", version = "1.0.1", features = "msgoffline")
@Implements(spec = "XEP-0203", version = "2.0", features = Offline.DELAY)
@ApplicationScoped
public class Offline implements Feature {
    static final String DELAY = "urn:xmpp:delay";
    private static final String CHAT_STATES = "http://jabber.org/protocol/chatstates";
    private static final int PAGE = 100;

    // Who hands over an account's messages, so that two clients that come at once do not both get them. At most one
    // entry for
    // each account that is here; an entry whose session has gone does not count.
    private final ConcurrentMap<Jid, Session> couriers = new ConcurrentHashMap<>();

    @Inject
    private OfflineStore store;

    @Inject
    private Sessions sessions;

    @Inject
    private LiveSettings settings;

    @Inject
    private Clock clock;

    /** When the box is full the message goes on, unkept, and the sender gets service-unavailable (RFC 6121, 8.5.2.2.1). */
    @At(value = Stop.KEEP, blocking = true)
    public Passage keep(Passage passage) {
        if (isTransient(passage.message())) {
            return passage.kept();
        }
        var letter =
                new Letter(passage.account(), passage.message(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!store.keep(letter, settings.now().limits().offlineMessages())) {
            return passage;
        }
        // Whoever came while it was being written has looked for messages too early.
        return sessions.receiving(passage.account()).stream()
                .findFirst()
                .map(session -> passage.kept().and(handOver(session)))
                .orElseGet(passage::kept);
    }

    @On(value = Moment.RECEIVING, blocking = true)
    public Reaction handOver(Session session) {
        var owner = session.jid().bare();
        var courier = couriers.compute(owner, (account, busy) -> isHere(busy) ? busy : session);
        return courier == session ? next(session, 0) : Reaction.NONE;
    }

    /** Deletes what was sent, only then: what is sent twice after a crash is better than what is never sent. */
    private Reaction next(Session session, long sent) {
        var owner = session.jid().bare();
        if (sent > 0) {
            store.delete(owner, sent);
        }
        var page = store.page(owner, sent, PAGE);
        if (page.isEmpty() || session.isEnded()) {
            couriers.remove(owner, session);
            return Reaction.NONE;
        }
        long last = page.get(page.size() - 1).number();
        return sending(session, page).and(Reaction.then(() -> next(session, last)));
    }

    private Reaction sending(Session session, List<KeptLetter> page) {
        return Reaction.all(page.stream()
                .map(kept -> Reaction.send(session, delayed(kept.letter())))
                .toList());
    }

    private static Message delayed(Letter letter) {
        // XEP-0203, 4: stamped by the server that kept it.
        var delay = Element.of(DELAY, "delay")
                .with("from", letter.owner().domain())
                .with("stamp", letter.arrived().toString())
                .text("Offline Storage");
        return letter.message().with(letter.message().payload().with(delay));
    }

    private boolean isHere(Session session) {
        return session != null && sessions.of(session.jid().bare()).contains(session);
    }

    /** XEP-0160, 3: "chat": not when it holds nothing but chat states. */
    private static boolean isTransient(Message message) {
        return message.type() == Message.Type.CHAT
                && message.payload().names().stream()
                        .allMatch(name -> name.namespace().equals(CHAT_STATES)
                                || name.local().equals("thread"));
    }
}
