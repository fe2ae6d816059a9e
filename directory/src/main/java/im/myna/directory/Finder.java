package im.myna.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import im.myna.directory.connection.UnavailableException;
import im.myna.directory.definition.Definition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds people. */
final class Finder {
    private static final String MEMBER_OF = "memberOf";
    /** One would do; with the second it is known that there are several. */
    private static final int SEVERAL = 2;

    private final Definition definition;
    private final Searches searches;

    Finder(Definition definition, Searches searches) {
        this.definition = definition;
        this.searches = searches;
    }

    /** Who has that name: nobody, one, or two for several. */
    List<Person> named(String username) {
        return searches.few(wanted(username), SEVERAL).stream()
                .map(this::person)
                .toList();
    }

    /** What is asked when somebody is looked for. */
    Searches.Wanted wanted(String username) {
        var people = definition.people();
        var filter = people.named(username);
        return people.pattern().isEmpty()
                ? new Searches.Wanted(people.bases(), people.scope(), filter, attributes())
                : Searches.Wanted.of(place(people.pattern(), username), filter, attributes());
    }

    /** Nothing in a name can change which entry that is (RFC 4514, 2.4). */
    private static DN place(String pattern, String username) {
        try {
            var escaped = new RDN("x", username).toString().substring("x=".length());
            return new DN(pattern.replace("{0}", escaped));
        } catch (LDAPException e) {
            throw new UnavailableException("no DN can be made of that name", e);
        }
    }

    /** All that there are. */
    void everybody(Consumer<Person> taker) {
        var people = definition.people();
        var wanted = new Searches.Wanted(people.bases(), people.scope(), people.everybody(), attributes());
        searches.all(wanted, entry -> taker.accept(person(entry)));
    }

    /** The DNs of all who may not log in. */
    Set<String> disabled() {
        var people = definition.people();
        var found = new HashSet<String>();
        people.disabled()
                .map(filter -> Filter.createANDFilter(people.everybody(), filter))
                .map(filter ->
                        new Searches.Wanted(people.bases(), people.scope(), filter, List.of(Searches.NO_ATTRIBUTES)))
                .ifPresent(wanted -> searches.all(wanted, entry -> found.add(normalized(entry))));
        return found;
    }

    /** Whether he may not log in. The directory judges: filters of its own kind are not understood here. */
    boolean isDisabled(Person person) {
        return definition
                .people()
                .disabled()
                .map(filter -> Searches.Wanted.of(dn(person.dn()), filter, List.of(Searches.NO_ATTRIBUTES)))
                .filter(wanted -> !searches.few(wanted, 1).isEmpty())
                .isPresent();
    }

    private List<String> attributes() {
        var people = definition.people();
        var wanted = new ArrayList<String>();
        wanted.add(people.username());
        wanted.addAll(people.name().attributes());
        wanted.addAll(people.mail().attributes());
        if (definition.groups().backwards()) {
            wanted.add(MEMBER_OF);
        }
        return wanted.stream().distinct().toList();
    }

    private Person person(SearchResultEntry entry) {
        var people = definition.people();
        return new Person(
                normalized(entry),
                value(entry, people.username()),
                people.name().filled(attribute -> value(entry, attribute)),
                people.mail().filled(attribute -> value(entry, attribute)),
                groups(entry));
    }

    static List<String> groups(SearchResultEntry entry) {
        return values(entry, MEMBER_OF).stream()
                .flatMap(text -> normalized(text).stream())
                .toList();
    }

    static String value(SearchResultEntry entry, String attribute) {
        return Optional.ofNullable(entry.getAttributeValue(attribute)).orElse("");
    }

    static List<String> values(SearchResultEntry entry, String attribute) {
        var values = entry.getAttributeValues(attribute);
        return values == null ? List.of() : List.of(values);
    }

    static DN dn(String text) {
        try {
            return new DN(text);
        } catch (LDAPException e) {
            throw new UnavailableException("it answers with a name that is none", e);
        }
    }

    static String normalized(SearchResultEntry entry) {
        return dn(entry.getDN()).toNormalizedString();
    }

    /** Empty for what is no DN: such members are no people. */
    static Optional<String> normalized(String text) {
        return DN.isValidDN(text) ? Optional.of(dn(text).toNormalizedString()) : Optional.empty();
    }
}
