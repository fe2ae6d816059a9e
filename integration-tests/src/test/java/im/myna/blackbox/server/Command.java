package im.myna.blackbox.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that runs to its end. */
public final class Command {
    private static final long PATIENCE_SECONDS = 600;

    private Command() {}

    /**
     * How it ended.
     *
     * @param output standard output and standard error
     */
    public record Result(int code, List<String> output) {
        /** Everything that was printed. */
        public String text() {
            return String.join("\n", output);
        }
    }

    /** {@code ./myna} with these arguments, that environment on top of our own, and that on standard input. */
    public static Result myna(Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        return run(environment, input, Installation.command(arguments));
    }

    /** Any program. */
    public static Result run(Map<String, String> environment, String input, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = Processes.remember(builder.start());
        var output = new Output(command.get(0), process.getInputStream());
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end:\n" + String.join("\n", output.whole()));
        }
        return new Result(process.exitValue(), output.whole());
    }
}
