package im.myna.micro.command;

import im.myna.micro.contact.Api;
import im.myna.micro.contact.Orders;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./myna user}: the accounts; most of it without a server, too. */
@Command(name = "user", description = "The accounts.")
final class UserCommands {
    private static final String JID = "JID";
    private static final String ROLE = "role";
    private static final String ROLES = "user, auditor, domain-admin or admin";

    @ParentCommand
    private Program program;

    /** What is done by REST. */
    private interface Asked {
        void of(Api api, String path) throws IOException;
    }

    @Command(description = "Makes an account. Its password is asked for, or read from standard input.")
    void add(
            @Parameters(paramLabel = JID) String jid,
            @Option(names = "--admin", description = "The same as --role admin.") boolean admin,
            @Option(names = "--role", paramLabel = "ROLE", defaultValue = "user", description = ROLES) String role)
            throws IOException {
        var address = program.whereabouts().address(jid);
        var given = admin ? "admin" : role;
        var api = program.whereabouts().reachable();
        var password = program.terminal().newPassword();
        if (api.isEmpty()) {
            orders().carryOut((given.equals("admin") ? "add-admin " : "add ") + jid, password, program.terminal()::say);
            if (!given.equals("user") && !given.equals("admin")) {
                orders().carryOut("role " + jid + " " + given, "", program.terminal()::say);
            }
            return;
        }
        var fields = Json.createObjectBuilder()
                .add("jid", address)
                .add("password", password)
                .add(ROLE, given);
        var answer = api.get().send("POST", "/users", fields.build());
        program.done(answer, "added " + address + (given.equals("admin") ? ", an administrator" : ""));
    }

    @Command(name = "passwd", description = "Gives an account another password; its sessions end.")
    void password(@Parameters(paramLabel = JID) String jid) throws IOException {
        var api = program.whereabouts().reachable();
        var password = program.terminal().newPassword();
        if (api.isEmpty()) {
            orders().carryOut("passwd " + jid, password, program.terminal()::say);
            return;
        }
        var address = program.whereabouts().address(jid);
        var body = Json.createObjectBuilder().add("password", password).build();
        program.done(api.get().send("PUT", path(address) + "/password", body), "changed the password of " + address);
    }

    @Command(name = "set-role", description = "Gives an account another role: " + ROLES + ".")
    void role(@Parameters(paramLabel = JID) String jid, @Parameters(paramLabel = "ROLE") String role)
            throws IOException {
        var body = Json.createObjectBuilder().add(ROLE, role).build();
        var address = program.whereabouts().address(jid);
        done(
                "role " + jid + " " + role,
                (api, path) -> program.done(api.send("PATCH", path, body), "made " + address + " " + role),
                address);
    }

    @Command(description = "Keeps an account from logging in, for good or until then. Its sessions end.")
    void lock(
            @Parameters(paramLabel = JID) String jid,
            @Parameters(paramLabel = "UNTIL", defaultValue = "", description = "Such as 2030-12-31T18:00:00Z.")
                    String until)
            throws IOException {
        var fields = Json.createObjectBuilder();
        var body = until.isEmpty() ? fields.add("disabled", true) : fields.add("lockedUntil", time(until));
        var lock = body.build();
        var address = program.whereabouts().address(jid);
        done(
                ("lock " + jid + " " + until).strip(),
                (api, path) -> program.done(
                        api.send("PATCH", path, lock),
                        "locked " + address + (until.isEmpty() ? "" : " until " + time(until))),
                address);
    }

    @Command(description = "Lets an account log in again.")
    void unlock(@Parameters(paramLabel = JID) String jid) throws IOException {
        var body = Json.createObjectBuilder()
                .add("disabled", false)
                .add("lockedUntil", JsonValue.NULL)
                .build();
        var address = program.whereabouts().address(jid);
        done(
                "unlock " + jid,
                (api, path) -> program.done(api.send("PATCH", path, body), "unlocked " + address),
                address);
    }

    @Command(description = "Removes an account with all that belongs to it; its sessions end.")
    void delete(@Parameters(paramLabel = JID) String jid) throws IOException {
        var address = program.whereabouts().address(jid);
        done(
                "delete " + jid,
                (api, path) ->
                        program.done(api.send("DELETE", path, JsonValue.EMPTY_JSON_OBJECT), "deleted " + address),
                address);
    }

    @Command(description = "Lists the accounts, with their roles and locks.")
    void list(
            @Parameters(paramLabel = "DOMAIN", defaultValue = "", description = "Only of this domain.") String domain,
            @Option(names = "--search", paramLabel = "TEXT", defaultValue = "", description = "A part of the name.")
                    String search,
            @Option(names = "--role", paramLabel = "ROLE", defaultValue = "", description = ROLES) String role,
            @Option(names = "--locked", description = "Only those who cannot log in.") boolean locked)
            throws IOException {
        var reachable = program.whereabouts().reachable();
        boolean plain = search.isEmpty() && role.isEmpty() && !locked && !program.json();
        if (reachable.isEmpty() && plain) {
            orders().carryOut(("list " + domain).strip(), "", program.terminal()::say);
            return;
        }
        var api = program.api();
        var domains = domain.isEmpty()
                ? api.get("/domains").getJsonArray("domains").getValuesAs(JsonObject.class).stream()
                        .map(each -> each.getString("domain"))
                        .toList()
                : List.of(domain);
        for (var each : domains) {
            var query = new LinkedHashMap<String, String>();
            query.put("domain", each);
            query.put("search", search);
            query.put(ROLE, role);
            query.put("locked", locked ? "true" : "");
            new Pages(api, "/users", "users", query)
                    .each("after", user -> program.terminal().say(program.json() ? user.toString() : line(user)));
        }
    }

    @Command(description = "Shows an account.")
    void show(@Parameters(paramLabel = JID) String jid) throws IOException {
        program.show(program.api().get(path(program.whereabouts().address(jid))));
    }

    @Command(description = "Lists the contacts of an account.")
    void roster(@Parameters(paramLabel = JID) String jid) throws IOException {
        var answer = program.api().get(path(program.whereabouts().address(jid)) + "/roster");
        program.list(answer.getJsonArray("contacts"), "jid", "name", "subscription", "groups");
    }

    @Command(description = "Says how many messages wait for an account, or throws them away.")
    void offline(
            @Parameters(paramLabel = JID) String jid,
            @Option(names = "--delete", description = "Throws them away.") boolean delete)
            throws IOException {
        var path = path(program.whereabouts().address(jid)) + "/offline";
        var answer = program.api().send(delete ? "DELETE" : "GET", path, JsonValue.EMPTY_JSON_OBJECT);
        int count = answer.getInt("messages");
        program.done(answer, count + (delete ? " messages thrown away" : " messages wait"));
    }

    private void done(String order, Asked asked, String address) throws IOException {
        var api = program.whereabouts().reachable();
        if (api.isPresent()) {
            asked.of(api.get(), path(address));
        } else {
            orders().carryOut(order, "", program.terminal()::say);
        }
    }

    private Orders orders() throws IOException {
        if (program.json()) {
            throw new IllegalArgumentException("--json needs a server that runs");
        }
        return new Orders(program.whereabouts());
    }

    private static String path(String address) {
        return "/users/" + Api.path(address);
    }

    private static String time(String said) {
        try {
            return OffsetDateTime.parse(said).toInstant().toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + said + "' is no time such as 2030-12-31T18:00:00Z", e);
        }
    }

    private static String line(JsonObject user) {
        var remarks = new StringJoiner(", ", "  ", "").setEmptyValue("");
        switch (user.getString(ROLE)) {
            case "user" -> {}
            case "domain-admin" -> remarks.add("domain administrator");
            case "admin" -> remarks.add("administrator");
            default -> remarks.add(user.getString(ROLE));
        }
        if (user.getBoolean("disabled")) {
            remarks.add("disabled");
        } else if (!user.isNull("lockedUntil")
                && Instant.parse(user.getString("lockedUntil")).isAfter(Instant.now())) {
            remarks.add("locked until " + user.getString("lockedUntil"));
        }
        return user.getString("jid") + remarks;
    }
}
