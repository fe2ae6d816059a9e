package im.myna.socket.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.link.Addresses;
import im.myna.link.Door;
import im.myna.link.LinkListener;
import im.myna.settings.Certificate;
import im.myna.settings.Limits;
import im.myna.settings.Settings;
import im.myna.socket.tls.Certificates;
import im.myna.socket.tls.Engine;
import im.myna.socket.tls.TestCertificates;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Open ports on loopback, with threads of their own, for one test. */
final class House implements AutoCloseable {
    private final ThreadGroup threads = new ThreadGroup("house");
    private final AtomicInteger number = new AtomicInteger();
    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(2, (Executor) this::start, NioIoHandler.newFactory());
    private final BlockingQueue<Recorder> recorders = new LinkedBlockingQueue<>();
    private final Certificates certificates;
    private final Limits limits;
    private final Addresses addresses;
    private final List<Listener> listeners;
    private volatile Supplier<Recorder> next = Recorder::new;

    private House(Certificates certificates, Limits limits) throws IOException {
        this.certificates = certificates;
        this.limits = limits;
        this.addresses = new Addresses(limits::connectionsPerAddress);
        this.listeners = List.of(open(Door.TCP), open(Door.DIRECT_TLS));
    }

    static House of(Path folder, String... settings) throws IOException {
        return of(certificates(folder, Engine.best()), settings);
    }

    /** @param settings name, value, name, value, ... without "myna.limits." */
    static House of(Certificates certificates, String... settings) throws IOException {
        return new House(certificates, limits(settings));
    }

    static Certificates certificates(Path folder, Engine engine) throws IOException {
        return certificates(Map.of("localhost", TestCertificates.of("localhost").write(folder, "localhost")), engine);
    }

    static Certificates certificates(Map<String, Certificate> files, Engine engine) throws IOException {
        return Certificates.read(files, "xmpp-client", List.of(), engine);
    }

    private static Limits limits(String... settings) {
        return Settings.read(key -> {
                    for (int i = 0; i < settings.length; i += 2) {
                        if (key.equals("myna.limits." + settings[i])) {
                            return Optional.of(settings[i + 1]);
                        }
                    }
                    return Optional.empty();
                })
                .limits();
    }

    private Listener open(Door door) throws IOException {
        return Listener.open(
                new Gate(
                        door,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        "localhost",
                        "jabber:client",
                        () -> limits,
                        addresses,
                        certificates),
                loops,
                this::listener);
    }

    private void start(Runnable loop) {
        new Thread(threads, loop, "loop-" + number.incrementAndGet()).start();
    }

    private LinkListener listener() {
        var recorder = next.get();
        recorders.add(recorder);
        return recorder;
    }

    /** Every link from now on is listened to by one of these. */
    House with(Supplier<Recorder> next) {
        this.next = next;
        return this;
    }

    Limits limits() {
        return limits;
    }

    Addresses addresses() {
        return addresses;
    }

    EventLoopGroup loops() {
        return loops;
    }

    Listener listener(Door door) {
        return listeners.get(door == Door.TCP ? 0 : 1);
    }

    Peer peer() throws IOException {
        return new Peer(listener(Door.TCP).address());
    }

    Peer directPeer() throws IOException {
        return new Peer(listener(Door.DIRECT_TLS).address());
    }

    /** Who listens to the next link that was opened. */
    Recorder recorder() throws InterruptedException {
        var recorder = recorders.poll(10, TimeUnit.SECONDS);
        assertThat(recorder).isNotNull();
        return recorder;
    }

    /** Who listens to the link of that peer. */
    Recorder recorder(Peer peer) throws InterruptedException {
        for (var recorder = recorder(); ; recorder = recorder()) {
            if (recorder.link().address().getPort() == peer.port()) {
                return recorder;
            }
        }
    }

    int threads() {
        return threads.activeCount();
    }

    /** Waits until it is so. */
    static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waited too long").isNegative();
            Thread.sleep(1);
        }
    }

    @Override
    public void close() {
        listeners.forEach(Listener::close);
        certificates.close();
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
