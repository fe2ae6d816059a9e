package im.myna.benchmark;

import im.myna.benchmark.client.LoginException;
import im.myna.benchmark.client.Target;
import im.myna.benchmark.measure.Faults;
import im.myna.benchmark.measure.Report;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts load on an XMPP server and says what that cost. */
@Command(
        name = "bench",
        sortOptions = false,
        description =
                "Puts load on an XMPP server and says what that cost; fails when a message was lost, doubled or out of order.")
public final class Bench implements Callable<Integer> {
    private static final int FAULTS = 3;

    @Option(
            names = "--against",
            defaultValue = "127.0.0.1:5222",
            description = "HOST:PORT of the server (${DEFAULT-VALUE}).")
    private String against;

    @Option(names = "--domain", defaultValue = "localhost", description = "The server's domain (${DEFAULT-VALUE}).")
    private String domain;

    @Option(
            names = "--pid",
            defaultValue = "0",
            description =
                    "The server's process on this machine, for its CPU and memory; without it they are not measured.")
    private long pid;

    @Option(
            names = "--run",
            split = ",",
            defaultValue = "LOGIN,CHAT,LATENCY,PRESENCE,GROWTH",
            description = "What to do: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private List<Part> parts;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Says this.")
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    private boolean help;

    @Mixin
    private Comparison comparison;

    @Mixin
    private Workload workload;

    public static void main(String[] arguments) {
        System.exit(execute(new PrintWriter(System.err, true, Charset.defaultCharset()), arguments));
    }

    /** What the process returns. */
    static int execute(PrintWriter errors, String... arguments) {
        return new CommandLine(new Bench())
                .setErr(errors)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line))
                .execute(arguments);
    }

    @Override
    public Integer call() {
        return outcome(comparison.wanted() ? comparison.run(workload, EnumSet.copyOf(parts)) : one());
    }

    private Faults one() {
        var report = new Report(System.out::println);
        workload.play(EnumSet.copyOf(parts), target(), pid, report);
        return report.faults();
    }

    private static int outcome(Faults faults) {
        System.out.println("Messages lost, doubled, out of order: " + faults);
        return faults.none() ? CommandLine.ExitCode.OK : FAULTS;
    }

    private Target target() {
        int colon = against.lastIndexOf(':');
        return new Target(against.substring(0, colon), Integer.parseInt(against.substring(colon + 1)), domain);
    }

    /** What a server refused needs no stack. */
    private static int failed(Exception failure, CommandLine line) throws Exception {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof LoginException)) {
            throw failure;
        }
        line.getErr().println(cause.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
