package im.myna.settings;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Turns texts into settings, or says which one is wrong. */
final class SettingsReader {
    // What was committed is in the file, also when the process is killed; and the database stays open to the very end
    // of a stop.
    private static final String H2_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    private final Function<String, Optional<String>> source;

    SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    Settings read() {
        var domains = domains();
        var data = path(Setting.DATA, text(Setting.DATA));
        return new Settings(
                domains,
                matching(Setting.ADDRESS, Forms.ADDRESS),
                data,
                ports(),
                tls(domains),
                login(),
                choice(Setting.REGISTRATION, Registration.class),
                database(data),
                web(),
                admin(),
                new Settings.Tracing(matching(Setting.TRACING_COLLECTOR, Forms.URL)),
                limits(),
                Contacts.read(this),
                raw(Setting.ADMIN_PASSWORD));
    }

    private List<String> domains() {
        var text = text(Setting.DOMAIN);
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(name -> domain(text, name))
                .distinct()
                .toList();
    }

    private static String domain(String text, String name) {
        try {
            return Jid.of("", name, "").domain();
        } catch (MalformedJidException e) {
            throw new SettingsException(Setting.DOMAIN, text, "'" + name + "' is no domain name: " + e.getMessage());
        }
    }

    private Settings.Ports ports() {
        var used = new EnumMap<Setting, Integer>(Setting.class);
        return new Settings.Ports(
                port(Setting.PORT_CLIENT, used),
                port(Setting.PORT_CLIENT_TLS, used),
                port(Setting.PORT_SERVER, used),
                port(Setting.PORT_SERVER_TLS, used),
                port(Setting.PORT_COMPONENT, used),
                port(Setting.PORT_HTTP, used),
                port(Setting.PORT_HTTPS, used),
                port(Setting.ADMIN_PORT, used));
    }

    private int port(Setting setting, Map<Setting, Integer> used) {
        int port = number(setting, 0, 65535);
        used.forEach((other, taken) -> {
            if (port != 0 && taken == port) {
                throw new SettingsException(setting, String.valueOf(port), "that is " + other.key() + " already");
            }
        });
        used.put(setting, port);
        return port;
    }

    private Settings.Tls tls(List<String> domains) {
        var authorities = text(Setting.TLS_CLIENT_AUTHORITIES);
        return new Settings.Tls(
                flag(Setting.TLS_REQUIRED),
                certificates(domains),
                authorities.isEmpty() ? List.of() : List.of(file(Setting.TLS_CLIENT_AUTHORITIES, authorities)));
    }

    private Map<String, Certificate> certificates(List<String> domains) {
        var chain = text(Setting.TLS_CERTIFICATE);
        var key = text(Setting.TLS_KEY);
        if (chain.isEmpty() != key.isEmpty()) {
            throw chain.isEmpty()
                    ? new SettingsException(Setting.TLS_CERTIFICATE, "", Setting.TLS_KEY.key() + " needs it")
                    : new SettingsException(Setting.TLS_KEY, "", Setting.TLS_CERTIFICATE.key() + " needs it");
        }
        var certificates = new LinkedHashMap<String, Certificate>();
        if (!chain.isEmpty()) {
            domains.forEach(domain -> certificates.put(
                    domain,
                    new Certificate(
                            file(Setting.TLS_CERTIFICATE, chain.replace("{domain}", domain)),
                            file(Setting.TLS_KEY, key.replace("{domain}", domain)))));
        }
        return certificates;
    }

    private Settings.Login login() {
        return new Settings.Login(
                flag(Setting.LOGIN_THROTTLE),
                choice(Setting.LOGIN_CONFLICT, Conflict.class),
                number(Setting.LOGIN_RETRIES, 2, 5),
                number(Setting.LOGIN_ITERATIONS, 4096, 1_000_000),
                matching(Setting.SEE_OTHER_HOST, Forms.HOST));
    }

    private Settings.Database database(Path data) {
        var url = text(Setting.DB_URL);
        var type = text(Setting.DB_CLASS);
        if (url.isEmpty()) {
            url = "jdbc:h2:file:" + data.toAbsolutePath().normalize().resolve("myna") + H2_OPTIONS;
        }
        if (type.isEmpty()) {
            type = url.startsWith("jdbc:postgresql:")
                    ? "org.postgresql.ds.PGSimpleDataSource"
                    : "org.h2.jdbcx.JdbcDataSource";
        }
        return new Settings.Database(url, text(Setting.DB_USER), raw(Setting.DB_PASSWORD), type);
    }

    private Settings.Web web() {
        return new Settings.Web(
                matching(Setting.WEB_URL, Forms.URL),
                list(Setting.WEB_ORIGINS, Forms.ORIGIN),
                networks(Setting.WEB_PROXIES),
                count(Setting.WEB_PING_SECONDS),
                count(Setting.WEB_REQUEST_SECONDS),
                networks(Setting.WEB_MONITORS));
    }

    private Settings.Admin admin() {
        return new Settings.Admin(
                matching(Setting.ADMIN_ADDRESS, Forms.ADDRESS), list(Setting.ADMIN_NETWORKS, Forms.NETWORK));
    }

    private Limits limits() {
        return new Limits(
                count(Setting.STANZA_BYTES),
                count(Setting.STANZA_BYTES_UNAUTHENTICATED),
                count(Setting.DEPTH),
                count(Setting.ATTRIBUTES),
                count(Setting.ELEMENTS),
                count(Setting.BYTES_PER_SECOND),
                count(Setting.BYTES_BURST),
                count(Setting.LOGIN_SECONDS),
                count(Setting.IDLE_SECONDS),
                count(Setting.CONNECTIONS_PER_ADDRESS),
                count(Setting.OUTPUT_BYTES),
                count(Setting.RESOURCES_PER_ACCOUNT),
                count(Setting.ROSTER_ITEMS),
                count(Setting.OFFLINE_MESSAGES),
                count(Setting.VCARD),
                count(Setting.REGISTRATIONS_PER_ADDRESS));
    }

    private String raw(Setting setting) {
        return source.apply(setting.key()).orElse(setting.fallback());
    }

    private String text(Setting setting) {
        return raw(setting).strip();
    }

    private int count(Setting setting) {
        return number(setting, 0, Integer.MAX_VALUE);
    }

    private int number(Setting setting, int least, int most) {
        var text = text(setting);
        // Eighteen digits fit into a long.
        if (!text.matches("[0-9]{1,18}")) {
            throw new SettingsException(setting, text, "that is no whole number");
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            throw new SettingsException(setting, text, number < least ? "that is too small" : "that is too large");
        }
        return (int) number;
    }

    private boolean flag(Setting setting) {
        var text = text(setting).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SettingsException(setting, text, "that is neither yes nor no");
        };
    }

    private <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
        var text = text(setting);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new SettingsException(setting, text, "that is unknown"));
    }

    private String matching(Setting setting, Pattern form) {
        var text = text(setting);
        if (!text.isEmpty()) {
            require(setting, text, form);
        }
        return text;
    }

    List<String> list(Setting setting, Pattern form) {
        var values = Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        values.forEach(value -> require(setting, value, form));
        return values;
    }

    private List<String> networks(Setting setting) {
        var values = list(setting, Forms.NETWORK);
        values.stream()
                .filter(value -> !Forms.isAddress(value.split("/", 2)[0]))
                .findFirst()
                .ifPresent(value -> {
                    throw new SettingsException(setting, value, "that is no address");
                });
        return values;
    }

    private static void require(Setting setting, String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new SettingsException(setting, text, "that has not the form of it");
        }
    }

    private static Path path(Setting setting, String text) {
        if (text.isEmpty()) {
            throw new SettingsException(setting, text, "it is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new SettingsException(setting, text, "that is no path");
        }
    }

    private static Path file(Setting setting, String text) {
        var path = path(setting, text);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new SettingsException(setting, text, "there is no such file, or it may not be read");
        }
        return path;
    }
}
