package im.myna.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import im.myna.directory.definition.Definition;
import im.myna.directory.definition.Definition.Meaning;
import im.myna.directory.definition.Definition.Nesting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** From somebody to the groups that he is in, and on to those that these are in. Groups that hold each other end it, too. */
final class Walk {
    /** Active Directory's LDAP_MATCHING_RULE_IN_CHAIN. */
    static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

    /** Of one person. */
    private static final int GROUPS = 10_000;
    /** Names in one filter. */
    private static final int AT_ONCE = 50;

    private final Definition definition;
    private final Searches searches;

    Walk(Definition definition, Searches searches) {
        this.definition = definition;
        this.searches = searches;
    }

    /** DNs, normalized. */
    Set<String> groupsOf(Person person) {
        var groups = definition.groups();
        var known = new LinkedHashSet<>(direct(person));
        var latest = new HashSet<>(known);
        int depth = groups.nesting() == Nesting.WALK && groups.meaning() == Meaning.DN ? groups.depth() : 0;
        for (int level = 0; level < depth && !latest.isEmpty() && known.size() < GROUPS; level++) {
            var next = new HashSet<>(above(List.copyOf(latest)));
            next.removeAll(known);
            known.addAll(next);
            latest = next;
        }
        return known;
    }

    private Set<String> direct(Person person) {
        var groups = definition.groups();
        if (groups.backwards()) {
            return Set.copyOf(person.groups());
        }
        return holding(List.of(groups.meaning() == Meaning.DN ? person.dn() : person.username()));
    }

    private Set<String> above(List<String> names) {
        return definition.groups().backwards() ? written(names) : holding(names);
    }

    /** Of groups that say themselves which groups they are in. */
    private Set<String> written(List<String> names) {
        var found = new HashSet<String>();
        for (var name : names) {
            var wanted = Searches.Wanted.of(
                    Finder.dn(name), Filter.createPresenceFilter("objectClass"), List.of("memberOf"));
            searches.few(wanted, 1).forEach(entry -> found.addAll(Finder.groups(entry)));
        }
        return found;
    }

    private Set<String> holding(List<String> names) {
        var groups = definition.groups();
        var found = new HashSet<String>();
        for (int from = 0; from < names.size() && !groups.bases().isEmpty(); from += AT_ONCE) {
            var some = names.subList(from, Math.min(from + AT_ONCE, names.size()));
            var any = Filter.createORFilter(some.stream().flatMap(this::holds).toList());
            var wanted = new Searches.Wanted(
                    groups.bases(),
                    SearchScope.SUB,
                    Filter.createANDFilter(groups.filter(), any),
                    List.of(Searches.NO_ATTRIBUTES));
            searches.few(wanted, GROUPS).forEach(entry -> found.add(Finder.normalized(entry)));
        }
        return found;
    }

    private Stream<Filter> holds(String name) {
        var filters = new ArrayList<Filter>();
        boolean inChain = definition.groups().nesting() == Nesting.IN_CHAIN;
        for (var attribute : definition.groups().members()) {
            filters.add(
                    inChain
                            ? Filter.createExtensibleMatchFilter(attribute, IN_CHAIN, false, name)
                            : Filter.createEqualityFilter(attribute, name));
        }
        return filters.stream();
    }
}
