package im.myna.roster;

import im.myna.figures.Figures;
import im.myna.figures.Flow;
import im.myna.jid.Jid;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.LiveSettings;
import im.myna.store.roster.Roster;
import im.myna.store.roster.RosterChange;
import im.myna.store.roster.RosterLimits;
import im.myna.store.roster.RosterOutcome;
import im.myna.store.roster.RosterOutcome.Changed;
import im.myna.store.roster.RosterStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rosters of all accounts; those of accounts that are here are in memory. */
@ApplicationScoped
public class Rosters {
    /** Requests that may wait for an answer: enough for people, and little enough for strangers to fill. */
    private static final int REQUESTS = 100;

    // Written by whoever enters, changes or leaves; bounded by the sessions, and by the threads that change a roster.
    private final ConcurrentMap<Jid, Held> held = new ConcurrentHashMap<>();

    @Inject
    private RosterStore store;

    @Inject
    private Sessions sessions;

    @Inject
    private LiveSettings settings;

    @Inject
    private Figures figures;

    /**
     * Loads the roster, which stays in memory until as many have left as entered. Loads it at every log-in: the account may have
     * been removed and made again meanwhile. Blocks.
     */
    public void enter(Jid owner) {
        var place = use(owner);
        place.exclusively(() -> place.become(store.load(owner)));
    }

    /** See {@link #enter}. */
    public void leave(Jid owner) {
        held.computeIfPresent(owner, (account, place) -> place.leave() ? null : place);
    }

    /** The roster of somebody who entered; empty for all others, who may have one in the database. */
    public Optional<Roster> of(Jid owner) {
        return Optional.ofNullable(held.get(owner)).flatMap(Held::roster);
    }

    /** The roster, wherever it is; an empty one if there is no such account. May block. */
    public Roster read(Jid owner) {
        return of(owner).orElseGet(() -> store.load(owner));
    }

    /** True when the contact gets the owner's presence, or is the owner. May block. */
    public boolean isSubscribed(Jid contact, Jid owner) {
        return contact.equals(owner) || isSubscribed(contact, read(owner));
    }

    /** True when the contact gets the presence of the roster's owner. */
    public static boolean isSubscribed(Jid contact, Roster roster) {
        return roster.item(contact).filter(item -> item.subscription().isFrom()).isPresent();
    }

    /**
     * Calls it with the roster as it is when all changes before have been told to the owner's clients: what it sends stands in
     * the right place between the pushes.
     *
     * @return false when the roster is not in memory, so it will not be called
     */
    public boolean inTurn(Jid owner, Consumer<Roster> action) {
        var place = held.get(owner);
        if (place == null || place.roster().isEmpty()) {
            return false;
        }
        place.note(() -> place.roster().ifPresent(action));
        place.tell();
        return true;
    }

    /** Looks at the roster, stores what is decided, tells the owner's interested clients. Blocks. */
    public Turn change(Jid owner, Function<Roster, Decision> look) {
        var place = use(owner);
        try {
            return place.exclusively(() -> change(place, owner, look));
        } finally {
            leave(owner);
            place.tell();
        }
    }

    private Held use(Jid owner) {
        return held.compute(owner, (account, known) -> {
            var place = known == null ? new Held() : known;
            place.use();
            return place;
        });
    }

    private Turn change(Held place, Jid owner, Function<Roster, Decision> look) {
        var before = place.roster().orElseGet(() -> store.load(owner));
        var decision = look.apply(before);
        if (decision.changes().isEmpty()) {
            place.note(() -> herald(owner, decision));
            return new Turn(before, before, new Changed(before.version()));
        }
        var limits = new RosterLimits(settings.now().limits().rosterItems(), REQUESTS);
        var outcome = store.change(owner, limits, decision.changes());
        if (!(outcome instanceof Changed changed)) {
            return new Turn(before, before, outcome);
        }
        var after = before.after(decision.changes(), changed.version());
        place.become(after);
        place.note(() -> {
            herald(owner, decision);
            push(owner, after, decision.changes());
        });
        return new Turn(before, after, outcome);
    }

    private void herald(Jid owner, Decision decision) {
        for (var presence : decision.heralds()) {
            var receivers = interested(owner);
            receivers.forEach(session -> session.send(presence));
            figures.sent().add(Flow.of(presence), receivers.size());
        }
    }

    private void push(Jid owner, Roster after, List<RosterChange> changes) {
        // The store gave consecutive versions, the last one to the last change.
        var visible = changes.stream().filter(RosterChange::visible).toList();
        var receivers = interested(owner);
        for (int i = 0; i < visible.size(); i++) {
            long version = after.version() - visible.size() + 1 + i;
            for (var session : receivers) {
                session.send(RosterXml.push(session.jid(), visible.get(i), version));
            }
        }
        figures.sent().add(Flow.IQ_OK, (long) visible.size() * receivers.size());
    }

    /** RFC 6121, 2.1.6: those that asked for the roster. */
    private List<Session> interested(Jid owner) {
        var found = new ArrayList<Session>();
        for (var session : sessions.of(owner)) {
            if (session.isInterested()) {
                found.add(session);
            }
        }
        return found;
    }

    /**
     * A roster before and after a change.
     *
     * @param outcome when it refuses, before and after are the same
     */
    public record Turn(Roster before, Roster after, RosterOutcome outcome) {
        public boolean isRefused() {
            return !(outcome instanceof Changed);
        }
    }
}
