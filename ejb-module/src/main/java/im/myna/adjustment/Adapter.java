package im.myna.adjustment;

import im.myna.settings.AdapterMXBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The resource adapter, as far as it can be told anything. */
@ApplicationScoped
public class Adapter {
    private static final String NAME = "im.myna:type=Adapter,*";

    /** One for each kind of peers that it listens to. */
    public List<AdapterMXBean> ears() {
        MBeanServerConnection connection = ManagementFactory.getPlatformMBeanServer();
        try {
            return ManagementFactory.getPlatformMBeanServer().queryNames(new ObjectName(NAME), null).stream()
                    .map(name -> JMX.newMXBeanProxy(connection, name, AdapterMXBean.class))
                    .toList();
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(NAME, e);
        }
    }
}
