package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.routing.Reaction;
import im.myna.routing.Router;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.stanza.Head;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.stanza.Stanza;
import im.myna.store.notice.Notice;
import im.myna.store.notice.NoticeStore;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the server says to everybody of a domain: now, or to those who come in. The words are not written down in the chronicle. */
@ApplicationScoped
public class Notices {
    @Inject
    private NoticeStore store;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Sessions sessions;

    @Inject
    private Router router;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    // What the database has, so that nobody who comes in has to ask it: at most two for each domain. Replaced as a
    // whole.
    private volatile List<Notice> standing = List.of();
    private volatile boolean known;

    /** Whether {@link #standing} knows what there is; if not, {@link #learn} first. */
    public boolean isKnown() {
        return known;
    }

    /** Blocks. */
    public synchronized void learn() {
        standing = List.copyOf(store.all());
        known = true;
    }

    /** What those who come in are told. Does not block. */
    public List<Notice> standing(String domain) {
        return standing.stream()
                .filter(notice -> notice.domain().equals(domain))
                .toList();
    }

    public Optional<Notice> find(Actor actor, String domain, Notice.Kind kind) {
        actor.mustSee(domain);
        learn();
        return standing(domain).stream().filter(notice -> notice.kind() == kind).findFirst();
    }

    /** A new one: who is here hears a {@link Notice.Kind#MOTD} at once. @return how many clients that were */
    public int set(Actor actor, String domain, Notice.Kind kind, String text) {
        put(actor, domain, kind, text, "notice.set");
        return kind == Notice.Kind.MOTD ? tell(domain, text) : 0;
    }

    /** Other words from now on; who was told is not told again. */
    public void edit(Actor actor, String domain, Notice.Kind kind, String text) {
        put(actor, domain, kind, text, "notice.edit");
    }

    private void put(Actor actor, String domain, Notice.Kind kind, String text, String action) {
        mustGovern(actor, domain);
        mustBeText(text);
        var before = find(actor, domain, kind);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var since = action.equals("notice.edit") ? before.map(Notice::since).orElse(now) : now;
        chronicle.change(actor, Deed.of(action, Jid.of(domain)).to("kind=" + kind), () -> {
            store.put(new Notice(domain, kind, text, since));
            return true;
        });
        learn();
    }

    public void remove(Actor actor, String domain, Notice.Kind kind) {
        mustGovern(actor, domain);
        var deed = Deed.of("notice.remove", Jid.of(domain)).from("kind=" + kind);
        if (!chronicle.change(actor, deed, () -> store.remove(domain, kind))) {
            throw new RefusedException(Reason.NOT_FOUND, "there is no such notice");
        }
        learn();
    }

    /** To all clients of that domain that receive messages. @return how many they are */
    public int announce(Actor actor, String domain, String text) {
        mustGovern(actor, domain);
        mustBeText(text);
        chronicle.note(actor, Deed.of("announce", Jid.of(domain)));
        return tell(domain, text);
    }

    private int tell(String domain, String text) {
        var receivers = new ArrayList<Session>();
        sessions.forEach(session -> {
            if (session.receives() && session.jid().domain().equals(domain)) {
                receivers.add(session);
            }
        });
        router.asked(Reaction.all(
                        receivers.stream().map(session -> say(session, text)).toList()))
                .run(true);
        return receivers.size();
    }

    /** A message of the server's to that client. */
    public static Reaction say(Session session, String text) {
        var head = new Head(Jid.of(session.jid().domain()), session.jid(), "", "headline", "");
        return Reaction.send(
                session,
                new Message(head, Payload.of(Element.of(Stanza.NS, "body").text(text))));
    }

    private void mustGovern(Actor actor, String domain) {
        actor.mustGovern(domain);
        if (!settings.domains().contains(domain)) {
            throw new RefusedException(Reason.NOT_FOUND, "there is nothing at " + domain);
        }
    }

    private static void mustBeText(String text) {
        if (text.isBlank() || text.length() > Notice.LONGEST) {
            throw new RefusedException(
                    Reason.INVALID, "a notice has a text of at most " + Notice.LONGEST + " characters");
        }
        try {
            Element.of(Stanza.NS, "body").text(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.INVALID, "this text has characters that XML does not allow");
        }
    }
}
