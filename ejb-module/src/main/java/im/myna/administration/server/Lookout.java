package im.myna.administration.server;

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

/** Begins to write down how the server does, and what it says, when it starts. */
@Singleton
@Startup
@DependsOn("Beginning")
@TransactionManagement(TransactionManagementType.BEAN)
public class Lookout {
    private static final System.Logger LOG = System.getLogger(Lookout.class.getName());

    @Inject
    private Workers workers;

    @Inject
    private History history;

    @Inject
    private Journal journal;

    private Future<?> turns;

    @PostConstruct
    void begin() {
        journal.open();
        long step = History.STEP.toSeconds();
        turns = workers.timer().scheduleAtFixedRate(this::look, 0, step, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        turns.cancel(false);
        journal.close();
    }

    /** A task that throws is not repeated. */
    private void look() {
        try {
            history.note();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "history has a gap", e);
        }
    }
}
