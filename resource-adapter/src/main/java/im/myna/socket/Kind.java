package im.myna.socket;

import im.myna.link.Door;
import im.myna.settings.Settings;
import jakarta.resource.spi.InvalidPropertyException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an application can ask this adapter for, by the activation property {@code kind}. */
enum Kind {
    /** RFC 6120; ALPN by XEP-0368. */
    CLIENT("jabber:client", "xmpp-client"),
    /** RFC 6120; ALPN by XEP-0368. */
    SERVER("jabber:server", "xmpp-server"),
    /** XEP-0114. */
    COMPONENT("jabber:component:accept", "");

    private final String content;
    private final String protocol;

    Kind(String content, String protocol) {
        this.content = content;
        this.protocol = protocol;
    }

    static Kind of(String property) throws InvalidPropertyException {
        return Arrays.stream(values())
                .filter(kind -> kind.property().equals(property))
                .findFirst()
                .orElseThrow(() -> new InvalidPropertyException("kind=" + property + " is none of "
                        + Arrays.stream(values()).map(Kind::property).collect(Collectors.joining(", "))));
    }

    String property() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The content namespace of its streams. */
    String content() {
        return content;
    }

    /** Its name in ALPN; empty for none. */
    String protocol() {
        return protocol;
    }

    /** The ports to open. */
    Map<Door, Integer> ports(Settings.Ports ports) {
        var open = new EnumMap<Door, Integer>(Door.class);
        switch (this) {
            case CLIENT -> {
                open.put(Door.TCP, ports.client());
                open.put(Door.DIRECT_TLS, ports.clientTls());
            }
            case SERVER -> {
                open.put(Door.TCP, ports.server());
                open.put(Door.DIRECT_TLS, ports.serverTls());
            }
            case COMPONENT -> open.put(Door.TCP, ports.component());
        }
        open.values().removeIf(port -> port == 0);
        return open;
    }
}
