package im.myna.micro.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna completion}. */
@Command(
        name = "completion",
        description = "Writes what completes commands in bash and zsh: source <(./myna completion)")
final class Completion implements Callable<Integer> {
    /** Those that ./myna knows without us. */
    private static final List<String> OTHERS = List.of("run", "test", "bench", "jmh", "protocols", "ear", "help");

    @ParentCommand
    private Program program;

    @Override
    public Integer call() {
        var line = program.line();
        OTHERS.forEach(name ->
                line.addSubcommand(name, new CommandLine(CommandSpec.create().name(name))));
        program.terminal().say(AutoComplete.bash("myna", line));
        return CommandLine.ExitCode.OK;
    }
}
