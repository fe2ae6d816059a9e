package im.myna.benchmark.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of ours, the folder it may write to, and the port on which it shall listen for clients of XMPP. */
final class Child implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final int LOOK_MILLISECONDS = 100;
    private static final int ANSWER_MILLISECONDS = 3000;
    private static final String HEADER = "<?xml version='1.0'?><stream:stream to='" + Server.DOMAIN
            + "' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>";
    private static final int GRACE_SECONDS = 20;
    private static final int LOG_LINES = 40;

    private final Path folder;
    private final int port;
    private ProcessBuilder program = new ProcessBuilder();
    private Process process;

    private Child(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** With a new folder and a port that nobody uses. */
    static Child prepared(String name) {
        try {
            return new Child(Files.createTempDirectory("bench-" + name), freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Path write(String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts it, and waits until it offers somebody a log-in.
     *
     * @param cores as taskset takes them; empty for all
     */
    void start(String cores, Map<String, String> environment, List<String> command) {
        var pinned = cores.isEmpty() ? Stream.<String>empty() : Stream.of("taskset", "-c", cores);
        var builder = new ProcessBuilder(Stream.concat(pinned, command.stream()).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        program = builder;
        // When we are interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        launch();
    }

    /** Ends the process, and starts another that finds what this one kept. */
    void restart() {
        end();
        launch();
    }

    private void launch() {
        try {
            process = program.start();
            awaitFeatures();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitFeatures() throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!offersFeatures()) {
            if (ended(LOOK_MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "it does not answer on port " + port + "; its files are in " + folder + ":\n" + lastWords());
            }
        }
    }

    /** An open port is not enough: some listen before they can answer. */
    private boolean offersFeatures() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLISECONDS);
            socket.setSoTimeout(ANSWER_MILLISECONDS);
            socket.getOutputStream().write(HEADER.getBytes(StandardCharsets.US_ASCII));
            return found("</stream:features>", socket.getInputStream());
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean found(String text, InputStream in) throws IOException {
        var answer = new StringBuilder();
        while (answer.indexOf(text) < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            answer.append((char) next);
        }
        return true;
    }

    private boolean ended(int milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private String lastWords() throws IOException {
        var lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    private Path log() {
        return folder.resolve("console.txt");
    }

    /** Ends the process and all that it started. */
    void end() {
        if (process != null) {
            var tree = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            process.destroy();
            if (!ended(1000 * GRACE_SECONDS)) {
                process.destroyForcibly();
            }
            tree.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Ends it, and removes the folder. */
    @Override
    public void close() {
        end();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
