package im.myna.roster;

import im.myna.jid.Jid;
import im.myna.session.Sessions;
import im.myna.stanza.Presence;
import im.myna.store.roster.Roster;
import im.myna.store.roster.RosterChange;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All contacts of an account: those of its own roster, and those that it has by groups. What a group gives, nobody takes away but
 * those who govern the group.
 */
public final class Contacts {
    /** Nobody's. */
    public static final Contacts NONE = new Contacts(Roster.EMPTY, Directory.EMPTY.sight(Jid.NONE));

    private final Roster own;
    private final Sight sight;

    Contacts(Roster own, Sight sight) {
        this.own = own;
        this.sight = sight;
    }

    /** What is stored for the account itself. */
    public Roster own() {
        return own;
    }

    Sight sight() {
        return sight;
    }

    Contacts with(Roster other) {
        return new Contacts(other, sight);
    }

    Contacts with(Sight other) {
        return new Contacts(own, other);
    }

    /** As the owner sees it. */
    public Optional<RosterItem> item(Jid contact) {
        var item = own.item(contact);
        return sight.sees(contact) ? Optional.of(merged(item.orElseGet(() -> RosterItem.of(contact)))) : item;
    }

    private RosterItem merged(RosterItem item) {
        var groups = new ArrayList<>(item.groups());
        sight.groupsOf(item.contact()).stream()
                .filter(group -> !groups.contains(group))
                .forEach(groups::add);
        var from = isSubscribed(item.contact());
        return item.called(item.name(), groups).with(Subscription.of(true, from), false, item.approved());
    }

    /** All of them, as the owner sees them. */
    public Map<Jid, RosterItem> items() {
        if (sight.seen().isEmpty()) {
            return own.items();
        }
        var all = new HashMap<>(own.items());
        sight.contacts().forEach(contact -> item(contact).ifPresent(item -> all.put(contact, item)));
        return all;
    }

    /** A group puts the contact there. */
    public boolean isGiven(Jid contact) {
        return sight.sees(contact);
    }

    /** Those whom groups put there. */
    public Set<Jid> given() {
        return sight.contacts();
    }

    /** What the groups are called that put the contact there. */
    public List<String> groupsOf(Jid contact) {
        return sight.groupsOf(contact);
    }

    /** The contact gets the owner's presence by a group, whether the owner sees him or not. */
    public boolean isGivenTo(Jid contact) {
        return sight.isSeenBy(contact);
    }

    /** Those who are here and get the owner's presence by a group. */
    public Set<Jid> givenToAmong(Sessions sessions) {
        return sight.watchersAmong(sessions);
    }

    /** The contact gets the owner's presence. */
    public boolean isSubscribed(Jid contact) {
        return own.item(contact).filter(item -> item.subscription().isFrom()).isPresent() || sight.isSeenBy(contact);
    }

    /** The owner gets the contact's presence. */
    public boolean isSubscribedTo(Jid contact) {
        return own.item(contact).filter(item -> item.subscription().isTo()).isPresent() || sight.sees(contact);
    }

    public boolean isRequested(Jid contact) {
        return own.isRequested(contact);
    }

    /** To subscribe, that wait for an answer: a group may have given it. */
    public List<Presence> requests() {
        return own.requests().values().stream()
                .filter(request -> !isSubscribed(request.head().from().bare()))
                .toList();
    }

    /** XEP-0237, 2.2: it means nothing to the client. Without groups it is a number. */
    public String version() {
        return version(own.version());
    }

    /** As it was when the own roster had that one, and the groups were as they are. */
    public String version(long number) {
        return number + sight.suffix();
    }

    /**
     * What a client missed that knows that version, by the own roster's version; empty when it must get everything (XEP-0237, 2.4):
     * so it is when something came or went by a group.
     */
    public Optional<SortedMap<Long, RosterChange>> since(String known) {
        if (known.equals(version()) && !sight.seen().isEmpty()) {
            return Optional.of(new TreeMap<>());
        }
        return number(known).flatMap(own::since).map(changes -> {
            changes.replaceAll((number, change) -> seen(change));
            return changes;
        });
    }

    private Optional<Long> number(String known) {
        var suffix = sight.suffix();
        try {
            return known.endsWith(suffix)
                    ? Optional.of(Long.parseLong(known.substring(0, known.length() - suffix.length())))
                    : Optional.empty();
        } catch (NumberFormatException other) {
            // The client had another server, which wrote its versions in another way.
            return Optional.empty();
        }
    }

    /** How the owner sees a change of what is stored. */
    RosterChange seen(RosterChange change) {
        if (change instanceof RosterChange.Put put) {
            return new RosterChange.Put(sight.sees(put.contact()) ? merged(put.item()) : put.item());
        }
        return change;
    }
}
