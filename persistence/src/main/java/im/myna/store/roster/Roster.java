package im.myna.store.roster;

import im.myna.jid.Jid;
import im.myna.stanza.Presence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account knows of its contacts, at one version.
 *
 * @param oldest the version from which on all changes are known
 * @param items by contact
 * @param removed contacts that are no longer in the roster, with the version of the removal; only the latest ones
 * @param requests to subscribe that wait for an answer, by contact
 */
public record Roster(
        long version, long oldest, Map<Jid, RosterItem> items, Map<Jid, Long> removed, Map<Jid, Presence> requests) {
    /** How many removals are remembered; a client that missed more gets the whole roster. */
    public static final int REMOVALS = 100;

    public static final Roster EMPTY = new Roster(0, 0, Map.of(), Map.of(), Map.of());

    public Roster {
        items = Map.copyOf(items);
        removed = Map.copyOf(removed);
        requests = Map.copyOf(requests);
    }

    public Optional<RosterItem> item(Jid contact) {
        return Optional.ofNullable(items.get(contact));
    }

    public boolean isRequested(Jid contact) {
        return requests.containsKey(contact);
    }

    /**
     * The roster after changes that the store made.
     *
     * @param latest the version that the store gave
     */
    public Roster after(List<RosterChange> changes, long latest) {
        var draft = new Draft(this, changes, latest);
        changes.forEach(draft::apply);
        return draft.roster();
    }

    /**
     * What a client missed that knows that version, by version, only the last change of each contact; empty when it must get the
     * whole roster (XEP-0237, 2.4).
     */
    public Optional<SortedMap<Long, RosterChange>> since(long known) {
        if (known < oldest || known > version || known == 0) {
            return Optional.empty();
        }
        var missed = new TreeMap<Long, RosterChange>();
        items.values().stream()
                .filter(item -> item.version() > known)
                .forEach(item -> missed.put(item.version(), new RosterChange.Put(item)));
        removed.forEach((contact, at) -> {
            if (at > known) {
                missed.put(at, new RosterChange.Remove(contact));
            }
        });
        return Optional.of(missed);
    }

    /** A roster while it changes. */
    private static final class Draft {
        private final Map<Jid, RosterItem> items;
        private final Map<Jid, Long> removed;
        private final Map<Jid, Presence> requests;
        private long oldest;
        private long version;

        Draft(Roster before, List<RosterChange> changes, long latest) {
            items = new HashMap<>(before.items);
            removed = new HashMap<>(before.removed);
            requests = new HashMap<>(before.requests);
            version = latest - changes.stream().filter(RosterChange::visible).count();
            oldest = before.version == 0 ? version : before.oldest;
        }

        void apply(RosterChange change) {
            if (change instanceof RosterChange.Put put) {
                version++;
                removed.remove(put.contact());
                items.put(put.contact(), put.item().version(version));
            } else if (change instanceof RosterChange.Remove remove) {
                remove(remove.contact());
            } else if (change instanceof RosterChange.Ask ask) {
                requests.put(ask.contact(), ask.request());
            } else {
                requests.remove(change.contact());
            }
        }

        private void remove(Jid contact) {
            version++;
            items.remove(contact);
            removed.put(contact, version);
            if (removed.size() > REMOVALS) {
                var first = removed.entrySet().stream().min(Map.Entry.comparingByValue());
                first.ifPresent(entry -> {
                    oldest = entry.getValue();
                    removed.remove(entry.getKey());
                });
            }
        }

        Roster roster() {
            return new Roster(version, oldest, items, removed, requests);
        }
    }
}
