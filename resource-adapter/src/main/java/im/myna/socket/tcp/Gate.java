package im.myna.socket.tcp;

import im.myna.link.Addresses;
import im.myna.link.Door;
import im.myna.settings.Limits;
import im.myna.socket.tls.Certificates;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * One port and its rules.
 *
 * @param domain in the name of which strangers are turned away before they said whom they look for
 * @param content the content namespace: "jabber:client", "jabber:server" or "jabber:component:accept"
 * @param limits of those who come in now
 * @param addresses shared by all gates that count connections together
 */
public record Gate(
        Door door,
        InetSocketAddress address,
        String domain,
        String content,
        Supplier<Limits> limits,
        Addresses addresses,
        Certificates certificates) {}
