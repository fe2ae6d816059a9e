package im.myna.entry;

import im.myna.settings.Certificate;
import im.myna.settings.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where REST is to be found on this machine.
 *
 * @param certificate the server's own, where the way to it is encrypted; else an empty path
 */
record LocalDoor(String url, Path certificate) {
    /** The launcher's: only then the ports are those of the settings. */
    private static final String LAUNCHED = "myna.home";

    /** Empty when it is nowhere, or a server's that was not launched by us. */
    static Optional<LocalDoor> of(Settings settings) {
        if (System.getProperty(LAUNCHED, "").isEmpty()) {
            return Optional.empty();
        }
        var address = address(settings);
        var host = address.getHostAddress();
        var literal = host.contains(":") ? "[" + host + "]" : host;
        var ports = settings.ports();
        // Without encryption only what stays on the machine may ask.
        if (ports.http() != 0 && address.isLoopbackAddress()) {
            return Optional.of(new LocalDoor("http://" + literal + ":" + ports.http(), Path.of("")));
        }
        return ports.https() == 0
                ? Optional.empty()
                : Optional.of(new LocalDoor("https://" + literal + ":" + ports.https(), certificate(settings)));
    }

    private static InetAddress address(Settings settings) {
        try {
            var listening = InetAddress.getByName(settings.address().isEmpty() ? "127.0.0.1" : settings.address());
            return listening.isAnyLocalAddress() ? InetAddress.getByName("127.0.0.1") : listening;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("settings have addresses only that can be read", e);
        }
    }

    private static Path certificate(Settings settings) {
        return settings.tls().certificates().values().stream()
                .findFirst()
                .map(Certificate::chain)
                .orElse(settings.data().resolve("tls").resolve("self-signed.pem"))
                .toAbsolutePath();
    }

    /** As the control socket tells it. */
    List<String> lines() {
        return List.of(url, certificate.toString());
    }
}
