package im.myna.micro.command;

import im.myna.micro.contact.Api;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna settings}: what the server is told while it runs. */
@Command(name = "settings", description = "What the server was told, and what it is told while it runs.")
final class SettingsCommands {
    private static final String KEY = "KEY";

    @ParentCommand
    private Program program;

    @Command(description = "Lists all settings.")
    void list() throws IOException {
        program.list(program.api().get("/settings").getJsonArray("settings"), "key", "value", "origin", "changedBy");
    }

    @Command(description = "Shows a setting, with what is allowed.")
    void show(@Parameters(paramLabel = KEY) String key) throws IOException {
        program.show(program.api().get(path(key)));
    }

    @Command(description = "Changes a setting; it holds at once, and counts more than what is said at the start.")
    void set(@Parameters(paramLabel = KEY) String key, @Parameters(paramLabel = "VALUE") String value)
            throws IOException {
        var body = Json.createObjectBuilder().add("value", value).build();
        program.done(program.api().send("PATCH", path(key), body), key + " = " + value);
    }

    @Command(description = "Takes a change back.")
    void reset(@Parameters(paramLabel = KEY) String key) throws IOException {
        program.done(
                program.api().send("DELETE", path(key), JsonValue.EMPTY_JSON_OBJECT),
                key + " is again as it is said at the start");
    }

    private static String path(String key) {
        return "/settings/" + Api.path(key);
    }
}
