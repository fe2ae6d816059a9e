package im.myna.micro.command;

import im.myna.micro.contact.Api;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna session}: who is here. */
@Command(name = "session", description = "Who is here.")
final class SessionCommands {
    private static final String SESSION = "JID/RESOURCE";

    @ParentCommand
    private Program program;

    @Command(description = "Lists the sessions.")
    void list(
            @Option(
                            names = "--search",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "A part of the user's name.")
                    String user,
            @Option(names = "--domain", paramLabel = "DOMAIN", defaultValue = "", description = "Only of this domain.")
                    String domain,
            @Option(names = "--address", paramLabel = "IP", defaultValue = "", description = "Only from there.")
                    String address,
            @Option(
                            names = "--door",
                            paramLabel = "DOOR",
                            defaultValue = "",
                            description = "Only by tcp, direct-tls, websocket or bosh.")
                    String door,
            @Option(
                            names = "--with",
                            paramLabel = "ASPECT=WORD",
                            description = "Only with that tls, cipher, mechanism, client or presence; more than once.")
                    Map<String, String> aspects,
            @Option(
                            names = "--sort",
                            paramLabel = "BY",
                            defaultValue = "",
                            description =
                                    "jid, since, idle, address, door, tls, cipher, mechanism, client, presence, priority,"
                                            + " received, sent or waiting; -BY is the other way round.")
                    String sort,
            @Option(names = "--max", paramLabel = "N", defaultValue = "1000", description = "No more of them.") int max)
            throws IOException {
        var query = new LinkedHashMap<String, String>();
        query.put("user", user);
        query.put("domain", domain);
        query.put("address", address);
        query.put("door", door);
        query.put("sort", sort);
        query.putAll(aspects == null ? Map.of() : aspects);
        query.put("max", Integer.toString(max));
        var sessions = program.api().get("/sessions", query).getJsonArray("sessions");
        program.list(
                sessions,
                "jid",
                "door",
                "tls.version",
                "mechanism",
                "address",
                "presence",
                "priority",
                "since",
                "client");
    }

    @Command(description = "Shows a session.")
    void show(@Parameters(paramLabel = SESSION) String session) throws IOException {
        program.show(program.api().get(path(session)));
    }

    @Command(description = "Closes a session. The client may come back.")
    void close(@Parameters(paramLabel = SESSION) String session) throws IOException {
        program.done(program.api().send("DELETE", path(session), JsonValue.EMPTY_JSON_OBJECT), "closed " + session);
    }

    @Command(description = "Sends a session a message of the server's.")
    void message(
            @Parameters(paramLabel = SESSION) String session,
            @Parameters(paramLabel = "TEXT") String text,
            @Option(names = "--subject", paramLabel = "TEXT", defaultValue = "", description = "What it is about.")
                    String subject)
            throws IOException {
        var fields = Json.createObjectBuilder().add("body", text);
        var body = (subject.isEmpty() ? fields : fields.add("subject", subject)).build();
        program.done(program.api().send("POST", path(session) + "/messages", body), "sent to " + session);
    }

    private static String path(String session) {
        return "/sessions/" + Api.path(session);
    }
}
