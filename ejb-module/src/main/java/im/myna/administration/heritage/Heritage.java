package im.myna.administration.heritage;

import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.administration.Passes;
import im.myna.settings.Settings;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** What the first visit left for the next start to be done. */
@ApplicationScoped
public class Heritage {
    private static final System.Logger LOG = System.getLogger(Heritage.class.getName());

    /** That of the account which is replaced. */
    private static final String FIRST_PASSWORD = "first-password";

    @Inject
    private Settings settings;

    @Inject
    private AccountStore accounts;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Passes passes;

    @Inject
    private Clock clock;

    /** Makes the administrator that was chosen, if one was, and only once. What cannot be done stops the start. */
    public void settle() {
        var file = settings.data().resolve(Inheritance.FILE);
        try {
            if (Files.exists(file)) {
                settle(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void settle(Path file) throws IOException {
        var left = Inheritance.of(Files.readString(file));
        var admin = left.admin();
        // Until the settings are as they were chosen, it has to wait: on an application server somebody else changes
        // them.
        if (!settings.domains().contains(admin.domain())) {
            LOG.log(Level.WARNING, "event=setup-unfinished missing={0}", admin.domain());
            return;
        }
        boolean made = accounts.add(new Account(admin, Role.ADMIN, left.verifiers(), clock.instant()));
        if (!made) {
            accounts.changeVerifiers(admin, left.verifiers());
            accounts.changeRole(admin, Role.ADMIN);
            accounts.changeLock(admin, Lock.NONE);
        }
        if (!left.former().equals(admin)) {
            accounts.remove(left.former());
        }
        chronicle.note(passes.owner(""), Deed.of("server.setup", admin).to(made ? "made" : "taken over"));
        Files.deleteIfExists(settings.data().resolve(FIRST_PASSWORD));
        Files.delete(file);
        LOG.log(Level.INFO, "event=setup-finished admin={0}", admin);
    }
}
