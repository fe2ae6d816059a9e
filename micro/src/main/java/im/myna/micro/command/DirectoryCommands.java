package im.myna.micro.command;

import im.myna.micro.contact.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna directory}: companies' directories, whose people log in with the password they have there. */
@Command(name = "directory", description = "Companies' directories (LDAP), whose people log in with their password.")
final class DirectoryCommands {
    private static final String NAME = "NAME";

    @ParentCommand
    private Program program;

    @Command(description = "Lists all directories.")
    void list() throws IOException {
        program.list(
                program.api().get("/directories").getJsonArray("directories"), "name", "origin", "domains", "problem");
    }

    @Command(description = "Shows a directory, and how it is with it.")
    void show(@Parameters(paramLabel = NAME) String name) throws IOException {
        program.show(program.api().get(path(name)));
    }

    @Command(description = "Tells of a directory, as a file of key = value says; docs/ldap.md knows the keys.")
    void put(@Parameters(paramLabel = NAME) String name, @Parameters(paramLabel = "FILE") Path file)
            throws IOException {
        program.done(program.api().send("PUT", path(name), values(file)), name + " is in service");
    }

    @Command(description = "Forgets a directory.")
    void remove(@Parameters(paramLabel = NAME) String name) throws IOException {
        program.done(
                program.api().send("DELETE", path(name), JsonValue.EMPTY_JSON_OBJECT), name + " is out of service");
    }

    @Command(description = "Tries a directory step by step; with a file, what it says, and nothing of that is kept.")
    void test(
            @Parameters(paramLabel = NAME) String name,
            @Option(names = "--file", paramLabel = "FILE", description = "Key = value, as of put.") Path file)
            throws IOException {
        // Nobody in particular is looked for.
        var body = file == null ? Json.createObjectBuilder().add("user", "").build() : values(file);
        steps(program.api().send("POST", path(name) + "/test", body));
    }

    @Command(description = "What logging in as somebody would do, step by step.")
    void explain(
            @Parameters(paramLabel = NAME) String name,
            @Parameters(paramLabel = "USER", description = "The name in front of the @.") String user)
            throws IOException {
        steps(program.api().get(path(name) + "/explain", Map.of("user", user)));
    }

    @Command(description = "Looks at the whole directory now, and brings accounts and groups in step with it.")
    void follow(@Parameters(paramLabel = NAME) String name) throws IOException {
        program.show(program.api().send("POST", path(name) + "/follow", JsonValue.EMPTY_JSON_OBJECT));
    }

    private void steps(JsonObject answer) {
        program.list(answer.getJsonArray("steps"), "step", "good", "millis", "text");
    }

    private static JsonObject values(Path file) throws IOException {
        var values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        var body = Json.createObjectBuilder();
        values.stringPropertyNames().forEach(title -> body.add(title, values.getProperty(title)));
        return body.build();
    }

    private static String path(String name) {
        return "/directories/" + Api.path(name);
    }
}
