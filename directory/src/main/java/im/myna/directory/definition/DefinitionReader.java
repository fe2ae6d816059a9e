package im.myna.directory.definition;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import im.myna.directory.definition.Definition.Binder;
import im.myna.directory.definition.Definition.Groups;
import im.myna.directory.definition.Definition.Patience;
import im.myna.directory.definition.Definition.People;
import im.myna.directory.definition.Definition.Reach;
import im.myna.directory.definition.Definition.Roles;
import im.myna.directory.definition.Definition.Security;
import im.myna.directory.definition.Definition.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns texts into a definition, or says which one is wrong. */
final class DefinitionReader {
    private static final Pattern SERVER = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\s\\[\\]/]+)(?::([0-9]{1,5}))?");
    private static final Pattern PIN = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_FILE = 1 << 20;
    private static final int DAY = 86_400;

    private final Map<String, String> values;

    DefinitionReader(Map<String, String> values) {
        this.values = values;
    }

    Definition read() {
        for (var title : values.keySet()) {
            if (Key.named(title).isEmpty()) {
                throw new DefinitionException(title, "there is no such thing to be said about a directory");
            }
        }
        return new Definition(
                some(Key.DOMAINS, list(Key.DOMAINS, ",")),
                reach(),
                binder(),
                patience(),
                people(),
                groups(),
                new Roles(names(Key.ADMINS), names(Key.DOMAIN_ADMINS), names(Key.AUDITORS)),
                seconds(Key.CACHE_SECONDS, 0, DAY),
                seconds(Key.SYNC_SECONDS, 0, DAY));
    }

    private Reach reach() {
        var security = choice(Key.SECURITY, Security.class);
        var servers = some(Key.SERVERS, list(Key.SERVERS, ",")).stream()
                .map(text -> server(text, security))
                .toList();
        var pins = list(Key.PINS, ",").stream()
                .map(pin -> pin.replace(":", "").toLowerCase(Locale.ROOT))
                .toList();
        if (!pins.stream().allMatch(pin -> PIN.matcher(pin).matches())) {
            throw new DefinitionException(Key.PINS.title(), "a SHA-256 has 64 hexadecimal digits");
        }
        return new Reach(
                servers,
                choice(Key.ORDER, Definition.Order.class),
                security,
                either(Key.TRUST, Key.TRUST_FILE),
                pins,
                one(Key.REFERRALS, "follow", "ignore"),
                one(Key.ALIASES, "always", "never"));
    }

    private static Server server(String text, Security security) {
        var matcher = SERVER.matcher(text);
        if (!matcher.matches()) {
            throw new DefinitionException(Key.SERVERS.title(), "'" + text + "' is neither host nor host:port");
        }
        int port = matcher.group(2) == null ? security.port() : Integer.parseInt(matcher.group(2));
        if (port < 1 || port > 65_535) {
            throw new DefinitionException(Key.SERVERS.title(), "there is no port " + port);
        }
        return new Server(matcher.group(1).replaceAll("[\\[\\]]", ""), port);
    }

    private Binder binder() {
        var password = either(Key.BIND_PASSWORD, Key.BIND_PASSWORD_FILE)
                .lines()
                .findFirst()
                .orElse("");
        var variable = text(Key.BIND_PASSWORD_ENVIRONMENT);
        if (!variable.isEmpty()) {
            password = Optional.ofNullable(System.getenv(variable))
                    .orElseThrow(() -> new DefinitionException(
                            Key.BIND_PASSWORD_ENVIRONMENT.title(), "there is no variable " + variable));
        }
        var dn = Syntax.name(Key.BIND_DN, text(Key.BIND_DN));
        // RFC 4513, 5.1.2: a name without a password would be nobody, and believed to be somebody.
        if (dn.isNullDN() != password.isEmpty()) {
            throw new DefinitionException(Key.BIND_DN.title(), "a name and its password, or neither");
        }
        return new Binder(text(Key.BIND_DN), password);
    }

    private Patience patience() {
        return new Patience(
                number(Key.CONNECTIONS, 1, 100),
                seconds(Key.CONNECT_SECONDS, 1, 60),
                seconds(Key.RESPONSE_SECONDS, 1, 60),
                seconds(Key.WAIT_SECONDS, 1, 60),
                number(Key.FAILURES, 1, 100),
                seconds(Key.PAUSE_SECONDS, 1, 600),
                number(Key.PAGE_SIZE, 1, 10_000));
    }

    private People people() {
        var pattern = text(Key.USERS_PATTERN);
        var filter = text(Key.USERS_FILTER);
        if (!filter.contains("{0}")) {
            throw new DefinitionException(Key.USERS_FILTER.title(), "where is {0}, the name?");
        }
        Syntax.filter(Key.USERS_FILTER, filter.replace("{0}", "*"));
        Syntax.filter(Key.USERS_FILTER, filter.replace("{0}", "x"));
        if (!pattern.isEmpty() && !pattern.contains("{0}")) {
            throw new DefinitionException(Key.USERS_PATTERN.title(), "where is {0}, the name?");
        }
        Syntax.name(Key.USERS_PATTERN, pattern.replace("{0}", "x"));
        return new People(
                some(Key.USERS_BASE, names(Key.USERS_BASE)),
                one(Key.USERS_SCOPE, "one", "subtree") ? SearchScope.ONE : SearchScope.SUB,
                filter,
                optional(Key.USERS_DISABLED),
                pattern,
                Syntax.attribute(Key.USERNAME, text(Key.USERNAME)),
                new Template(text(Key.NAME)),
                new Template(text(Key.MAIL)));
    }

    private Groups groups() {
        var members = some(Key.GROUPS_MEMBERS, list(Key.GROUPS_MEMBERS, ","));
        members.forEach(each -> Syntax.attribute(Key.GROUPS_MEMBERS, each));
        return new Groups(
                names(Key.GROUPS_BASE),
                Syntax.filter(Key.GROUPS_FILTER, text(Key.GROUPS_FILTER)),
                Syntax.attribute(Key.GROUPS_NAME, text(Key.GROUPS_NAME)),
                members,
                choice(Key.GROUPS_MEANING, Definition.Meaning.class),
                choice(Key.GROUPS_NESTING, Definition.Nesting.class),
                number(Key.GROUPS_DEPTH, 1, 100),
                optional(Key.GROUPS_SHARED),
                some(Key.GROUPS_AUDIENCE, list(Key.GROUPS_AUDIENCE, ",")));
    }

    private String text(Key key) {
        return values.getOrDefault(key.title(), key.fallback()).strip();
    }

    private List<String> list(Key key, String separator) {
        return Arrays.stream(text(key).split(separator, -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static <T> List<T> some(Key key, List<T> list) {
        if (list.isEmpty()) {
            throw new DefinitionException(key.title(), "this must be said");
        }
        return list;
    }

    /** What was said, or what is in the file. */
    private String either(Key inline, Key file) {
        var said = text(inline);
        var path = text(file);
        if (path.isEmpty()) {
            return said;
        }
        if (!said.isEmpty()) {
            throw new DefinitionException(file.title(), inline.title() + " says the same already");
        }
        try {
            if (Files.size(Path.of(path)) <= LONGEST_FILE) {
                return Files.readString(Path.of(path));
            }
        } catch (IOException | InvalidPathException e) {
            throw new DefinitionException(file.title(), "there is no such file, or it may not be read");
        }
        throw new DefinitionException(file.title(), "this file is too long");
    }

    private int number(Key key, int least, int most) {
        var text = text(key);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new DefinitionException(key.title(), "'" + text + "' is no whole number");
        }
        throw new DefinitionException(key.title(), "a number from " + least + " to " + most);
    }

    private Duration seconds(Key key, int least, int most) {
        return Duration.ofSeconds(number(key, least, most));
    }

    private boolean one(Key key, String yes, String no) {
        var text = text(key);
        if (!text.equals(yes) && !text.equals(no)) {
            throw new DefinitionException(key.title(), yes + " or " + no);
        }
        return text.equals(yes);
    }

    private <T extends Enum<T>> T choice(Key key, Class<T> type) {
        var words = new ArrayList<String>();
        for (var value : type.getEnumConstants()) {
            var word = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(text(key))) {
                return value;
            }
            words.add(word);
        }
        throw new DefinitionException(key.title(), "one of " + String.join(", ", words));
    }

    private List<DN> names(Key key) {
        return list(key, ";").stream().map(text -> Syntax.name(key, text)).toList();
    }

    private Optional<Filter> optional(Key key) {
        var text = text(key);
        return text.isEmpty() ? Optional.empty() : Optional.of(Syntax.filter(key, text));
    }
}
