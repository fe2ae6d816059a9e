package im.myna.micro.command;

import im.myna.micro.contact.Api;
import im.myna.micro.contact.Whereabouts;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna certificate}: by what the domains are known. */
@Command(name = "certificate", description = "By what the domains are known.")
final class CertificateCommands {
    @ParentCommand
    private Program program;

    @Command(description = "Lists the certificates, with the day on which each ends.")
    void list() throws IOException {
        program.list(
                program.api().get("/certificates").getJsonArray("certificates"),
                "domain",
                "ends",
                "key",
                "issuer",
                "file");
    }

    @Command(description = "Gives a domain another certificate, which is shown at once.")
    void install(
            @Parameters(paramLabel = "DOMAIN") String domain,
            @Option(names = "--chain", paramLabel = "FILE", required = true, description = "The chain, PEM.")
                    Path chain,
            @Option(
                            names = "--key",
                            paramLabel = "FILE",
                            required = true,
                            description = "Its key, PEM, without password.")
                    Path key)
            throws IOException {
        var body = Json.createObjectBuilder()
                .add("chain", Files.readString(Whereabouts.file(chain)))
                .add("key", Files.readString(Whereabouts.file(key)))
                .build();
        var answer = program.api().send("PUT", "/certificates/" + Api.path(domain), body);
        program.done(answer, domain + " has another certificate");
    }

    @Command(description = "Reads the files again that have changed.")
    void renew() throws IOException {
        var answer = program.api().send("POST", "/certificates/renewal", JsonValue.EMPTY_JSON_OBJECT);
        program.done(answer, "read what has changed");
    }
}
