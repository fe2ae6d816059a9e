package im.myna.socket;

import java.lang.management.ManagementFactory;
import java.util.concurrent.ThreadLocalRandom;
import javax.management.JMException;
import javax.management.ObjectName;

/** Something that can be seen by JMX until it is closed. */
final class Visible implements AutoCloseable {
    private final ObjectName name;

    private Visible(ObjectName name) {
        this.name = name;
    }

    /**
     * Shows it.
     *
     * @param properties of its name, to which one is added that makes it unique in the process
     * @param bean implements an interface whose name ends with MXBean
     */
    static Visible as(String properties, Object bean) {
        try {
            var id = Long.toHexString(ThreadLocalRandom.current().nextLong());
            var name = new ObjectName("im.myna:" + properties + ",id=" + id);
            ManagementFactory.getPlatformMBeanServer().registerMBean(bean, name);
            return new Visible(name);
        } catch (JMException e) {
            throw new IllegalStateException(properties, e);
        }
    }

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException e) {
            throw new IllegalStateException(name.toString(), e);
        }
    }
}
