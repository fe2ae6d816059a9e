package im.myna.administration.server;

import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Ends the server, where it has a process of its own; in an application server that others use too, it does not. */
@ApplicationScoped
public class Shutdown {
    /** What the launcher offers; the two share no class. */
    private static final String LAUNCHER = "im.myna:type=Launcher";

    /** In that time, an answer is on its way. */
    private static final int ANSWERED_MILLIS = 1000;

    private static final System.Logger LOG = System.getLogger(Shutdown.class.getName());

    private final AtomicBoolean begun = new AtomicBoolean();

    @Inject
    private Broadcasts broadcasts;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Settings settings;

    /** Whether there is a process to be ended. */
    public boolean isPossible() {
        return ManagementFactory.getPlatformMBeanServer().isRegistered(launcher());
    }

    /**
     * Tells everybody, waits, and ends the process. That cannot be taken back.
     *
     * @param words what everybody is told, empty for nothing
     */
    public void begin(Actor actor, Duration delay, String words) {
        actor.mustGovernAll();
        if (!isPossible()) {
            throw new RefusedException(Reason.CONFLICT, "this server has no process of its own");
        }
        if (begun.getAndSet(true)) {
            throw new RefusedException(Reason.CONFLICT, "the server is going down already");
        }
        var main = Jid.of(settings.domains().get(0));
        chronicle.note(actor, Deed.of("server.stop", main).to("seconds=" + delay.toSeconds()));
        if (!words.isBlank()) {
            broadcasts.send(actor, "", "", words);
        }
        LOG.log(Level.INFO, "shutdown by={0} seconds={1}", actor.jid(), delay.toSeconds());
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> tell("stop"));
    }

    /** Whether the server can begin anew by itself. */
    public boolean canRestart() {
        try {
            return isPossible()
                    && Boolean.TRUE.equals(
                            ManagementFactory.getPlatformMBeanServer().getAttribute(launcher(), "Restartable"));
        } catch (JMException e) {
            LOG.log(Level.ERROR, "launcher silent", e);
            return false;
        }
    }

    /** Ends what runs, and begins anew with what is told then; a little later, so that who asked for it gets an answer. */
    public void restart(Actor actor) {
        actor.mustGovernAll();
        if (!canRestart()) {
            throw new RefusedException(Reason.CONFLICT, "this server cannot start itself");
        }
        if (begun.getAndSet(true)) {
            throw new RefusedException(Reason.CONFLICT, "the server is going down already");
        }
        LOG.log(Level.INFO, "restart by={0}", actor.jid());
        CompletableFuture.delayedExecutor(ANSWERED_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> tell("restart"));
    }

    private static void tell(String what) {
        try {
            ManagementFactory.getPlatformMBeanServer().invoke(launcher(), what, new Object[0], new String[0]);
        } catch (JMException e) {
            LOG.log(Level.ERROR, "failed to " + what, e);
        }
    }

    private static ObjectName launcher() {
        try {
            return new ObjectName(LAUNCHER);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(LAUNCHER, e);
        }
    }
}
