package im.myna.roster;

import im.myna.jid.Jid;
import im.myna.store.group.GroupStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Changes groups: in the database, in memory, and on the screens of those who see them. */
@ApplicationScoped
public class Regrouping {
    private final ReentrantLock changing = new ReentrantLock();

    @Inject
    private Directories directories;

    @Inject
    private Rosters rosters;

    @Inject
    private GroupStore store;

    /**
     * Blocks until it is so; who is here has then still to be told.
     *
     * @param plan makes the directory as it shall be, of the one that there is
     * @param write puts it into the database; false when it did not
     * @return empty when that did not
     */
    public Optional<Telling> change(String domain, UnaryOperator<Directory> plan, BooleanSupplier write) {
        changing.lock();
        try {
            var before = directories.of(domain);
            var after = plan.apply(before);
            if (!write.getAsBoolean()) {
                return Optional.empty();
            }
            directories.become(domain, after);
            return Optional.of(rosters.regroup(domain, after, Shift.between(before, after)));
        } finally {
            changing.unlock();
        }
    }

    /** The account, which is about to end, is in no group any more; who saw it by them is told. */
    public void forget(Jid account) {
        var groups = directories.of(account.domain()).groupsOf(account);
        if (groups.isEmpty()) {
            return;
        }
        change(account.domain(), directory -> without(directory, account), () -> {
                    groups.forEach(group -> store.leave(group, account));
                    return true;
                })
                .ifPresent(Telling::tell);
    }

    private static Directory without(Directory directory, Jid account) {
        var changed = directory;
        for (var group : directory.groupsOf(account)) {
            var circle = directory.circle(group).orElseThrow();
            changed = changed.with(circle.with(Directory.without(circle.members(), account)));
        }
        return changed;
    }
}
