package im.myna.figures;

import java.util.Map;

/** An open port, as {@code im.myna:type=Listener,*}. */
public interface ListenerMXBean {
    // Names from here on are those of JMX: a JavaBean.

    /** The name of a {@link im.myna.link.Door}. */
    String getDoor();

    int getPort();

    boolean isOpen();

    /** Those in a handshake included. */
    int getConnections();

    /** When the certificate of each domain ends, in seconds since 1970. */
    Map<String, Long> getCertificateEnds();
}
