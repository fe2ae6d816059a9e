package im.myna.company;

import im.myna.directory.LdapDirectory;
import im.myna.directory.connection.UnavailableException;
import im.myna.entry.Workers;
import im.myna.settings.Settings;
import im.myna.store.directory.DirectoryStore;
import im.myna.store.directory.Round;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/**
 * Looks at directories now and then, and brings accounts and groups in step with them. While one is away, all stays as it was last
 * known.
 */
@ApplicationScoped
public class Rounds {
    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());
    /** Whatever a directory says of its own state, it is looked at as a whole so often. */
    private static final Duration WHOLE = Duration.ofHours(1);

    // Each is put in by who begins a round, and taken out when that ends.
    private final Set<Branch> going = ConcurrentHashMap.newKeySet();
    // By name: when the last whole round began.
    private final Map<String, Long> whole = new ConcurrentHashMap<>();

    @Inject
    private LdapDirectories directories;

    @Inject
    private PeopleBook people;

    @Inject
    private TeamBook teams;

    @Inject
    private DirectoryStore store;

    @Inject
    private Settings settings;

    @Inject
    private Workers workers;

    @Inject
    private Clock clock;

    /** Begins one wherever it is time. Never blocks for long. */
    void beginThoseDue() {
        for (var branch : directories.all()) {
            var pause = branch.directory()
                    .map(directory -> directory.definition().pause())
                    .orElse(Duration.ZERO);
            if (!pause.isZero() && branch.isDue(pause)) {
                var unused = begin(branch, false);
            }
        }
    }

    /**
     * Looks at it.
     *
     * @param entirely even if it says that nothing was changed
     * @return how it went; empty when a round is going on, or the directory cannot be asked
     */
    public CompletableFuture<Optional<Round>> begin(Branch branch, boolean entirely) {
        var name = branch.notion().name();
        var last = store.round(name);
        var report = new Report(name, clock.instant());
        if (!going.add(branch)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        try {
            return branch.ask(directory -> snapshot(branch, directory, last, entirely))
                    .thenApplyAsync(snapshot -> snapshot.map(seen -> follow(branch, seen, report)), workers.executor())
                    .handleAsync((round, failure) -> ended(branch, round, failure, report), workers.executor());
        } catch (RejectedExecutionException e) {
            going.remove(branch);
            LOG.log(Level.DEBUG, "directory={0} is not looked at reason={1}", name, e.getMessage());
            return CompletableFuture.completedFuture(Optional.empty());
        }
    }

    /** On a thread of the directory. Empty when nothing was changed. */
    private Optional<Snapshot> snapshot(
            Branch branch, LdapDirectory directory, Optional<Round> last, boolean entirely) {
        var mark = directory.mark();
        var name = branch.notion().name();
        long now = System.nanoTime();
        boolean recent = whole.containsKey(name) && now - whole.get(name) < WHOLE.toNanos();
        boolean same = last.filter(round -> round.problem().isEmpty()
                        && !mark.isEmpty()
                        && round.mark().equals(mark))
                .isPresent();
        if (recent && same && !entirely) {
            return Optional.empty();
        }
        var snapshot = Snapshot.of(directory, mark);
        if (snapshot.people().isEmpty()) {
            throw new UnavailableException("it says that there is nobody, which is not believed");
        }
        whole.put(name, now);
        return Optional.of(snapshot);
    }

    private Round follow(Branch branch, Snapshot snapshot, Report report) {
        for (var domain : branch.domains()) {
            var own = directories.of(domain).filter(branch::equals);
            if (own.isPresent() && settings.domains().contains(domain)) {
                var accounts = people.follow(branch, domain, snapshot, report);
                teams.follow(branch, domain, snapshot, accounts, report);
            }
        }
        return report.round(snapshot.mark(), "", clock.instant());
    }

    private Optional<Round> ended(Branch branch, Optional<Round> round, Throwable failure, Report report) {
        var name = branch.notion().name();
        try {
            if (failure == null) {
                round.ifPresent(store::put);
                return round;
            }
            whole.remove(name);
            var cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof UnavailableException) {
                LOG.log(Level.WARNING, "directory={0} is not followed reason={1}", name, cause.getMessage());
            } else {
                LOG.log(Level.ERROR, "directory=" + name + " could not be followed", cause);
            }
            var failed = report.round("", String.valueOf(cause.getMessage()), clock.instant());
            store.put(failed);
            return Optional.of(failed);
        } finally {
            going.remove(branch);
        }
    }
}
