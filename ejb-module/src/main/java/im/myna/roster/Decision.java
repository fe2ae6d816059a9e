package im.myna.roster;

import im.myna.stanza.Presence;
import im.myna.store.roster.RosterChange;
import java.util.List;

/**
 * What somebody wants to change in a roster after having looked at it.
 *
 * @param changes none to leave it as it is
 * @param heralds what the owner's interested clients get before they are told of the changes (RFC 6121, 3.1.6, 3.2.3, 3.3.3)
 */
public record Decision(List<RosterChange> changes, List<Presence> heralds) {
    public static final Decision NOTHING = new Decision(List.of(), List.of());

    public Decision {
        changes = List.copyOf(changes);
        heralds = List.copyOf(heralds);
    }

    public static Decision of(RosterChange... changes) {
        return new Decision(List.of(changes), List.of());
    }
}
