package im.myna.blackbox.payara;

import im.myna.blackbox.server.Command;
import im.myna.blackbox.server.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A domain of Payara Server: one application server, with a folder and ports of its own. */
final class Domain {
    private static final Path ASADMIN = Path.of("target/payara6/bin/asadmin").toAbsolutePath();
    private static final String NAME = "myna";
    private static final List<String> PORT_NAMES = List.of(
            "domain.adminPort",
            "domain.instancePort",
            "domain.jmxPort",
            "jms.port",
            "orb.listener.port",
            "orb.ssl.port",
            "orb.mutualauth.port",
            "http.ssl.port",
            "java.debugger.port",
            "osgi.shell.telnet.port",
            "hazelcast.das.port",
            "hazelcast.start.port");

    private final Path folder;
    private final Map<String, String> environment;
    private final int adminPort;
    private final int httpPort;
    private long pid;

    /**
     * Makes it.
     *
     * @param environment of the server, when it is started
     */
    Domain(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        var ports = Ports.free(PORT_NAMES.size());
        adminPort = ports.get(0);
        httpPort = ports.get(PORT_NAMES.indexOf("domain.instancePort"));
        run(
                Map.of(),
                "create-domain",
                "--nopassword",
                "--domaindir",
                folder.toString(),
                "--domainproperties",
                properties(ports),
                NAME);
    }

    private static String properties(List<Integer> ports) {
        var properties = new ArrayList<String>();
        for (int i = 0; i < ports.size(); i++) {
            properties.add(PORT_NAMES.get(i) + "=" + ports.get(i));
        }
        return String.join(":", properties);
    }

    void start() throws IOException, InterruptedException {
        run(environment, "start-domain", "--domaindir", folder.toString(), NAME);
        pid = Long.parseLong(
                Files.readString(folder.resolve(NAME).resolve("config/pid")).strip());
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "payara"));
    }

    /** Where its applications are by plain HTTP. */
    int httpPort() {
        return httpPort;
    }

    /** Any other command, on the running domain. */
    String asadmin(String... command) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("--port", String.valueOf(adminPort)));
        arguments.addAll(List.of(command));
        return run(Map.of(), arguments.toArray(String[]::new));
    }

    /** The stacks of all its threads. */
    String threads() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var dump = Command.run(Map.of(), "", List.of(jcmd, String.valueOf(pid), "Thread.print"));
        if (dump.code() != 0) {
            throw new IllegalStateException(dump.text());
        }
        return dump.text();
    }

    /** The end of its log, for the message of a test that fails. */
    String log() throws IOException {
        var lines = Files.readAllLines(folder.resolve(NAME).resolve("logs/server.log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 120), lines.size()));
    }

    private String run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("sh", ASADMIN.toString(), "--user", "admin"));
        line.addAll(List.of(command));
        var result = Command.run(variables, "", line);
        if (result.code() != 0) {
            throw new AssertionError(String.join(" ", line) + ":\n" + result.text() + "\n" + (pid == 0 ? "" : log()));
        }
        return result.text();
    }

    private void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    void stop() throws IOException, InterruptedException {
        run(Map.of(), "stop-domain", "--domaindir", folder.toString(), "--kill", NAME);
        kill();
    }
}
