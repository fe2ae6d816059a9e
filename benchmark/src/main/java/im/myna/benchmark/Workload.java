package im.myna.benchmark;

import im.myna.benchmark.client.Clients;
import im.myna.benchmark.client.Login;
import im.myna.benchmark.client.Mechanism;
import im.myna.benchmark.client.Target;
import im.myna.benchmark.measure.Meter;
import im.myna.benchmark.measure.Report;
import im.myna.benchmark.scenario.Accounts;
import im.myna.benchmark.scenario.Churn;
import im.myna.benchmark.scenario.ClosedLoop;
import im.myna.benchmark.scenario.FanOut;
import im.myna.benchmark.scenario.Growth;
import im.myna.benchmark.scenario.Logins;
import im.myna.benchmark.scenario.OpenLoop;
import im.myna.benchmark.scenario.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** How much of what is done, by the options of the command line. */
final class Workload {
    @Option(names = "--pairs", defaultValue = "50", description = "Pairs who chat (${DEFAULT-VALUE}).")
    private int pairs;

    @Option(names = "--in-flight", defaultValue = "4", description = "Messages under way in a pair (${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(names = "--rate", defaultValue = "2000", description = "Messages per second, open loop (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--bytes", defaultValue = "388", description = "Length of a message stanza (${DEFAULT-VALUE}).")
    private int bytes;

    @Option(
            names = "--subscribers",
            defaultValue = "200",
            description = "Who watch the presence of one (${DEFAULT-VALUE}).")
    private int subscribers;

    @Option(names = "--logins", defaultValue = "16", description = "Log-ins under way at once (${DEFAULT-VALUE}).")
    private int logins;

    @Option(
            names = "--sessions",
            split = ",",
            defaultValue = "100,1000",
            description = "Sessions at which growth is measured, and, the last, memory (${DEFAULT-VALUE}).")
    private List<Integer> sessions;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Seconds before each measurement (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "10", description = "Seconds of each measurement (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--churn-seconds", defaultValue = "600", description = "Seconds of churn (${DEFAULT-VALUE}).")
    private int churnSeconds;

    @Option(
            names = "--patience",
            defaultValue = "15",
            description = "Seconds of silence after which what is missing is lost (${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--mechanism",
            defaultValue = "SCRAM_SHA_1",
            description = "How to log in: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Mechanism mechanism;

    @Option(
            names = "--tls",
            description = "All sessions use STARTTLS; without it only the log-ins that are measured do.")
    private boolean tls;

    @Option(
            names = "--no-register",
            description = "The accounts have been made beforehand; otherwise they are made by in-band registration.")
    private boolean existing;

    @Option(
            names = "--prefix",
            defaultValue = "bench-",
            description = "The accounts are PREFIX + chat|watch|login|idle + number from 0 (${DEFAULT-VALUE}).")
    private String prefix;

    @Option(names = "--password", defaultValue = "bench-password", description = "Of all accounts (${DEFAULT-VALUE}).")
    private String password;

    /** Does those parts to that server. */
    void play(Set<Part> parts, Target target, long pid, Report report) {
        play(parts, target, pid, report, tls, !existing);
    }

    /** The memory of idle sessions with TLS: those that were there, idle, when growth was at its end. */
    void weighEncrypted(Target target, long pid, Report report) {
        play(Set.of(Part.IDLE), target, pid, report, true, false);
    }

    private void play(Set<Part> parts, Target target, long pid, Report report, boolean encrypted, boolean register) {
        try (var clients = new Clients(target)) {
            var stage = new Stage(
                    clients,
                    Meter.of(pid),
                    Login.PLAIN_TEXT.encrypted(encrypted).by(mechanism),
                    new Accounts(prefix, password, register),
                    new Stage.Timing(
                            Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), Duration.ofSeconds(patience)),
                    new Stage.Load(pairs, inFlight, rate, bytes, subscribers, logins),
                    report);
            for (var part : parts) {
                play(part, stage);
            }
        }
    }

    private void play(Part part, Stage stage) {
        switch (part) {
            case LOGIN -> Logins.play(stage);
            case CHAT -> ClosedLoop.play(stage);
            case LATENCY -> OpenLoop.play(stage);
            case PRESENCE -> FanOut.play(stage);
            case GROWTH -> Growth.play(stage, sessions);
            case CHURN -> Churn.play(stage, Duration.ofSeconds(churnSeconds));
            case IDLE -> Growth.weigh(stage, Math.max(1, most() - 2 * pairs));
        }
    }

    /** What cannot be seen from the table's lines. */
    @Override
    public String toString() {
        return "Message stanzas of %d bytes; %d log-ins at once; each part measured for %d s after %d s of warming up, log-ins after %d s."
                .formatted(bytes, logins, seconds, warmUp, Logins.WARM_UPS * warmUp);
    }

    private int most() {
        return sessions.get(sessions.size() - 1);
    }
}
