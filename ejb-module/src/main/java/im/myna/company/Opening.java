package im.myna.company;

import im.myna.entry.Workers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Puts the directories into service when the server starts, and looks at them from then on. */
@Singleton
@Startup
@DependsOn("Beginning")
@TransactionManagement(TransactionManagementType.BEAN)
public class Opening {
    private static final System.Logger LOG = System.getLogger(Opening.class.getName());

    @Inject
    private LdapDirectories directories;

    @Inject
    private Rounds rounds;

    @Inject
    private Workers workers;

    private Future<?> turns;

    @PostConstruct
    void begin() {
        directories.load();
        turns = workers.timer().scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        turns.cancel(false);
    }

    /** The timer only hands over; a task that throws would not be repeated. */
    private void look() {
        try {
            if (!directories.all().isEmpty()) {
                workers.executor().execute(rounds::beginThoseDue);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "directories are not looked at", e);
        }
    }
}
