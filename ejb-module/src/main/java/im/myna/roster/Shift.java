package im.myna.roster;

import im.myna.jid.Jid;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is other in one directory than in another, as far as it narrows down where to look.
 *
 * @param moved who joined or left a group
 * @param wide a group is new, gone, called otherwise or shared otherwise
 * @param breadth how many contacts are other for anybody, at most
 */
record Shift(Set<Jid> moved, boolean wide, long breadth) {
    static Shift between(Directory before, Directory after) {
        var moved = new HashSet<Jid>();
        boolean wide = false;
        long breadth = 0;
        var names = new TreeSet<>(before.circles().keySet());
        names.addAll(after.circles().keySet());
        for (var name : names) {
            var one = before.circles().get(name);
            var other = after.circles().get(name);
            if (one == null || other == null) {
                wide = true;
                breadth += (one == null ? other : one).members().size();
            } else if (!one.equals(other)) {
                moved.addAll(Directory.difference(one.members(), other.members()));
                moved.addAll(Directory.difference(other.members(), one.members()));
                boolean otherwise = !Objects.equals(one.group(), other.group());
                wide |= otherwise;
                breadth += otherwise ? other.members().size() : 0;
            }
        }
        return new Shift(Set.copyOf(moved), wide, breadth + moved.size());
    }

    /** The contacts that may be other for the owner: few where only others moved, however large the groups are. */
    Set<Jid> concerned(Jid owner, Contacts before, Contacts after) {
        if (!wide && !moved.contains(owner)) {
            return Directory.difference(moved, Set.of(owner));
        }
        var all = before.given();
        all.addAll(after.given());
        return all;
    }
}
