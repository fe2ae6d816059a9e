package im.myna.micro.command;

import im.myna.micro.contact.Api;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna token}: secrets for programs. */
@Command(
        name = "token",
        description = "Secrets for programs in place of a password: those of the account that --as or --login says.")
final class TokenCommands {
    @ParentCommand
    private Program program;

    @Command(description = "Lists the tokens of the account.")
    void list() throws IOException {
        var tokens = program.whereabouts().apiOfAccount().get("/tokens").getJsonArray("tokens");
        program.list(tokens, "id", "name", "scopes", "expires", "used");
    }

    @Command(description = "Makes a token. It is shown only once.")
    void add(
            @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
            @Option(names = "--read-only", description = "It only reads.") boolean readOnly,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "90",
                            description = "It is good for so long, 366 at most.")
                    int days)
            throws IOException {
        var scopes = Json.createArrayBuilder().add("read");
        var body = Json.createObjectBuilder()
                .add("name", name)
                .add("scopes", readOnly ? scopes : scopes.add("write"))
                .add(
                        "expires",
                        Instant.now()
                                .plus(days, ChronoUnit.DAYS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString())
                .build();
        var answer = program.whereabouts().apiOfAccount().send("POST", "/tokens", body);
        program.done(answer, answer.getString("token"));
    }

    @Command(description = "Takes a token back.")
    void revoke(@Parameters(paramLabel = "ID") String id) throws IOException {
        var api = program.whereabouts().apiOfAccount();
        program.done(api.send("DELETE", "/tokens/" + Api.path(id), JsonValue.EMPTY_JSON_OBJECT), "took back " + id);
    }
}
