package im.myna.micro.command;

import im.myna.micro.contact.Api;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna contact}: what stands on somebody's list. */
@Command(name = "contact", description = "What stands on somebody's contact list.")
final class ContactCommands {
    private static final String OWNER = "JID";
    private static final String CONTACT = "CONTACT";

    @ParentCommand
    private Program program;

    @Command(description = "Lists somebody's contacts.")
    void list(@Parameters(paramLabel = OWNER) String jid) throws IOException {
        var contacts = program.api().get(roster(jid)).getJsonArray("contacts");
        program.list(contacts, "jid", "subscription", "name");
    }

    @Command(
            description =
                    "Puts a contact on the list, or gives it another name and other groups. It subscribes nobody.")
    void put(
            @Parameters(paramLabel = OWNER) String jid,
            @Parameters(paramLabel = CONTACT) String contact,
            @Option(names = "--name", paramLabel = "TEXT", defaultValue = "", description = "What it is called there.")
                    String name,
            @Option(names = "--group", paramLabel = "TEXT", description = "Where it stands; more than once.")
                    List<String> groups)
            throws IOException {
        var list = Json.createArrayBuilder(groups == null ? List.of() : groups);
        var body = Json.createObjectBuilder().add("name", name).add("groups", list);
        program.done(program.api().send("PUT", path(jid, contact), body.build()), "put " + contact + " on the list");
    }

    @Command(description = "Takes a contact off the list, and ends the subscriptions between the two.")
    void remove(@Parameters(paramLabel = OWNER) String jid, @Parameters(paramLabel = CONTACT) String contact)
            throws IOException {
        var answer = program.api().send("DELETE", path(jid, contact), JsonValue.EMPTY_JSON_OBJECT);
        program.done(answer, "took " + contact + " off the list");
    }

    private String roster(String jid) throws IOException {
        return "/users/" + Api.path(program.whereabouts().address(jid)) + "/roster";
    }

    private String path(String jid, String contact) throws IOException {
        return roster(jid) + "/" + Api.path(contact);
    }
}
