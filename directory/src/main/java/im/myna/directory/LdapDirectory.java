package im.myna.directory;

import im.myna.directory.Verdict.Power;
import im.myna.directory.connection.Connections;
import im.myna.directory.connection.Trial;
import im.myna.directory.connection.UnavailableException;
import im.myna.directory.definition.Definition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A directory that can be asked. Used by many threads at once. */
public final class LdapDirectory implements AutoCloseable {
    /** More than that of one person is not shown. */
    private static final int SHOWN = 100;

    private final Definition definition;
    private final Connections connections;
    private final Searches searches;
    private final Finder finder;
    private final Walk walk;

    /**
     * Nothing is asked yet.
     *
     * @throws im.myna.directory.definition.DefinitionException when what is trusted cannot be read
     */
    public LdapDirectory(Definition definition) {
        this.definition = definition;
        connections = Connections.of(definition);
        searches = new Searches(definition, connections);
        finder = new Finder(definition, searches);
        walk = new Walk(definition, searches);
    }

    public Definition definition() {
        return definition;
    }

    /**
     * Whether that is the password of that name.
     *
     * @throws UnavailableException when nobody can say
     */
    public Verdict verdict(String username, String password) {
        return new Logins(definition, connections, finder, walk).verdict(username, password);
    }

    /** What the groups of somebody give him. */
    public Power power(Set<String> groups) {
        return Power.of(definition.roles(), groups);
    }

    /** Who has that name; empty for nobody, and for several. */
    public Optional<Person> find(String username) {
        var found = finder.named(username);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** All people, one after the other. */
    public void everybody(Consumer<Person> taker) {
        finder.everybody(taker);
    }

    /** The DNs of those who may not log in. */
    public Set<String> disabled() {
        return finder.disabled();
    }

    /** All groups, with those of the given people who are in them. */
    public List<Team> teams(Collection<Person> everybody) {
        return new Teams(definition.people(), definition.groups(), searches, everybody).all();
    }

    /**
     * Something that is another one after a change: OpenLDAP's contextCSN, Active Directory's highestCommittedUSN. Empty where there is
     * nothing like that.
     */
    public String mark() {
        return searches.asked(Mark::read);
    }

    public Connections.State state() {
        return connections.state();
    }

    /** What logging in as somebody would do, step by step. Changes nothing. */
    public List<Step> explain(String username) {
        return begun().then("find the user", () -> found(username))
                .then("groups", () -> words(walk.groupsOf(only(username))))
                .then("power", () -> power(walk.groupsOf(only(username))).toString())
                .then("log-in", () -> login(only(username)))
                .steps();
    }

    /** Whether each of the servers takes connections, and lets in who looks for people. */
    public List<Step> test() {
        return begun().steps();
    }

    private Explanation begun() {
        var steps = new Explanation();
        var trial = new Trial(definition);
        definition.reach().servers().forEach(server -> steps.always(server.toString(), () -> trial.of(server)));
        return steps.then("ask the directory", () -> "mark=" + mark());
    }

    private String found(String username) {
        var wanted = finder.wanted(username);
        var person = only(username);
        return "filter=" + wanted.filter() + " dn=" + person.dn() + " username=" + person.username() + " name="
                + person.name() + " mail=" + person.mail();
    }

    private Person only(String username) {
        var found = finder.named(username);
        if (found.size() != 1) {
            throw new UnavailableException((found.isEmpty() ? "nobody is found by " : "several are found by ")
                    + finder.wanted(username).filter());
        }
        return found.get(0);
    }

    private String login(Person person) {
        return finder.isDisabled(person)
                ? "refused, this account is disabled"
                : "binds as " + person.dn() + " with the password that is given";
    }

    private static String words(Set<String> names) {
        var some = names.stream().sorted().limit(SHOWN).collect(Collectors.joining("; "));
        return names.size() + (names.isEmpty() ? "" : ": " + some);
    }

    @Override
    public void close() {
        connections.close();
    }
}
