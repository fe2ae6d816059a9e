package im.myna.web.figures;

import im.myna.figures.EventLoopMXBean;
import im.myna.figures.ListenerMXBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMX;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The resource adapter, as far as it can be seen from outside. */
@ApplicationScoped
public class Adapter {
    /** By number. */
    public Map<String, EventLoopMXBean> loops() {
        return visible("EventLoop", EventLoopMXBean.class).entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().getKeyProperty("loop"),
                        Map.Entry::getValue,
                        (one, other) -> other,
                        TreeMap::new));
    }

    public List<ListenerMXBean> listeners() {
        return List.copyOf(visible("Listener", ListenerMXBean.class).values());
    }

    /** When the certificate of each domain ends, in seconds since 1970. */
    public Map<String, Long> certificateEnds() {
        var ends = new TreeMap<String, Long>();
        listeners().forEach(listener -> ends.putAll(listener.getCertificateEnds()));
        return ends;
    }

    private static <T> Map<ObjectName, T> visible(String type, Class<T> as) {
        var server = ManagementFactory.getPlatformMBeanServer();
        try {
            var pattern = new ObjectName("im.myna:type=" + type + ",*");
            var found = new TreeMap<ObjectName, T>();
            server.queryNames(pattern, null).forEach(name -> found.put(name, JMX.newMXBeanProxy(server, name, as)));
            return found;
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(type, e);
        }
    }
}
