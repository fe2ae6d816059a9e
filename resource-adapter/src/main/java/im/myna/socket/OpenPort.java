package im.myna.socket;

import im.myna.figures.ListenerMXBean;
import im.myna.link.Door;
import im.myna.socket.tcp.Listener;
import im.myna.socket.tls.Certificates;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A port as who watches over the server sees it. */
record OpenPort(Door door, Listener listener, Certificates certificates) implements ListenerMXBean {
    @Override
    public String getDoor() {
        return door.name();
    }

    @Override
    public int getPort() {
        return listener.address().getPort();
    }

    @Override
    public boolean isOpen() {
        return listener.isOpen();
    }

    @Override
    public int getConnections() {
        return listener.connections();
    }

    @Override
    public Map<String, Long> getCertificateEnds() {
        var ends = new TreeMap<String, Long>();
        certificates.ends().forEach((String domain, Instant end) -> ends.put(domain, end.getEpochSecond()));
        return ends;
    }
}
