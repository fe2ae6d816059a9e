package im.myna.roster;

import im.myna.jid.Jid;
import im.myna.routing.Reaction;
import im.myna.session.Sessions;
import im.myna.stanza.Condition;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.stanza.StanzaException;
import im.myna.store.roster.RosterChange.Put;
import im.myna.store.roster.RosterChange.Remove;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.RosterOutcome.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Puts contacts on a list and takes them off, for its owner or whoever governs him (RFC 6121, 2.3 to 2.5). Blocks. */
@ApplicationScoped
public class ContactEdits {
    private static final int TEXT = 256;
    private static final int GROUPS = 32;

    @Inject
    private Rosters rosters;

    @Inject
    private Sessions sessions;

    /** How a contact shall stand on the list. */
    public record Wish(Jid contact, String name, List<String> groups) {
        /** @throws StanzaException for what 2.3.3 refuses */
        public Wish {
            if (name.length() > TEXT) {
                throw new StanzaException(Condition.NOT_ACCEPTABLE, "a name has at most " + TEXT + " characters");
            }
            groups = List.copyOf(groups);
            if (groups.stream().distinct().count() < groups.size()) {
                throw new StanzaException(Condition.BAD_REQUEST, "each group only once");
            }
            if (groups.size() > GROUPS || groups.stream().anyMatch(group -> group.isEmpty() || group.length() > TEXT)) {
                throw new StanzaException(
                        Condition.NOT_ACCEPTABLE,
                        "at most " + GROUPS + " groups, each with a name of at most " + TEXT + " characters");
            }
        }
    }

    /**
     * Adds the contact, or gives it another name and other groups.
     *
     * @throws StanzaException when there is no room, or no such owner, or the contact is himself
     */
    public Rosters.Turn put(Jid owner, Wish wish) {
        checkOther(owner, wish.contact());
        var turn = rosters.change(owner, roster -> {
            var item = roster.own().item(wish.contact()).orElseGet(() -> RosterItem.of(wish.contact()));
            // A client sends all groups that it sees; those of the administrators are not its own.
            var given = roster.groupsOf(wish.contact());
            var groups = wish.groups().stream()
                    .filter(group -> !given.contains(group))
                    .toList();
            return Decision.of(new Put(item.called(wish.name(), groups)));
        });
        if (turn.outcome() == Refused.FULL) {
            throw new StanzaException(Condition.POLICY_VIOLATION, "there is no room for another contact");
        }
        return checked(turn);
    }

    /**
     * Removes the contact, and ends the subscriptions in both directions (2.5.2).
     *
     * @return what the contact has to hear
     * @throws StanzaException when the contact is not there, or by a group that is shared with the owner
     */
    public Reaction remove(Jid owner, Jid contact) {
        checkOther(owner, contact);
        var turn = checked(rosters.change(owner, roster -> {
            if (roster.isGiven(contact)) {
                throw new StanzaException(Condition.NOT_ALLOWED, "this contact is in a group that is shared with you");
            }
            if (roster.item(contact).isEmpty()) {
                // RFC 6121, 2.5.3: the item is not in the roster.
                throw new StanzaException(Condition.ITEM_NOT_FOUND);
            }
            return Decision.of(new Remove(contact));
        }));
        return farewell(owner, turn.before(), turn.before().item(contact).orElseThrow());
    }

    private static void checkOther(Jid owner, Jid contact) {
        if (contact.equals(owner)) {
            throw new StanzaException(Condition.NOT_ALLOWED, "nobody is a contact of himself");
        }
    }

    private Reaction farewell(Jid owner, Contacts before, RosterItem item) {
        var stanzas = new ArrayList<Reaction>();
        if (item.subscription().isTo() || item.ask()) {
            stanzas.add(presence(owner, item.contact(), "unsubscribe"));
        }
        if (item.subscription().isFrom()) {
            stanzas.add(presence(owner, item.contact(), "unsubscribed"));
        }
        if (item.subscription().isFrom() && !before.isGivenTo(item.contact())) {
            // 3.2.2: and the contact sees the clients leave.
            sessions.available(owner)
                    .forEach(session -> stanzas.add(presence(session.jid(), item.contact(), "unavailable")));
        }
        return Reaction.all(stanzas);
    }

    private static Reaction presence(Jid from, Jid to, String type) {
        return Reaction.route(new Presence(Head.NONE.from(from).to(to).type(type), Payload.EMPTY));
    }

    private static Rosters.Turn checked(Rosters.Turn turn) {
        if (turn.isRefused()) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND, "there is no such account");
        }
        return turn;
    }
}
