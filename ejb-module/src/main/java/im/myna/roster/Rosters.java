package im.myna.roster;

import im.myna.jid.Jid;
import im.myna.settings.LiveSettings;
import im.myna.store.roster.RosterLimits;
import im.myna.store.roster.RosterOutcome;
import im.myna.store.roster.RosterOutcome.Changed;
import im.myna.store.roster.RosterStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
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
    private Directories directories;

    @Inject
    private Pushes pushes;

    @Inject
    private LiveSettings settings;

    /**
     * Loads the roster, which stays in memory until as many have left as entered. Loads it at every log-in: the account may have
     * been removed and made again meanwhile. Blocks.
     */
    public void enter(Jid owner) {
        var place = use(owner);
        place.exclusively(() -> place.become(load(owner)));
    }

    /** See {@link #enter}. */
    public void leave(Jid owner) {
        held.computeIfPresent(owner, (account, place) -> place.leave() ? null : place);
    }

    /** The roster of somebody who entered; empty for all others, who may have one in the database. */
    public Optional<Contacts> of(Jid owner) {
        return Optional.ofNullable(held.get(owner)).flatMap(Held::contacts);
    }

    /** The roster, wherever it is; an empty one if there is no such account. May block. */
    public Contacts read(Jid owner) {
        return of(owner).orElseGet(() -> load(owner));
    }

    private Contacts load(Jid owner) {
        return new Contacts(store.load(owner), directories.of(owner.domain()).sight(owner));
    }

    /** True when the contact gets the owner's presence, or is the owner. May block. */
    public boolean isSubscribed(Jid contact, Jid owner) {
        return contact.equals(owner) || read(owner).isSubscribed(contact);
    }

    /**
     * Calls it with the roster as it is when all changes before have been told to the owner's clients: what it sends stands in
     * the right place between the pushes.
     *
     * @return false when the roster is not in memory, so it will not be called
     */
    public boolean inTurn(Jid owner, Consumer<Contacts> action) {
        var place = held.get(owner);
        if (place == null || place.contacts().isEmpty()) {
            return false;
        }
        place.note(() -> place.contacts().ifPresent(action));
        place.tell();
        return true;
    }

    /** Looks at the roster, stores what is decided, tells the owner's interested clients. Blocks. */
    public Turn change(Jid owner, Function<Contacts, Decision> look) {
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

    private Turn change(Held place, Jid owner, Function<Contacts, Decision> look) {
        var before = place.contacts().orElseGet(() -> load(owner));
        var decision = look.apply(before);
        if (decision.changes().isEmpty()) {
            place.note(() -> pushes.herald(owner, decision.heralds()));
            return new Turn(before, before, new Changed(before.own().version()));
        }
        var limits = new RosterLimits(settings.now().limits().rosterItems(), REQUESTS);
        var outcome = store.change(owner, limits, decision.changes());
        if (!(outcome instanceof Changed changed)) {
            return new Turn(before, before, outcome);
        }
        var after = before.with(before.own().after(decision.changes(), changed.version()));
        place.become(after);
        place.note(() -> {
            pushes.herald(owner, decision.heralds());
            pushes.changed(owner, after, decision.changes());
        });
        return new Turn(before, after, outcome);
    }

    /**
     * Lets all who are here see by the groups as they are now. They do not know it yet.
     *
     * @param shift from the directory before to this one
     */
    Telling regroup(String domain, Directory directory, Shift shift) {
        var places = new ArrayList<Held>();
        held.forEach((owner, place) -> {
            if (owner.domain().equals(domain) && place.exclusively(() -> see(place, owner, directory, shift))) {
                places.add(place);
            }
        });
        return new Telling(places, shift.breadth());
    }

    private boolean see(Held place, Jid owner, Directory directory, Shift shift) {
        var before = place.contacts();
        var sight = directory.sight(owner);
        if (before.isEmpty() || before.get().sight().print() == sight.print()) {
            return false;
        }
        var after = before.get().with(sight);
        place.become(after);
        place.note(() -> pushes.regrouped(owner, before.get(), after, shift.concerned(owner, before.get(), after)));
        return true;
    }

    /**
     * A roster before and after a change.
     *
     * @param outcome when it refuses, before and after are the same
     */
    public record Turn(Contacts before, Contacts after, RosterOutcome outcome) {
        public boolean isRefused() {
            return !(outcome instanceof Changed);
        }
    }
}
