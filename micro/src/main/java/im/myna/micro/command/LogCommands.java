package im.myna.micro.command;

import im.myna.micro.contact.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna log}: what the server says, and how much. */
@Command(name = "log", description = "What the server says, and how much.")
final class LogCommands {
    private static final String LEVELS = "error, warning, info, debug or trace";
    private static final String PACKAGE = "PACKAGE";

    @ParentCommand
    private Program program;

    @Command(description = "Shows the end of the log, the newest line last.")
    void tail(
            @Option(
                            names = "--level",
                            paramLabel = "LEVEL",
                            defaultValue = "",
                            description = "That or graver: " + LEVELS)
                    String level,
            @Option(names = "--text", paramLabel = "TEXT", defaultValue = "", description = "Only lines with that.")
                    String text,
            @Option(
                            names = "--max",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "No more than that, 1000 at most.")
                    int max)
            throws IOException {
        var query = new LinkedHashMap<String, String>();
        query.put("level", level);
        query.put("text", text);
        query.put("max", Integer.toString(max));
        var lines = new ArrayList<>(
                program.api().get("/logs", query).getJsonArray("lines").getValuesAs(JsonObject.class));
        Collections.reverse(lines);
        var array = Json.createArrayBuilder();
        lines.forEach(array::add);
        program.list(array.build(), "at", "level", "logger", "text");
    }

    @Command(description = "Lists how much each package says.")
    void levels() throws IOException {
        program.list(program.api().get("/logging").getJsonArray("packages"), "package", "level");
    }

    @Command(description = "Has a package say that much until the next start: " + LEVELS + ".")
    void level(@Parameters(paramLabel = PACKAGE) String name, @Parameters(paramLabel = "LEVEL") String level)
            throws IOException {
        var body = Json.createObjectBuilder().add("level", level).build();
        program.done(program.api().send("PATCH", path(name), body), name + " says " + level);
    }

    @Command(description = "Has a package say as much as the one above it.")
    void reset(@Parameters(paramLabel = PACKAGE) String name) throws IOException {
        var answer = program.api().send("DELETE", path(name), JsonValue.EMPTY_JSON_OBJECT);
        program.done(answer, name + " says as much as the package above it");
    }

    private static String path(String name) {
        return "/logging/" + Api.path(name);
    }
}
