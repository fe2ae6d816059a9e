package im.myna.feature.rfc6121_presence;

import im.myna.jid.Jid;
import im.myna.roster.Contacts;
import im.myna.roster.Rosters;
import im.myna.routing.Reaction;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Inbound;
import im.myna.routing.declaration.Outbound;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Answers those who ask whether somebody is there. */
@ApplicationScoped
public class Probes implements Feature {
    @Inject
    private Rosters rosters;

    @Inject
    private Sessions sessions;

    @Inject
    private LastWords lastWords;

    /** RFC 6121, 4.7.1: a client need not probe, but it may. */
    @Outbound(Presence.Type.PROBE)
    public Reaction ask(Presence probe, Session sender) {
        return probe.head().to().isNone() ? Reaction.NONE : Reaction.route(probe);
    }

    /** RFC 6121, 4.3.2. */
    @Inbound(Presence.Type.PROBE)
    public Reaction answer(Presence probe) {
        var account = probe.head().to().bare();
        if (account.isDomain()) {
            return Reaction.NONE;
        }
        return rosters.of(account)
                .map(contacts -> answer(probe, account, contacts))
                .orElseGet(() -> Reaction.then(() -> answer(probe, account, rosters.read(account))));
    }

    private Reaction answer(Presence probe, Jid account, Contacts contacts) {
        var prober = probe.head().from();
        if (!prober.bare().equals(account) && !contacts.isSubscribed(prober.bare())) {
            // 4.3.2: the same whether there is no such account or no subscription.
            var head = Head.NONE.from(account).to(prober.bare()).type("unsubscribed");
            return Reaction.route(new Presence(head, Payload.EMPTY));
        }
        var present = present(probe.head().to());
        if (present.isEmpty()) {
            return Reaction.then(() -> Reaction.route(lastWords.of(account, prober)));
        }
        return Reaction.all(present.stream()
                .map(presence -> Reaction.route(presence.with(presence.head().to(prober))))
                .toList());
    }

    private List<Presence> present(Jid probed) {
        var asked = probed.isFull() ? sessions.find(probed).stream().toList() : sessions.of(probed);
        return asked.stream().flatMap(session -> session.presence().stream()).toList();
    }
}
