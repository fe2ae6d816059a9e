package im.myna.micro;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;

/** Finds out before the start, and says which setting to change, when somebody else listens on a port. */
final class FreePorts {
    private static final String PREFIX = "myna.port.";

    private FreePorts() {}

    static void check(Map<String, String> settings) throws IOException {
        var address = settings.getOrDefault("myna.address", "").strip();
        for (var each : new TreeMap<>(settings).entrySet()) {
            if (each.getKey().startsWith(PREFIX) && !each.getValue().strip().equals("0")) {
                int port = Integer.parseInt(each.getValue().strip());
                try (var socket = new ServerSocket()) {
                    // A port whose last connections are not forgotten yet is free.
                    socket.setReuseAddress(true);
                    socket.bind(
                            address.isEmpty()
                                    ? new InetSocketAddress(port)
                                    : new InetSocketAddress(InetAddress.getByName(address), port));
                } catch (IOException e) {
                    throw new IllegalArgumentException(
                            each.getKey() + " is " + port + ": " + e.getMessage() + "; choose another port, or 0 for none", e);
                }
            }
        }
    }
}
