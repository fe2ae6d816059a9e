package im.myna.roster;

import im.myna.jid.Jid;
import im.myna.store.group.Sharing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** All groups of one domain. Immutable. */
public final class Directory {
    /** Groups of one domain. */
    public static final int GROUPS = 1000;
    /** Members of one group. */
    public static final int MEMBERS = 10_000;
    /** Members of all groups of one domain, each counted as often as he is one: what is kept in memory. */
    public static final int MEMBERSHIPS = 200_000;
    /** Contacts that one account has by groups: what its client has to bear. */
    public static final int CONTACTS = 10_000;

    static final Directory EMPTY = new Directory(new TreeMap<>(), Map.of());

    private final SortedMap<Jid, Circle> circles;
    private final Map<Jid, Set<Jid>> memberships;
    private final List<Circle> forAll = new ArrayList<>();
    private final Map<Jid, List<Circle>> shownTo = new HashMap<>();

    private Directory(SortedMap<Jid, Circle> circles, Map<Jid, Set<Jid>> memberships) {
        this.circles = circles;
        this.memberships = memberships;
        for (var circle : circles.values()) {
            if (Sight.isForAll(circle)) {
                forAll.add(circle);
            }
            circle.group().audience().forEach(audience -> shownTo.computeIfAbsent(audience, key -> new ArrayList<>(1))
                    .add(circle));
        }
    }

    public static Directory of(Iterable<Circle> all) {
        var circles = new TreeMap<Jid, Circle>();
        var memberships = new HashMap<Jid, Set<Jid>>();
        for (var circle : all) {
            circles.put(circle.group().id(), circle);
            enlist(memberships, circle.group().id(), circle.members());
        }
        return new Directory(circles, memberships);
    }

    /** By name. */
    public SortedMap<Jid, Circle> circles() {
        return Collections.unmodifiableSortedMap(circles);
    }

    public Optional<Circle> circle(Jid group) {
        return Optional.ofNullable(circles.get(group));
    }

    /** The groups that it is in. */
    public Set<Jid> groupsOf(Jid account) {
        return memberships.getOrDefault(account, Set.of());
    }

    /** With that group, in place of one of that name. */
    public Directory with(Circle circle) {
        var id = circle.group().id();
        var before = circle(id).map(Circle::members).orElse(Set.of());
        return changed(id, before, circle.members(), others -> {
            others.put(id, circle);
            return others;
        });
    }

    /** Without that group; it is in no audience any more. */
    public Directory without(Jid group) {
        var before = circle(group).map(Circle::members).orElse(Set.of());
        return changed(group, before, Set.of(), others -> {
            others.remove(group);
            others.replaceAll((id, circle) -> {
                var audience = circle.group().audience();
                if (!audience.contains(group)) {
                    return circle;
                }
                var rest = new HashSet<>(audience);
                rest.remove(group);
                return circle.with(circle.group().shared(Sharing.GROUPS, rest));
            });
            return others;
        });
    }

    private Directory changed(Jid id, Set<Jid> before, Set<Jid> after, UnaryOperator<SortedMap<Jid, Circle>> change) {
        var joined = difference(after, before);
        var left = difference(before, after);
        var lists = memberships;
        if (!joined.isEmpty() || !left.isEmpty()) {
            lists = new HashMap<>(memberships);
            for (var account : left) {
                var rest = difference(groupsOf(account), Set.of(id));
                if (rest.isEmpty()) {
                    lists.remove(account);
                } else {
                    lists.put(account, Set.copyOf(rest));
                }
            }
            enlist(lists, id, joined);
        }
        return new Directory(change.apply(new TreeMap<>(circles)), lists);
    }

    private static void enlist(Map<Jid, Set<Jid>> lists, Jid group, Set<Jid> accounts) {
        for (var account : accounts) {
            lists.merge(account, Set.of(group), (one, other) -> {
                var both = new HashSet<>(one);
                both.addAll(other);
                return Set.copyOf(both);
            });
        }
    }

    /** The members but that one. */
    public static Set<Jid> without(Set<Jid> members, Jid account) {
        return difference(members, Set.of(account));
    }

    static Set<Jid> difference(Set<Jid> all, Set<Jid> less) {
        var rest = new HashSet<Jid>();
        for (var each : all) {
            if (!less.contains(each)) {
                rest.add(each);
            }
        }
        return rest;
    }

    /** What the groups are to that account. */
    Sight sight(Jid owner) {
        var seen = new ArrayList<>(forAll);
        var watchers = new ArrayList<Circle>();
        boolean everybody = false;
        for (var id : groupsOf(owner)) {
            seen.addAll(shownTo.getOrDefault(id, List.of()));
            var own = circles.get(id);
            everybody |= Sight.isForAll(own);
            own.group().audience().forEach(audience -> circle(audience).ifPresent(watchers::add));
        }
        return Sight.of(owner, ordered(seen), ordered(watchers), everybody);
    }

    /** Each once. */
    private static List<Circle> ordered(List<Circle> some) {
        var byName = new HashMap<Jid, Circle>();
        some.forEach(circle -> byName.put(circle.group().id(), circle));
        return byName.values().stream()
                .sorted(Comparator.comparing((Circle circle) -> circle.group().displayName())
                        .thenComparing(circle -> circle.group().id()))
                .toList();
    }

    /** All members of all groups. */
    public int size() {
        return circles.values().stream()
                .mapToInt(circle -> circle.members().size())
                .sum();
    }

    /** How many contacts anybody has by groups, at most: who is in two of them is counted twice. Looks at each account. */
    public int widest() {
        int forEach =
                forAll.stream().mapToInt(circle -> circle.members().size()).sum();
        int more = 0;
        for (var groups : memberships.values()) {
            var seen = new HashSet<Jid>();
            int sum = 0;
            for (var group : groups) {
                for (var circle : shownTo.getOrDefault(group, List.of())) {
                    sum += seen.add(circle.group().id()) ? circle.members().size() : 0;
                }
            }
            more = Math.max(more, sum);
        }
        return forEach + more;
    }
}
