package im.myna.micro.command;

import im.myna.micro.contact.Api;
import im.myna.micro.contact.Table;
import im.myna.micro.contact.Terminal;
import im.myna.micro.contact.Whereabouts;
import im.myna.store.portable.PortableException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** All commands that govern a server, and what each of them takes besides. */
@Command(
        name = "myna",
        description = "Governs a Myna server.",
        subcommands = {
            UserCommands.class,
            GroupCommands.class,
            ContactCommands.class,
            SessionCommands.class,
            SettingsCommands.class,
            DirectoryCommands.class,
            CertificateCommands.class,
            LogCommands.class,
            TokenCommands.class,
            ServerCommands.Status.class,
            ServerCommands.Domains.class,
            ServerCommands.Audit.class,
            ServerCommands.Broadcast.class,
            PortableCommands.Export.class,
            PortableCommands.Import.class,
            PortableCommands.Backup.class,
            Completion.class
        })
public final class Program {
    private static final Logger ALL_LOGS = Logger.getLogger("");
    private static final int REFUSED = 1;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Whereabouts whereabouts;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Answers as JSON; of lists, an object a line.")
    private boolean json;

    private Program(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        whereabouts = new Whereabouts(terminal, environment);
    }

    /** @param args of {@code ./myna} */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.getenv(), new Terminal(System.in, System.out, System.err)));
    }

    /** @return the exit code: 0 when it was done, 1 when it was not, 2 when it was not understood */
    static int run(List<String> args, Map<String, String> environment, Terminal terminal) {
        ALL_LOGS.setLevel(Level.SEVERE);
        return new CommandLine(new Program(terminal, environment))
                .setExecutionExceptionHandler(failure(terminal))
                .setParameterExceptionHandler((wrong, said) -> misunderstood(wrong, terminal))
                .setOut(terminal.writer())
                .setErr(terminal.complaints())
                .execute(args.toArray(String[]::new));
    }

    private static IExecutionExceptionHandler failure(Terminal terminal) {
        return (thrown, line, parsed) -> {
            if (thrown instanceof IllegalArgumentException
                    || thrown instanceof IllegalStateException
                    || thrown instanceof PortableException
                    || thrown instanceof IOException) {
                terminal.complain(thrown.getMessage());
                return REFUSED;
            }
            throw thrown;
        };
    }

    private static int misunderstood(ParameterException wrong, Terminal terminal) {
        terminal.complain(wrong.getMessage());
        wrong.getCommandLine().usage(terminal.complaints());
        return CommandLine.ExitCode.USAGE;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean json() {
        return json;
    }

    CommandLine line() {
        return spec.commandLine();
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    /** The server, where nothing can be done without it. */
    Api api() throws IOException {
        return whereabouts.api();
    }

    /** Says what was done, or shows what came of it. */
    void done(JsonObject answer, String words) {
        terminal.say(json ? answer.toString() : words);
    }

    /** Shows one thing. */
    void show(JsonObject object) {
        terminal.say(json ? object.toString() : Table.of(object));
    }

    /** Shows many. */
    void list(JsonArray array, String... columns) {
        var table = new Table(columns);
        for (var each : array.getValuesAs(JsonObject.class)) {
            if (json) {
                terminal.say(each.toString());
            } else {
                table.add(each);
            }
        }
        table.lines().forEach(terminal::say);
    }
}
