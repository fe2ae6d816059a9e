package im.myna.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.benchmark.measure.Faults;
import im.myna.benchmark.server.Contestant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The load generator against servers that other people use every day. */
class TableTest {
    private final Workload workload = CommandLine.populateCommand(
            new Workload(),
            "--pairs 3 --rate 50 --subscribers 3 --logins 2 --sessions 6,12 --warm-up 0 --seconds 1 --churn-seconds 1"
                    .split(" ", -1));

    @Test
    void prosodyIsMeasuredInEveryWayAndLosesNothing() {
        Installed.orSkipped(Contestant.PROSODY);
        var table = table(Contestant.PROSODY, EnumSet.complementOf(EnumSet.of(Part.IDLE)));
        assertThat(table)
                .contains(
                        "over TLS: server CPU, ms |",
                        "without TLS: per second |",
                        "3 pairs, 1 in flight: server CPU per message, us |",
                        "3 pairs, 4 in flight: messages per second |",
                        "3 pairs, 4 in flight: messages in one read of the load |",
                        "Latency at 50 messages per second: p99, ms |",
                        "Presence to 3 subscribers: server CPU per delivery, us |",
                        "Chat among 12 sessions: server CPU per message, us |",
                        "Churn: visits of 10 words to each other |",
                        "Churn: other memory afterwards, MiB |",
                        "Idle session, no TLS, at 12: server memory each, KiB |",
                        "Idle session, TLS, at 6: server memory in all, MiB |",
                        "| Messages lost, doubled, out of order | none |");
    }

    @Test
    void ejabberdIsMeasuredAndLosesNothing() {
        Installed.orSkipped(Contestant.EJABBERD);
        assertThat(table(Contestant.EJABBERD, Set.of(Part.LOGIN, Part.CHAT, Part.PRESENCE)))
                .contains("| " + Contestant.EJABBERD.title() + " " + Contestant.EJABBERD.version() + " |")
                .contains("| Messages lost, doubled, out of order | none |");
    }

    private String table(Contestant contestant, Set<Part> parts) {
        var table = new Table(workload, "", "");
        table.measure(List.of(contestant), parts);
        assertThat(table.faults()).isEqualTo(Faults.NONE);
        return table.markdown();
    }
}
