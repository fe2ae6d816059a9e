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
        var ports = settings.ports();
        if (ports.admin() != 0) {
            return Optional.of(
                    encrypted(settings, literal(address(settings.admin().address())), ports.admin()));
        }
        var address = address(settings.address());
        // Without encryption only what stays on the machine may ask.
        if (ports.http() != 0 && address.isLoopbackAddress()) {
            return Optional.of(new LocalDoor("http://" + literal(address) + ":" + ports.http(), Path.of("")));
        }
        return ports.https() == 0
                ? Optional.empty()
                : Optional.of(encrypted(settings, literal(address), ports.https()));
    }

    private static LocalDoor encrypted(Settings settings, String host, int port) {
        return new LocalDoor("https://" + host + ":" + port, certificate(settings));
    }

    /** Where somebody on this machine finds what listens on that address. */
    private static InetAddress address(String said) {
        try {
            var listening = said.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(said);
            return listening.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listening;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("settings have addresses only that can be read", e);
        }
    }

    private static String literal(InetAddress address) {
        var host = address.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
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
