package im.myna.store.roster;

import im.myna.jid.Jid;
import im.myna.stanza.Presence;

/** One thing that changes in what an account knows of a contact. */
public sealed interface RosterChange {
    Jid contact();

    /** True when the owner's clients see it: the roster gets a new version. */
    default boolean visible() {
        return this instanceof Put || this instanceof Remove;
    }

    /** The item is new, or other than before. */
    record Put(RosterItem item) implements RosterChange {
        @Override
        public Jid contact() {
            return item.contact();
        }
    }

    /** The item is no longer in the roster. */
    record Remove(Jid contact) implements RosterChange {}

    /** The contact asks to subscribe; the stanza is kept until it is answered. */
    record Ask(Presence request) implements RosterChange {
        @Override
        public Jid contact() {
            return request.head().from().bare();
        }
    }

    /** The contact's request is answered, or withdrawn. */
    record Settle(Jid contact) implements RosterChange {}
}
