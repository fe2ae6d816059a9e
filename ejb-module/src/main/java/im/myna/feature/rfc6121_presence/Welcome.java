package im.myna.feature.rfc6121_presence;

import im.myna.jid.Jid;
import im.myna.roster.Contacts;
import im.myna.roster.Rosters;
import im.myna.routing.Reaction;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.store.roster.RosterStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client learns when it becomes available: who is there, and who asked for its owner's presence meanwhile. */
@ApplicationScoped
public class Welcome {
    /** Contacts that are looked up together: one query is not too long, and what it brings not too much to send at once. */
    private static final int PAGE = 500;

    @Inject
    private Rosters rosters;

    @Inject
    private Sessions sessions;

    @Inject
    private RosterStore store;

    @Inject
    private LastWords lastWords;

    @Inject
    private Settings settings;

    Reaction of(Session newcomer) {
        var owner = newcomer.jid().bare();
        var contacts = rosters.of(owner).orElse(Contacts.NONE);
        var acts = new ArrayList<Reaction.Act>();
        var away = new ArrayList<Jid>();
        for (var session : sessions.available(owner)) {
            if (session != newcomer) {
                show(session, newcomer, acts);
            }
        }
        var given = contacts.given();
        for (var item : contacts.own().items().values()) {
            if (item.subscription().isTo() && !given.contains(item.contact())) {
                look(item.contact(), newcomer, acts, away);
            }
        }
        // Of these only who is there: it costs no look into the database, however many they are (ADR 0070).
        given.forEach(contact -> sessions.available(contact).forEach(session -> show(session, newcomer, acts)));
        // RFC 6121, 3.1.3: requests are delivered each time, until they are answered.
        contacts.requests().forEach(request -> acts.add(new Reaction.Send(newcomer, request)));
        return new Reaction(acts).and(missing(away, newcomer));
    }

    /** RFC 6121, 4.3: a probe; contacts of this server are looked at without one. */
    private void look(Jid contact, Session newcomer, List<Reaction.Act> acts, List<Jid> away) {
        if (contact.isDomain() || !settings.domains().contains(contact.domain())) {
            var head = Head.NONE.from(newcomer.jid()).to(contact).type("probe");
            acts.add(new Reaction.Route(new Presence(head, Payload.EMPTY)));
            return;
        }
        var present = sessions.available(contact);
        if (present.isEmpty()) {
            away.add(contact);
        } else if (rosters.of(contact)
                .filter(contacts -> contacts.isSubscribed(newcomer.jid().bare()))
                .isPresent()) {
            present.forEach(session -> show(session, newcomer, acts));
        }
    }

    private static void show(Session session, Session newcomer, List<Reaction.Act> acts) {
        session.presence()
                .map(presence -> presence.with(presence.head().to(newcomer.jid())))
                .ifPresent(presence -> acts.add(new Reaction.Send(newcomer, presence)));
    }

    /** RFC 6121, 4.3.2: those who are not there answer with the last that they said. */
    private Reaction missing(List<Jid> away, Session newcomer) {
        if (away.isEmpty()) {
            return Reaction.NONE;
        }
        int size = Math.min(PAGE, away.size());
        var page = List.copyOf(away.subList(0, size));
        var rest = List.copyOf(away.subList(size, away.size()));
        return Reaction.then(() -> said(page, newcomer).and(missing(rest, newcomer)));
    }

    private Reaction said(List<Jid> page, Session newcomer) {
        var acts = new ArrayList<Reaction.Act>();
        page.stream()
                .collect(Collectors.groupingBy(Jid::domain, Collectors.mapping(Jid::local, Collectors.toSet())))
                .forEach((domain, usernames) -> said(domain, usernames, newcomer)
                        .forEach((account, presence) -> acts.add(new Reaction.Send(newcomer, presence))));
        return new Reaction(acts);
    }

    private Map<Jid, Presence> said(String domain, Set<String> usernames, Session newcomer) {
        var showing = store.showingTo(newcomer.jid().bare(), domain, usernames);
        var known = lastWords.of(domain, showing.stream().map(Jid::local).collect(Collectors.toSet()), newcomer.jid());
        return showing.stream()
                .collect(Collectors.toMap(
                        account -> account,
                        account -> known.getOrDefault(account, LastWords.silent(account, newcomer.jid()))));
    }
}
