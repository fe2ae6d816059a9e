package im.myna.micro;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Lets the application end this process, or what runs in it. */
final class Launcher implements LauncherMXBean {
    static final String NAME = "im.myna:type=Launcher";

    private final Runnable end;
    private final Runnable again;

    /**
     * Each is done on a thread of its own.
     *
     * @param again ends it too, but to begin anew
     */
    Launcher(Runnable end, Runnable again) {
        this.end = end;
        this.again = again;
    }

    void offer() {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
        } catch (JMException e) {
            throw new IllegalStateException(NAME, e);
        }
    }

    @Override
    public void stop() {
        new Thread(end, "myna-end").start();
    }

    @Override
    public boolean isRestartable() {
        return FreshStart.isPossible();
    }

    @Override
    public void restart() {
        new Thread(again, "myna-restart").start();
    }
}
