package im.myna.blackbox.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the test. */
public final class Background implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Output output;

    private Background(Process process, Output output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it. */
    public static Background run(List<String> command) throws IOException {
        var process = Processes.remember(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        return new Background(process, new Output(command.get(0), process.getInputStream()));
    }

    /** Until it prints such a line. */
    public void waitFor(String line) throws InterruptedException {
        if (!output.has(line::equals, PATIENCE)) {
            throw new AssertionError("'" + line + "' was not printed, but\n" + String.join("\n", output.soFar()));
        }
    }

    public boolean running() {
        return process.isAlive();
    }

    /** Closes its standard input. */
    public void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Its exit code, when it has ended. */
    public int code() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end\n" + String.join("\n", output.soFar()));
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
