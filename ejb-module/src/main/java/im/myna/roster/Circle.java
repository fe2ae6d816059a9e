package im.myna.roster;

import im.myna.jid.Jid;
import im.myna.store.group.Group;
import java.util.Set;

/**
 * A group with its members.
 *
 * @param print tells what people see of it from all that they could have seen before
 */
public record Circle(Group group, Set<Jid> members, long print) {
    public Circle {
        members = Set.copyOf(members);
    }

    public static Circle of(Group group, Set<Jid> members) {
        long print = Print.of(group.displayName());
        for (var member : members) {
            // Their order must not matter.
            print += Print.of(member.toString());
        }
        return new Circle(group, members, print);
    }

    public Circle with(Group other) {
        return of(other, members);
    }

    public Circle with(Set<Jid> others) {
        return of(group, others);
    }

    boolean contains(Jid account) {
        return members.contains(account);
    }
}
