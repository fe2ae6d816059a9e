package im.myna.feature.rfc6121_presence;

import im.myna.jid.Jid;
import im.myna.routing.Reaction;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.store.presence.LastPresence;
import im.myna.store.presence.LastPresenceStore;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What people said when they left, for those who come later (RFC 6121, 4.3.2). */
@ApplicationScoped
public class LastWords {
    private static final String DELAY = "urn:xmpp:delay";

    @Inject
    private LastPresenceStore store;

    @Inject
    private Clock clock;

    /** Keeps it. */
    Reaction keep(Jid owner, Presence said) {
        var last = new LastPresence(
                owner, said.payload(), said.head().lang(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return Reaction.then(() -> {
            store.keep(last);
            return Reaction.NONE;
        });
    }

    /** What an account that is away says to somebody. Blocks. */
    Presence of(Jid account, Jid receiver) {
        return store.find(account).map(last -> presence(last, receiver)).orElseGet(() -> silent(account, receiver));
    }

    /** Of many accounts of one domain. Blocks. */
    Map<Jid, Presence> of(String domain, Set<String> usernames, Jid receiver) {
        var said = new HashMap<Jid, Presence>();
        store.find(domain, usernames).forEach(last -> said.put(last.account(), presence(last, receiver)));
        return said;
    }

    /** What somebody says who never said anything. */
    static Presence silent(Jid account, Jid receiver) {
        return new Presence(head(account, receiver), Payload.EMPTY);
    }

    private static Presence presence(LastPresence last, Jid receiver) {
        var delay = Element.of(DELAY, "delay")
                .with("from", last.account().toString())
                .with("stamp", last.at().toString());
        return new Presence(
                head(last.account(), receiver).lang(last.lang()), last.payload().with(delay));
    }

    private static Head head(Jid account, Jid receiver) {
        return Head.NONE.from(account).to(receiver).type("unavailable");
    }
}
