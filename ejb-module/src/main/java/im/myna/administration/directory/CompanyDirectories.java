package im.myna.administration.directory;

import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.company.Branch;
import im.myna.company.LdapDirectories;
import im.myna.company.Notion;
import im.myna.company.Rounds;
import im.myna.directory.LdapDirectory;
import im.myna.directory.Step;
import im.myna.directory.definition.DefinitionException;
import im.myna.directory.definition.Key;
import im.myna.jid.Jid;
import im.myna.settings.Settings;
import im.myna.store.directory.DirectoryStore;
import im.myna.store.directory.KeptDefinition;
import im.myna.store.directory.Round;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directories of companies, for those who govern the server. */
@ApplicationScoped
public class CompanyDirectories {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final int LONGEST = 1 << 16;
    /** That somebody waits for a round, which goes on without him. */
    private static final int LONGEST_SECONDS = 120;
    /** What decides who hears the password. */
    private static final List<Key> REACH = List.of(Key.SERVERS, Key.SECURITY, Key.TRUST, Key.PINS, Key.BIND_DN);

    /** Each keeps a thread of the web server's while it waits. */
    private final Semaphore asking = new Semaphore(4);

    @Inject
    private LdapDirectories directories;

    @Inject
    private Rounds rounds;

    @Inject
    private DirectoryStore store;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** All there are. */
    public List<Branch> list(Actor actor) {
        actor.mustSeeAll();
        return directories.all();
    }

    public Branch find(Actor actor, String name) {
        actor.mustSeeAll();
        return directories
                .named(name)
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "there is no directory '" + name + "'"));
    }

    /** How the last look at it went; empty when there was none. */
    public Optional<Round> round(Actor actor, String name) {
        actor.mustSeeAll();
        return store.round(name);
    }

    /**
     * From now on it is like that. A password that is not said stays, unless it would be told to somebody else.
     *
     * @return false when it was changed, true when it was added
     */
    public boolean put(Actor actor, String name, Map<String, String> values) {
        actor.mustGovernAll();
        var before = directories.named(name).map(Branch::notion);
        before.ifPresent(CompanyDirectories::mustBeOurs);
        var notion = checked(name, values, before);
        var deed = Deed.of(before.isEmpty() ? "directory.add" : "directory.change", server())
                .from(before.map(CompanyDirectories::words).orElse(""))
                .to(words(notion));
        chronicle.change(actor, deed, () -> {
            store.put(new KeptDefinition(name, notion.values(), actor.jid().toString(), clock.instant()));
            return true;
        });
        directories.load();
        return before.isEmpty();
    }

    /** Accounts stay, but nobody can prove that they are his. */
    public void remove(Actor actor, String name) {
        actor.mustGovernAll();
        var notion = find(actor, name).notion();
        mustBeOurs(notion);
        chronicle.change(actor, Deed.of("directory.remove", server()).from(words(notion)), () -> store.remove(name));
        directories.load();
    }

    /**
     * Tries what was said, step by step, and keeps nothing of it.
     *
     * @param user who is looked for at the end; empty for nobody
     */
    public List<Step> test(Actor actor, String name, Map<String, String> values, String user) {
        actor.mustGovernAll();
        var before = directories.named(name).map(Branch::notion);
        var notion = values.isEmpty() && before.isPresent() ? before.get() : checked(name, values, before);
        try (var directory = new LdapDirectory(notion.read())) {
            return asked(user.isEmpty() ? LdapDirectory::test : each -> each.explain(user), directory);
        } catch (DefinitionException e) {
            throw new RefusedException(Reason.INVALID, e.getMessage());
        }
    }

    /** What logging in as somebody would do. */
    public List<Step> explain(Actor actor, String name, String user) {
        var branch = find(actor, name);
        var directory = branch.directory().orElseThrow(() -> new RefusedException(Reason.CONFLICT, branch.problem()));
        return asked(each -> each.explain(user), directory);
    }

    /** Looks at the whole of it now. */
    public Round follow(Actor actor, String name) {
        actor.mustGovernAll();
        var branch = find(actor, name);
        chronicle.note(actor, Deed.of("directory.follow", server()).to(name));
        try {
            return rounds.begin(branch, true)
                    .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .join()
                    .orElseThrow(() -> new RefusedException(
                            Reason.CONFLICT,
                            branch.problem().isEmpty() ? "it is being looked at already" : branch.problem()));
        } catch (CompletionException e) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    "it takes longer than " + LONGEST_SECONDS + " seconds, or has failed: ask again how it went");
        }
    }

    private List<Step> asked(Function<LdapDirectory, List<Step>> question, LdapDirectory directory) {
        if (!asking.tryAcquire()) {
            throw new RefusedException(Reason.CONFLICT, "too many are asking");
        }
        try {
            return question.apply(directory);
        } finally {
            asking.release();
        }
    }

    private Notion checked(String name, Map<String, String> said, Optional<Notion> before) {
        if (!NAME.matcher(name).matches()) {
            throw invalid("a directory's name has small letters, digits and '-', at most 100");
        }
        var values = new HashMap<>(said);
        before.ifPresent(notion -> keepPassword(values, notion));
        if (values.values().stream().mapToInt(String::length).sum() > LONGEST) {
            throw invalid("all of it together has at most " + LONGEST + " characters");
        }
        Stream.of(Key.values())
                .filter(Key::local)
                .map(Key::title)
                .filter(values::containsKey)
                .forEach(title -> {
                    // Who governs from afar does not learn what files there are here.
                    throw invalid(title + " can only be said in a file that myna.directories names");
                });
        var notion = new Notion(name, values, "");
        // To open it connects to nobody, but reads what is trusted.
        try (var directory = new LdapDirectory(notion.read())) {
            directory.definition().domains().forEach(domain -> mustBeFree(name, domain));
        } catch (DefinitionException e) {
            throw invalid(e.getMessage());
        }
        return notion;
    }

    private static void keepPassword(Map<String, String> values, Notion before) {
        var password = Key.BIND_PASSWORD.title();
        if (values.containsKey(password) || !before.values().containsKey(password)) {
            return;
        }
        boolean same = REACH.stream().map(Key::title).allMatch(title -> values.getOrDefault(title, "")
                .equals(before.values().getOrDefault(title, "")));
        if (same) {
            values.put(password, before.values().get(password));
        } else if (values.containsKey(Key.BIND_DN.title())) {
            throw invalid(password + " must be said again, because somebody else would hear it");
        }
    }

    private void mustBeFree(String name, String domain) {
        if (!settings.domains().contains(domain)) {
            throw invalid("there is no domain " + domain + " here");
        }
        directories
                .of(domain)
                .filter(branch -> !branch.notion().name().equals(name))
                .ifPresent(branch -> {
                    throw new RefusedException(
                            Reason.CONFLICT,
                            domain + " has a directory already: "
                                    + branch.notion().name());
                });
    }

    private static void mustBeOurs(Notion notion) {
        if (!notion.file().isEmpty()) {
            throw new RefusedException(
                    Reason.CONFLICT, "this directory is told of in a file where the server is started");
        }
    }

    /** Without secrets, and without what is long. */
    private static String words(Notion notion) {
        return notion.name() + " "
                + notion.shown().entrySet().stream()
                        .filter(each -> !each.getKey().equals(Key.TRUST.title()))
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "));
    }

    private Jid server() {
        return Jid.of(settings.domains().get(0));
    }

    private static RefusedException invalid(String text) {
        return new RefusedException(Reason.INVALID, text);
    }
}
