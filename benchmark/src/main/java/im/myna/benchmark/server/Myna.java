package im.myna.benchmark.server;

import im.myna.benchmark.client.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Myna from this checkout, by its own launcher, with its own database. */
public final class Myna implements Server {
    private static final List<String> UNLIMITED = List.of(
            "bytes-per-second",
            "bytes-burst",
            "connections-per-address",
            "registrations-per-address",
            "resources-per-account");

    private final Child child;

    private Myna(Child child) {
        this.child = child;
    }

    static Path launcher() {
        return Path.of("myna").toAbsolutePath();
    }

    /** Whether we were called in a checkout. */
    public static boolean installed() {
        return Files.isExecutable(launcher());
    }

    /** Starts one on those cores, as taskset takes them; empty for all. It has been built before. */
    public static Myna started(String cores) {
        return started(cores, Map.of());
    }

    /** @param environment settings besides those of every run */
    static Myna started(String cores, Map<String, String> environment) {
        var child = Child.prepared("myna");
        try {
            child.start(cores, environment, command(child));
            return new Myna(child);
        } catch (RuntimeException e) {
            child.end();
            throw e;
        }
    }

    @Override
    public Target target() {
        return new Target("127.0.0.1", child.port(), DOMAIN);
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public void restart() {
        child.restart();
    }

    @Override
    public void close() {
        child.close();
    }

    private static List<String> command(Child child) {
        var certificate = Certificate.of(DOMAIN, child.folder());
        var configuration = child.write("myna.properties", """
                myna.domain = %s
                myna.address = 127.0.0.1
                myna.data = %s
                myna.port.client = %d
                myna.port.client-tls = 0
                myna.port.http = 0
                myna.port.https = 0
                myna.tls.required = false
                myna.tls.certificate = %s
                myna.tls.key = %s
                myna.registration = open
                myna.login.throttle = false
                """.formatted(
                        DOMAIN, child.folder().resolve("data"), child.port(), certificate.chain(), certificate.key()));
        return Stream.concat(
                        Stream.of(launcher().toString(), "run", "--config", configuration.toString()),
                        UNLIMITED.stream().map(limit -> "-Dmyna.limits." + limit + "=0"))
                .toList();
    }
}
