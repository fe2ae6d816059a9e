package im.myna.roster;

import im.myna.jid.Jid;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.store.group.Sharing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom an account sees by groups, and who sees it. Refers to what all accounts share, so it is small however many they are.
 *
 * @param seen the groups on its contact list, by what they are called
 * @param watchers the groups whose members see it
 * @param everybody all accounts of the domain see it
 * @param print differs when what it sees, or who sees it, differs
 */
record Sight(Jid owner, List<Circle> seen, List<Circle> watchers, boolean everybody, long print) {
    static Sight of(Jid owner, List<Circle> seen, List<Circle> watchers, boolean everybody) {
        long print = everybody ? 1 : 0;
        for (var circle : seen) {
            print = Print.of(print, circle.print());
        }
        print = Print.of(print, seen.size());
        for (var circle : watchers) {
            print = Print.of(print, circle.print());
        }
        return new Sight(owner, List.copyOf(seen), List.copyOf(watchers), everybody, print);
    }

    boolean sees(Jid contact) {
        return !contact.equals(owner) && isIn(seen, contact);
    }

    boolean isSeenBy(Jid contact) {
        return !contact.equals(owner) && (everybody ? isNeighbour(contact) : isIn(watchers, contact));
    }

    private boolean isNeighbour(Jid contact) {
        return contact.domain().equals(owner.domain()) && !contact.local().isEmpty();
    }

    private static boolean isIn(List<Circle> circles, Jid account) {
        for (var circle : circles) {
            if (circle.contains(account)) {
                return true;
            }
        }
        return false;
    }

    /** What the groups are called in which the contact is seen. */
    List<String> groupsOf(Jid contact) {
        return contact.equals(owner)
                ? List.of()
                : seen.stream()
                        .filter(circle -> circle.contains(contact))
                        .map(circle -> circle.group().displayName())
                        .distinct()
                        .toList();
    }

    /** All that are seen. */
    Set<Jid> contacts() {
        var found = new HashSet<Jid>();
        seen.forEach(circle -> found.addAll(circle.members()));
        found.remove(owner);
        return found;
    }

    /** Those of whom somebody is here and who see the owner. Looks at each session of the domain, or each member of the groups. */
    Set<Jid> watchersAmong(Sessions sessions) {
        var found = new HashSet<Jid>();
        if (everybody) {
            sessions.forEach(session -> {
                var account = session.jid().bare();
                if (session.isAvailable() && isSeenBy(account)) {
                    found.add(account);
                }
            });
            return found;
        }
        for (var circle : watchers) {
            for (var member : circle.members()) {
                if (!member.equals(owner) && isHere(member, sessions)) {
                    found.add(member);
                }
            }
        }
        return found;
    }

    private static boolean isHere(Jid account, Sessions sessions) {
        return sessions.of(account).stream().anyMatch(Session::isAvailable);
    }

    /** Behind the version of the roster; empty for who sees no group. */
    String suffix() {
        return seen.isEmpty() ? "" : "-" + Long.toHexString(print);
    }

    static boolean isForAll(Circle circle) {
        return circle.group().sharing() == Sharing.EVERYBODY;
    }
}
