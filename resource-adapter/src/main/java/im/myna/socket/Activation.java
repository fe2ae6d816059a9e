package im.myna.socket;

import im.myna.link.Addresses;
import im.myna.settings.LiveSettings;
import im.myna.settings.Sources;
import im.myna.socket.tcp.Gate;
import im.myna.socket.tcp.Listener;
import im.myna.socket.tls.Certificates;
import im.myna.socket.tls.Engine;
import im.myna.socket.tls.Provision;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ports that are open for one message-driven bean. */
final class Activation implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Activation.class.getName());
    private static final Duration WATCH = Duration.ofSeconds(5);

    /** In which the peers can read why they have to go. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Endpoints endpoints;
    private final Certificates certificates;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Visible> visible = new ArrayList<>();

    private Activation(Endpoints endpoints, Certificates certificates) {
        this.endpoints = endpoints;
        this.certificates = certificates;
    }

    /** @throws IOException when a port or a certificate cannot be used; its message says which */
    static Activation open(Kind kind, Sources sources, EventLoops loops, Endpoints endpoints) throws IOException {
        var engine = Engine.best();
        var settings = sources.with(Map.of());
        var activation = new Activation(
                endpoints,
                Certificates.read(
                        Provision.of(settings), kind.protocol(), settings.tls().clientAuthorities(), engine));
        try {
            activation.listen(kind, sources, loops);
            loops.watch();
            activation.certificates.watch(loops.group().next(), loops.background(), WATCH);
            return activation;
        } catch (IOException e) {
            activation.close();
            throw e;
        }
    }

    private void listen(Kind kind, Sources sources, EventLoops loops) throws IOException {
        var live = new LiveSettings(sources.with(Map.of()));
        var settings = live.now();
        var addresses = new Addresses(() -> live.now().limits().connectionsPerAddress());
        for (var port : kind.ports(settings.ports()).entrySet()) {
            var gate = new Gate(
                    port.getKey(),
                    address(settings.address(), port.getValue()),
                    settings.domains().get(0),
                    kind.content(),
                    () -> live.now().limits(),
                    addresses,
                    certificates);
            var listener = Listener.open(gate, loops.group(), endpoints);
            listeners.add(listener);
            visible.add(Visible.as(
                    "type=Listener,kind=" + kind.property() + ",door=" + port.getKey(),
                    new OpenPort(port.getKey(), listener, certificates)));
            LOG.log(
                    Level.INFO,
                    "kind={0} door={1} address={2} event=listening",
                    kind.property(),
                    port.getKey(),
                    gate.address());
        }
        visible.add(Visible.as("type=Adapter,kind=" + kind.property(), new Told(sources, live, certificates)));
    }

    private static InetSocketAddress address(String address, int port) {
        return address.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
    }

    @Override
    public void close() {
        endpoints.close();
        listeners.forEach(Listener::shut);
        long end = System.nanoTime() + GRACE.toNanos();
        listeners.forEach(listener -> listener.close(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
        visible.forEach(Visible::close);
        visible.clear();
        certificates.close();
    }
}
