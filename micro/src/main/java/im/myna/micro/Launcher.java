package im.myna.micro;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Lets the application end this process. */
final class Launcher implements LauncherMXBean {
    static final String NAME = "im.myna:type=Launcher";

    private final Runnable end;

    /** @param end does it, on a thread of its own */
    Launcher(Runnable end) {
        this.end = end;
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
}
