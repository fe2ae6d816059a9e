package im.myna.benchmark;

import im.myna.benchmark.measure.Faults;
import im.myna.benchmark.server.Contestant;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of the table, and how it is made. */
final class Comparison {
    @Option(
            names = "--table",
            description = "Starts servers itself, does the same to each and writes the figures into the document.")
    private boolean wanted;

    @Option(
            names = "--servers",
            split = ",",
            defaultValue = "MYNA,MYNA_POSTGRESQL,EJABBERD,PROSODY",
            description = "Which: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private List<Contestant> servers;

    @Option(names = "--server-cores", defaultValue = "0", description = "Cores of the server (${DEFAULT-VALUE}).")
    private String serverCores;

    @Option(names = "--load-cores", defaultValue = "1", description = "Cores of the load (${DEFAULT-VALUE}).")
    private String loadCores;

    @Option(
            names = "--document",
            defaultValue = "docs/performance.md",
            description = "Where the table goes (${DEFAULT-VALUE}).")
    private Path document;

    boolean wanted() {
        return wanted;
    }

    Faults run(Workload workload, EnumSet<Part> parts) {
        servers.stream().filter(server -> !server.installed()).findFirst().ifPresent(missing -> {
            throw new IllegalStateException(missing.title() + " is not installed");
        });
        var table = new Table(workload, serverCores, loadCores);
        table.measure(servers, parts);
        System.out.println("\n" + table.markdown());
        new Document(document).write(table.markdown());
        return table.faults();
    }
}
