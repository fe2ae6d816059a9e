package im.myna.micro;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The ports that the settings name, as somebody outside sees them. */
final class Ports {
    private static final String PREFIX = "myna.port.";
    private static final String ADMIN = "myna.admin.port";

    private Ports() {}

    /** Says which setting to change when somebody else listens on a port. */
    static void requireFree(Map<String, String> settings) throws IOException {
        for (var key : new TreeMap<>(settings).keySet()) {
            if ((key.startsWith(PREFIX) || key.equals(ADMIN)) && number(settings, key) != 0) {
                try (var socket = new ServerSocket()) {
                    // A port whose last connections are not forgotten yet is free.
                    socket.setReuseAddress(true);
                    socket.bind(address(settings, key));
                } catch (IOException e) {
                    throw new IllegalArgumentException(
                            key + " is " + number(settings, key) + ": " + e.getMessage()
                                    + "; choose another port, or 0 for none",
                            e);
                }
            }
        }
    }

    /** True when clients can connect: Payara itself starts happily without an application that failed. */
    static boolean areOpen(Map<String, String> settings) {
        return Stream.of("client", "client-tls")
                .map(PREFIX::concat)
                .filter(key -> number(settings, key) != 0)
                .allMatch(key -> isOpen(settings, key));
    }

    private static boolean isOpen(Map<String, String> settings, String key) {
        try (var socket = new Socket()) {
            socket.connect(address(settings, key));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int number(Map<String, String> settings, String key) {
        return Integer.parseInt(settings.get(key).strip());
    }

    private static SocketAddress address(Map<String, String> settings, String key) throws UnknownHostException {
        var everywhere = settings.getOrDefault("myna.address", "").strip();
        var own = key.equals(ADMIN)
                ? settings.getOrDefault("myna.admin.address", "").strip()
                : "";
        var address = own.isEmpty() ? everywhere : own;
        return address.isEmpty()
                ? new InetSocketAddress(number(settings, key))
                : new InetSocketAddress(InetAddress.getByName(address), number(settings, key));
    }
}
