package im.myna.store.group;

import im.myna.jid.Jid;
import java.util.Set;

/**
 * A group of accounts of one domain, without its members.
 *
 * @param id its name in front of the domain; written like an address, but nobody is reached there
 * @param displayName what people see
 * @param audience the groups it is shared with, when it is shared with groups; of the same domain
 */
public record Group(Jid id, String displayName, String description, Sharing sharing, Set<Jid> audience) {
    /** Characters. */
    public static final int NAME = 100;

    /** Characters, as in a roster. */
    public static final int DISPLAY_NAME = 256;

    /** Characters. */
    public static final int DESCRIPTION = 1000;

    public Group {
        audience = sharing == Sharing.GROUPS ? Set.copyOf(audience) : Set.of();
    }

    /** Called by its name, shared with nobody. */
    public static Group of(Jid id) {
        return new Group(id, id.local(), "", Sharing.NOBODY, Set.of());
    }

    public Group displayName(String text) {
        return new Group(id, text, description, sharing, audience);
    }

    public Group description(String text) {
        return new Group(id, displayName, text, sharing, audience);
    }

    public Group shared(Sharing other, Set<Jid> groups) {
        return new Group(id, displayName, description, other, groups);
    }
}
