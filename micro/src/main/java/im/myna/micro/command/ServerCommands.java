package im.myna.micro.command;

import jakarta.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The server as a whole. */
final class ServerCommands {
    private static final int DONE = 0;

    private ServerCommands() {}

    /** {@code ./myna status}. */
    @Command(name = "status", description = "How the server is.")
    static final class Status implements Callable<Integer> {
        @ParentCommand
        private Program program;

        @Override
        public Integer call() throws IOException {
            program.show(program.api().get("/status"));
            return DONE;
        }
    }

    /** {@code ./myna domains}. */
    @Command(name = "domains", description = "The domains, and how many users each has.")
    static final class Domains implements Callable<Integer> {
        @ParentCommand
        private Program program;

        @Override
        public Integer call() throws IOException {
            program.list(program.api().get("/domains").getJsonArray("domains"), "domain", "users");
            return DONE;
        }
    }

    /** {@code ./myna audit}. */
    @Command(name = "audit", description = "Who changed what, the newest first.")
    static final class Audit implements Callable<Integer> {
        @ParentCommand
        private Program program;

        @Option(names = "--who", paramLabel = "JID", defaultValue = "", description = "Only by them.")
        private String who;

        @Option(names = "--subject", paramLabel = "JID", defaultValue = "", description = "Only about them.")
        private String subject;

        @Option(
                names = "--action",
                paramLabel = "ACTION",
                defaultValue = "",
                description = "Only that, such as user.add.")
        private String action;

        @Option(names = "--domain", paramLabel = "DOMAIN", defaultValue = "", description = "Only what concerns it.")
        private String domain;

        @Option(
                names = "--max",
                paramLabel = "N",
                defaultValue = "100",
                description = "No more than that, 1000 at most.")
        private int max;

        @Override
        public Integer call() throws IOException {
            var query = new LinkedHashMap<String, String>();
            query.put("who", who);
            query.put("subject", subject);
            query.put("action", action);
            query.put("domain", domain);
            query.put("max", Integer.toString(max));
            var entries = program.api().get("/audit", query).getJsonArray("entries");
            program.list(entries, "at", "who", "address", "action", "subject", "before", "after");
            return DONE;
        }
    }

    /** {@code ./myna broadcast}. */
    @Command(
            name = "broadcast",
            description = "Sends a message of the server's to everybody who is here, or everybody.")
    static final class Broadcast implements Callable<Integer> {
        @ParentCommand
        private Program program;

        @Parameters(paramLabel = "TEXT")
        private String text;

        @Option(names = "--subject", paramLabel = "TEXT", defaultValue = "", description = "What it is about.")
        private String subject;

        @Option(names = "--domain", paramLabel = "DOMAIN", defaultValue = "", description = "Only to this domain.")
        private String domain;

        @Option(
                names = "--to",
                paramLabel = "WHOM",
                defaultValue = "online",
                description = "online, or all: it waits for those who are away.")
        private String to;

        @Override
        public Integer call() throws IOException {
            var fields = Json.createObjectBuilder().add("body", text).add("to", to);
            if (!subject.isEmpty()) {
                fields.add("subject", subject);
            }
            if (!domain.isEmpty()) {
                fields.add("domain", domain);
            }
            var answer = program.api().send("POST", "/broadcasts", fields.build());
            program.done(answer, "on its way to " + answer.getInt("sessions") + " sessions");
            return DONE;
        }
    }
}
