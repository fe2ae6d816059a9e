package im.myna.micro.command;

import im.myna.micro.contact.Api;
import im.myna.micro.contact.Table;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna group}: groups of accounts, and on whose contact lists they stand. */
@Command(name = "group", description = "Groups of accounts, and on whose contact lists they stand.")
final class GroupCommands {
    private static final String GROUP = "GROUP";
    private static final int AT_ONCE = 500;

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

    @Command(description = "Lists the members of a group, or says who they are.")
    void members(
            @Parameters(paramLabel = GROUP) String group,
            @Option(
                            names = "--set",
                            paramLabel = "FILE",
                            description = "A file with those who shall be in it, one a line.")
                    Path file)
            throws IOException {
        if (file == null) {
            each(group, member -> program.terminal().say(program.json() ? member.toString() : member.getString()));
        } else {
            set(group, file);
        }
    }

    private void set(String group, Path file) throws IOException {
        var joining = new TreeSet<String>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                joining.add(address(line.strip()));
            }
        }
        var leaving = new TreeSet<String>();
        each(group, member -> {
            if (!joining.remove(member.getString())) {
                leaving.add(member.getString());
            }
        });
        move(group, List.of(), List.copyOf(leaving), "took out " + leaving.size());
        move(group, List.copyOf(joining), List.of(), "put in " + joining.size());
    }

    private void each(String group, Consumer<JsonString> action) throws IOException {
        var api = program.api();
        var query = new LinkedHashMap<>(Map.of("max", "1000"));
        JsonObject page;
        do {
            page = api.get(path(group) + "/members", query);
            page.getJsonArray("members").getValuesAs(JsonString.class).forEach(action);
            query.put("after", page.getString("next", ""));
        } while (page.containsKey("next"));
    }

    @Command(description = "Puts somebody into a group, or many.")
    void join(
            @Parameters(paramLabel = GROUP) String group,
            @Parameters(paramLabel = "JID", arity = "1..*") List<String> jids)
            throws IOException {
        var all = addresses(jids);
        move(group, all, List.of(), "put " + String.join(", ", all) + " into " + address(group));
    }

    @Command(description = "Takes somebody out of a group, or many.")
    void leave(
            @Parameters(paramLabel = GROUP) String group,
            @Parameters(paramLabel = "JID", arity = "1..*") List<String> jids)
            throws IOException {
        var all = addresses(jids);
        if (all.size() == 1) {
            // Which says so when it is not in it.
            var path = path(group) + "/members/" + Api.path(all.get(0));
            var answer = program.api().send("DELETE", path, JsonValue.EMPTY_JSON_OBJECT);
            program.done(answer, "took " + all.get(0) + " out of " + address(group));
        } else {
            move(group, List.of(), all, "took " + String.join(", ", all) + " out of " + address(group));
        }
    }

    private List<String> addresses(List<String> jids) throws IOException {
        var all = new ArrayList<String>();
        for (var jid : jids) {
            all.add(address(jid));
        }
        return all;
    }

    /** Not all at once: what a request holds is limited. Each part is done or not as a whole. */
    private void move(String group, List<String> joining, List<String> leaving, String words) throws IOException {
        JsonObject answer = JsonValue.EMPTY_JSON_OBJECT;
        for (int i = 0; i < Math.max(joining.size(), leaving.size()); i += AT_ONCE) {
            var fields = Json.createObjectBuilder()
                    .add("add", Json.createArrayBuilder(part(joining, i)))
                    .add("remove", Json.createArrayBuilder(part(leaving, i)));
            answer = program.api().send("PATCH", path(group) + "/members", fields.build());
        }
        program.done(answer, words);
    }

    private static List<String> part(List<String> all, int from) {
        return all.subList(Math.min(from, all.size()), Math.min(from + AT_ONCE, all.size()));
    }

    private String address(String said) throws IOException {
        return program.whereabouts().address(said);
    }

    private String path(String group) throws IOException {
        return "/groups/" + Api.path(address(group));
    }
}
