package im.myna.benchmark;

import im.myna.benchmark.measure.Faults;
import im.myna.benchmark.measure.Machine;
import im.myna.benchmark.measure.Report;
import im.myna.benchmark.server.Contestant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The same load on several servers, one after the other, on the same machine. */
final class Table {
    private final Workload workload;
    private final String serverCores;
    private final String loadCores;
    private final double loadBefore = Machine.load();
    private final Map<Contestant, Report> reports = new LinkedHashMap<>();
    private final String machine = Machine.description();

    Table(Workload workload, String serverCores, String loadCores) {
        this.workload = workload;
        this.serverCores = serverCores;
        this.loadCores = loadCores;
    }

    /** Measures those; each is fresh, and started again before the memory of sessions with TLS is taken. */
    void measure(List<Contestant> contestants, Set<Part> parts) {
        Machine.stayOn(loadCores);
        for (var contestant : contestants) {
            System.out.println("\n" + contestant.title() + " " + contestant.version());
            var report = new Report(System.out::println);
            reports.put(contestant, report);
            var own = contestant == Contestant.MYNA_POSTGRESQL ? ofTheDatabase(parts) : parts;
            try (var server = contestant.started(serverCores)) {
                workload.play(own, server.target(), server.pid(), report);
                if (own.contains(Part.GROWTH)) {
                    server.restart();
                    workload.weighEncrypted(server.target(), server.pid(), report);
                }
            }
        }
    }

    /** What many accounts could make dearer; the rest does not ask the database. */
    private static Set<Part> ofTheDatabase(Set<Part> parts) {
        var own = EnumSet.of(Part.LOGIN, Part.CHAT);
        own.retainAll(parts);
        return own;
    }

    Faults faults() {
        return reports.values().stream().map(Report::faults).reduce(Faults.NONE, Faults::plus);
    }

    /** For the document. */
    String markdown() {
        var contestants = reports.keySet();
        var titles = new LinkedHashSet<String>();
        reports.values().forEach(report -> titles.addAll(report.titles()));
        return "Measured on " + LocalDate.now(ZoneOffset.UTC) + " in one run. " + machine + ". Server on core "
                + serverCores
                + ", load on core " + loadCores + "; load average before: " + loadBefore + ". " + workload + "\n\n"
                + row(
                        "",
                        contestants.stream()
                                .map(each -> each.title() + " " + each.version())
                                .toList())
                + row("---", contestants.stream().map(each -> "---:").toList())
                + titles.stream().map(this::row).collect(Collectors.joining())
                + row(
                        "Messages lost, doubled, out of order",
                        reports.values().stream()
                                .map(report -> report.faults().toString())
                                .toList());
    }

    private String row(String title) {
        return row(
                title,
                reports.values().stream().map(report -> report.value(title)).toList());
    }

    private static String row(String title, List<String> values) {
        return "| " + title + " | " + String.join(" | ", values) + " |\n";
    }
}
