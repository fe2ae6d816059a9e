package im.myna.company;

import im.myna.directory.LdapDirectory;
import im.myna.directory.Verdict;
import im.myna.directory.Verdict.Power;
import im.myna.directory.Verdict.Reason;
import im.myna.directory.connection.UnavailableException;
import im.myna.jid.Jid;
import im.myna.negotiation.Elsewhere;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Asks the directory of a domain whether a password is right. */
@ApplicationScoped
public class DirectoryLogin implements Elsewhere {
    private static final System.Logger LOG = System.getLogger(DirectoryLogin.class.getName());
    /** Who has waited so long for a thread has gone, or is about to. */
    private static final long LATE = Duration.ofSeconds(8).toNanos();

    @Inject
    private LdapDirectories directories;

    @Inject
    private Registry registry;

    @Override
    public boolean serves(String domain) {
        return directories.of(domain).isPresent();
    }

    @Override
    public CompletableFuture<Supplier<Answer>> ask(Jid account, String password) {
        var branch = directories.of(account.domain());
        if (branch.isEmpty()) {
            return answered(Answer.AWAY);
        }
        if (branch.get().cache().knows(account, password)) {
            return answered(Answer.RIGHT);
        }
        long asked = System.nanoTime();
        try {
            return branch.get()
                    .ask(directory -> System.nanoTime() - asked > LATE
                            ? () -> Answer.AWAY
                            : judged(branch.get(), directory, account, password));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "log-in refused account={0} reason={1}", account, e.getMessage());
            return answered(Answer.AWAY);
        }
    }

    private static CompletableFuture<Supplier<Answer>> answered(Answer answer) {
        return CompletableFuture.completedFuture(() -> answer);
    }

    /** On a thread of the directory, which has no business in the database. */
    private Supplier<Answer> judged(Branch branch, LdapDirectory directory, Jid account, String password) {
        try {
            var verdict = directory.verdict(account.local(), password);
            if (verdict instanceof Verdict.Right right) {
                return () -> admitted(branch, directory, account, right, password);
            }
            var refused = (Verdict.Refused) verdict;
            branch.cache().forget(account);
            LOG.log(
                    refused.reason() == Reason.AMBIGUOUS ? Level.WARNING : Level.DEBUG,
                    "log-in refused account={0} reason={1} text={2}",
                    account,
                    refused.reason(),
                    refused.text());
            return () -> answer(refused.reason());
        } catch (UnavailableException e) {
            LOG.log(
                    e.getCause() == null ? Level.DEBUG : Level.WARNING,
                    "directory={0} gives no answer reason={1}",
                    branch.notion().name(),
                    e.getMessage());
            return () -> Answer.AWAY;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "directory failed directory=" + branch.notion().name(), e);
            return () -> Answer.AWAY;
        }
    }

    private Answer admitted(Branch branch, LdapDirectory directory, Jid account, Verdict.Right right, String password) {
        // A directory may think that names are the same which are not the same address here.
        var named = Registry.account(right.person(), account.domain());
        if (!named.equals(Optional.of(account))) {
            LOG.log(
                    Level.WARNING,
                    "log-in refused account={0} dn={1} has another name",
                    account,
                    right.person().dn());
            return Answer.WRONG;
        }
        var power = directory.definition().roles().any()
                ? Optional.of(directory.power(right.groups()))
                : Optional.<Power>empty();
        if (!registry.isHere(branch.notion().name(), account, right.person(), power)) {
            return Answer.WRONG;
        }
        branch.cache().put(account, password);
        return Answer.RIGHT;
    }

    private static Answer answer(Reason reason) {
        return switch (reason) {
            case UNKNOWN, AMBIGUOUS, WRONG -> Answer.WRONG;
            case DISABLED -> Answer.DISABLED;
            case EXPIRED -> Answer.EXPIRED;
            case LOCKED -> Answer.LOCKED;
        };
    }
}
