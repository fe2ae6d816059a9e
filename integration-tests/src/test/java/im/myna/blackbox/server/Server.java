package im.myna.blackbox.server;

import im.myna.blackbox.client.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Myna, running, with a data folder and ports of its own. */
public final class Server implements AutoCloseable {
    public static final String DOMAIN = "im.example.com";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ADDRESS = "127.0.0.1";
    // It starts faster so, and two of them fit beside each other.
    private static final String JAVA_OPTIONS =
            "-Xmx512m -XX:-UseG1GC -XX:+UseSerialGC -XX:-UseStringDeduplication -XX:TieredStopAtLevel=1";

    private final Path data;
    private final Process process;
    private final Output output;
    private final Target target;
    private final Duration started;
    private final Duration computed;

    private Server(Path data, Map<String, String> environment) throws IOException, InterruptedException {
        this.data = data;
        var begun = System.nanoTime();
        var builder = new ProcessBuilder(Installation.command("run")).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = Processes.remember(builder.start());
        output = new Output("myna", process.getInputStream());
        target = new Target(
                DOMAIN,
                ADDRESS,
                Integer.parseInt(environment.get("MYNA_PORT_CLIENT")),
                Integer.parseInt(environment.get("MYNA_PORT_CLIENT_TLS")),
                Integer.parseInt(environment.get("MYNA_PORT_HTTP")),
                Integer.parseInt(environment.get("MYNA_PORT_HTTPS")));
        if (!output.has(line -> line.startsWith("Try it"), PATIENCE)) {
            kill();
            throw new AssertionError("the server did not start:\n" + String.join("\n", output.whole()) + "\n" + log());
        }
        started = Duration.ofNanos(System.nanoTime() - begun);
        computed = process.info().totalCpuDuration().orElse(started);
    }

    /**
     * Starts one and waits until it says that it is ready.
     *
     * @param settings environment variables on top of {@link #settings}
     */
    public static Server start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        var environment = settings(data);
        environment.putAll(settings);
        return new Server(data, environment);
    }

    /** The same for one that was told nothing but where its folder and its ports are. */
    public static Server startFresh(Path data) throws IOException, InterruptedException {
        var environment = settings(data);
        environment.remove("MYNA_DOMAIN");
        return new Server(data, environment);
    }

    /** What every server of the tests is told: a data folder, free ports on the loopback address, the domain. */
    public static Map<String, String> settings(Path data) {
        var ports = Ports.free(4);
        var environment = new HashMap<String, String>();
        environment.put("MYNA_DATA", data.toString());
        environment.put("MYNA_DOMAIN", DOMAIN);
        environment.put("MYNA_ADDRESS", ADDRESS);
        environment.put("MYNA_PORT_CLIENT", ports.get(0).toString());
        environment.put("MYNA_PORT_CLIENT_TLS", ports.get(1).toString());
        environment.put("MYNA_PORT_HTTP", ports.get(2).toString());
        environment.put("MYNA_PORT_HTTPS", ports.get(3).toString());
        environment.put("MYNA_JAVA_OPTIONS", JAVA_OPTIONS);
        return environment;
    }

    /** Its data folder. */
    public Path data() {
        return data;
    }

    /** Of the process. */
    public long pid() {
        return process.pid();
    }

    public Target target() {
        return target;
    }

    /** What it printed until now. */
    public List<String> output() {
        return output.soFar();
    }

    /** From the command to the line that says it is ready. */
    public Duration started() {
        return started;
    }

    /** The processors' time that this took. */
    public Duration computed() {
        return computed;
    }

    /** What Ctrl-C or a service manager does. @return the exit code */
    public int terminate() throws InterruptedException {
        process.destroy();
        return ends();
    }

    /** It does so by itself. @return the exit code */
    public int ends() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not stop\n" + log());
        }
        return process.exitValue();
    }

    /** SIGKILL. Returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The end of its log, for the message of a test that fails. */
    public String log() {
        try (Stream<Path> logs = Files.exists(data.resolve("log")) ? Files.list(data.resolve("log")) : Stream.empty()) {
            return String.join("\n", logs.sorted().map(Server::tail).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tail(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return file + ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
