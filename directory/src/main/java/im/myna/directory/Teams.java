package im.myna.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import im.myna.directory.definition.Definition.Groups;
import im.myna.directory.definition.Definition.Meaning;
import im.myna.directory.definition.Definition.Nesting;
import im.myna.directory.definition.Definition.People;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All groups of a directory, each with all who are in it. */
final class Teams {
    private static final String DESCRIPTION = "description";
    private static final String MEMBER_OF = "memberOf";

    private final People users;
    private final Groups groups;
    private final Searches searches;
    private final Map<String, Person> people;
    private final Map<String, String> byUsername;

    /** @param everybody of whom they can be made */
    Teams(People users, Groups groups, Searches searches, Collection<Person> everybody) {
        this.users = users;
        this.groups = groups;
        this.searches = searches;
        people = everybody.stream().collect(Collectors.toMap(Person::dn, Function.identity(), (one, other) -> one));
        byUsername = everybody.stream().collect(Collectors.toMap(Person::username, Person::dn, (one, other) -> one));
    }

    List<Team> all() {
        if (groups.bases().isEmpty()) {
            return List.of();
        }
        var entries = entries();
        var written = groups.backwards() ? backwards(entries) : forwards(entries);
        var shared = groups.shared()
                .map(filter -> names(groups.bases(), Filter.createANDFilter(groups.filter(), filter)))
                .orElse(Set.of());
        return entries.entrySet().stream()
                .map(each -> new Team(
                        each.getKey(),
                        Finder.value(each.getValue(), groups.name()),
                        Finder.value(each.getValue(), DESCRIPTION),
                        members(each.getKey(), written),
                        shared.contains(each.getKey())))
                .toList();
    }

    private Map<String, SearchResultEntry> entries() {
        var attributes = new ArrayList<>(List.of(groups.name(), DESCRIPTION));
        attributes.addAll(groups.members());
        var entries = new LinkedHashMap<String, SearchResultEntry>();
        searches.all(
                new Searches.Wanted(groups.bases(), SearchScope.SUB, groups.filter(), attributes),
                entry -> entries.put(Finder.normalized(entry), entry));
        return entries;
    }

    private Set<String> members(String group, Map<String, Set<String>> written) {
        if (groups.nesting() == Nesting.IN_CHAIN) {
            var chained = Filter.createExtensibleMatchFilter(MEMBER_OF, Walk.IN_CHAIN, false, group);
            return names(users.bases(), Filter.createANDFilter(users.everybody(), chained));
        }
        return unfolded(group, written);
    }

    /** Groups within groups, no deeper than is allowed; each is looked at once, so that a circle ends. */
    private Set<String> unfolded(String group, Map<String, Set<String>> written) {
        var members = new HashSet<String>();
        var seen = new HashSet<>(Set.of(group));
        Set<String> level = Set.of(group);
        int depth = groups.nesting() == Nesting.WALK ? groups.depth() : 0;
        for (int down = 0; down <= depth && !level.isEmpty(); down++) {
            var inside = new HashSet<String>();
            level.forEach(each -> inside.addAll(written.getOrDefault(each, Set.of())));
            inside.stream().filter(people::containsKey).forEach(members::add);
            level = inside.stream()
                    .filter(member -> written.containsKey(member) && seen.add(member))
                    .collect(Collectors.toSet());
        }
        return members;
    }

    private Set<String> names(List<DN> bases, Filter filter) {
        var found = new HashSet<String>();
        searches.all(
                new Searches.Wanted(bases, SearchScope.SUB, filter, List.of(Searches.NO_ATTRIBUTES)),
                entry -> found.add(Finder.normalized(entry)));
        return found;
    }

    private Map<String, Set<String>> forwards(Map<String, SearchResultEntry> entries) {
        var ranges = new Ranges(searches);
        var written = new HashMap<String, Set<String>>();
        entries.forEach((dn, entry) -> written.put(
                dn,
                groups.members().stream()
                        .flatMap(attribute -> ranges.values(entry, attribute).stream())
                        .flatMap(value -> meant(value).stream())
                        .collect(Collectors.toSet())));
        return written;
    }

    private Optional<String> meant(String value) {
        return groups.meaning() == Meaning.DN ? Finder.normalized(value) : Optional.ofNullable(byUsername.get(value));
    }

    /** It is written at the people, and at the groups that are in groups. */
    private Map<String, Set<String>> backwards(Map<String, SearchResultEntry> entries) {
        var written = new HashMap<String, Set<String>>();
        entries.keySet().forEach(dn -> written.put(dn, new HashSet<>()));
        people.values().forEach(person -> enlist(written, person.groups(), person.dn()));
        entries.forEach((dn, entry) -> enlist(written, Finder.groups(entry), dn));
        return written;
    }

    private static void enlist(Map<String, Set<String>> written, List<String> holders, String member) {
        holders.stream().filter(written::containsKey).forEach(group -> written.get(group)
                .add(member));
    }
}
