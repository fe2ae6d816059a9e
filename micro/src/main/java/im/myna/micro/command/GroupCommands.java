package im.myna.micro.command;

import im.myna.micro.contact.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna group}: groups of accounts, and on whose contact lists they stand. */
@Command(name = "group", description = "Groups of accounts, and on whose contact lists they stand.")
final class GroupCommands {
    private static final String GROUP = "GROUP";

    @ParentCommand
    private Program program;

    /** What can be said of a group. */
    static final class Properties {
        @Option(names = "--display-name", paramLabel = "TEXT", description = "What stands on contact lists.")
        private String displayName;

        @Option(names = "--description", paramLabel = "TEXT", description = "For administrators.")
        private String description;

        @Option(
                names = "--share-with",
                paramLabel = "WHOM",
                description = "nobody, everybody, or groups: those of --audience.")
        private String sharing;

        @Option(names = "--audience", paramLabel = GROUP, split = ",", description = "The groups that see it.")
        private List<String> audience = List.of();

        JsonObjectBuilder fields(GroupCommands commands) throws IOException {
            var fields = Json.createObjectBuilder();
            var texts = new LinkedHashMap<String, String>();
            texts.put("displayName", displayName);
            texts.put("description", description);
            texts.put("sharing", sharing);
            texts.forEach((name, text) -> {
                if (text != null) {
                    fields.add(name, text);
                }
            });
            if (!audience.isEmpty()) {
                var groups = Json.createArrayBuilder();
                for (var group : audience) {
                    groups.add(commands.address(group));
                }
                fields.add("audience", groups);
            }
            return fields;
        }
    }

    @Command(description = "Lists the groups.")
    void list(
            @Parameters(paramLabel = "DOMAIN", defaultValue = "", description = "Of this domain; else of the main one.")
                    String domain,
            @Option(names = "--search", paramLabel = "TEXT", defaultValue = "", description = "A part of the name.")
                    String search,
            @Option(names = "--member", paramLabel = "JID", defaultValue = "", description = "Those that it is in.")
                    String member)
            throws IOException {
        var query = new LinkedHashMap<String, String>();
        query.put("domain", domain);
        query.put("search", search);
        query.put("member", member.isEmpty() ? "" : address(member));
        var table = new Table("id", "displayName", "sharing", "audience", "members");
        new Pages(program.api(), "/groups", "groups", query).each("after", group -> {
            if (program.json()) {
                program.terminal().say(group.toString());
            } else {
                table.add(group);
            }
        });
        table.lines().forEach(program.terminal()::say);
    }

    @Command(description = "Makes a group.")
    void add(@Parameters(paramLabel = GROUP) String group, @Mixin Properties properties) throws IOException {
        var id = address(group);
        var answer = program.api()
                .send("POST", "/groups", properties.fields(this).add("id", id).build());
        program.done(answer, "added " + id);
    }

    @Command(description = "Changes a group.")
    void change(@Parameters(paramLabel = GROUP) String group, @Mixin Properties properties) throws IOException {
        var fields = properties.fields(this).build();
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("what shall change? --help says what can");
        }
        program.done(program.api().send("PATCH", path(group), fields), "changed " + address(group));
    }

    @Command(description = "Shows a group.")
    void show(@Parameters(paramLabel = GROUP) String group) throws IOException {
        program.show(program.api().get(path(group)));
    }

    @Command(description = "Removes a group; its members stay.")
    void delete(@Parameters(paramLabel = GROUP) String group) throws IOException {
        program.done(
                program.api().send("DELETE", path(group), JsonValue.EMPTY_JSON_OBJECT), "deleted " + address(group));
    }

    @Command(description = "Lists the members of a group.")
    void members(@Parameters(paramLabel = GROUP) String group) throws IOException {
        var api = program.api();
        var query = new LinkedHashMap<>(Map.of("max", "1000"));
        JsonObject page;
        do {
            page = api.get(path(group) + "/members", query);
            for (var member : page.getJsonArray("members").getValuesAs(JsonString.class)) {
                program.terminal().say(program.json() ? member.toString() : member.getString());
            }
            query.put("after", page.getString("next", ""));
        } while (page.containsKey("next"));
    }

    @Command(description = "Puts somebody into a group.")
    void join(@Parameters(paramLabel = GROUP) String group, @Parameters(paramLabel = "JID") String jid)
            throws IOException {
        member("PUT", group, jid, "put " + address(jid) + " into " + address(group));
    }

    @Command(description = "Takes somebody out of a group.")
    void leave(@Parameters(paramLabel = GROUP) String group, @Parameters(paramLabel = "JID") String jid)
            throws IOException {
        member("DELETE", group, jid, "took " + address(jid) + " out of " + address(group));
    }

    private void member(String method, String group, String jid, String words) throws IOException {
        var path = path(group) + "/members/" + Api.path(address(jid));
        program.done(program.api().send(method, path, JsonValue.EMPTY_JSON_OBJECT), words);
    }

    private String address(String said) throws IOException {
        return program.whereabouts().address(said);
    }

    private String path(String group) throws IOException {
        return "/groups/" + Api.path(address(group));
    }
}
