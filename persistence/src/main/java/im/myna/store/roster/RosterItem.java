package im.myna.store.roster;

import im.myna.jid.Jid;
import java.util.List;

/**
 * One contact of a roster (RFC 6121, 2.1.2).
 *
 * @param name the owner's name for the contact, empty for none
 * @param ask the owner asked for the contact's presence and has no answer yet
 * @param approved the contact's request will be granted when it comes (RFC 6121, 3.4)
 * @param version of the roster when this item changed last; the store says it
 */
public record RosterItem(
        Jid contact,
        String name,
        List<String> groups,
        Subscription subscription,
        boolean ask,
        boolean approved,
        long version) {
    public RosterItem {
        groups = List.copyOf(groups);
    }

    /** A contact of whom nothing else is known. */
    public static RosterItem of(Jid contact) {
        return new RosterItem(contact, "", List.of(), Subscription.NONE, false, false, 0);
    }

    public RosterItem called(String other, List<String> members) {
        return new RosterItem(contact, other, members, subscription, ask, approved, version);
    }

    public RosterItem with(Subscription other, boolean asked, boolean preapproved) {
        return new RosterItem(contact, name, groups, other, asked, preapproved, version);
    }

    RosterItem version(long number) {
        return new RosterItem(contact, name, groups, subscription, ask, approved, number);
    }
}
