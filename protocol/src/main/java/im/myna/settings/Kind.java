package im.myna.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of values that settings take. */
enum Kind {
    TEXT("any text"),
    SECRET("any text"),
    DOMAINS("domain names, comma separated"),
    ADDRESS("an IP address of this machine, or nothing for all"),
    HOST("host, host:port or [IPv6 address]:port, or nothing"),
    PORT("0 to 65535, 0 = off"),
    SWITCH("true or false"),
    COUNT("a whole number from 0 to 2147483647, 0 = unlimited"),
    RETRIES("2 to 5"),
    ITERATIONS("4096 to 1000000"),
    FOLDER("a path"),
    FILE("a file that can be read, or nothing"),
    FILES("a file that can be read, {domain} in it stands for each domain, or nothing"),
    PATHS("files that can be read, comma separated, or nothing"),
    ORIGINS("origins such as https://www.example.com, comma separated, * for all, or nothing"),
    NETWORKS("IP addresses or networks such as 10.0.0.0/8, comma separated, or nothing"),
    URIS("addresses such as mailto:abuse@example.com or xmpp:abuse@example.com, comma separated, or nothing"),
    URL("https://host, https://host:port, http likewise, or nothing"),
    CONFLICT("newer, older or both"),
    REGISTRATION("closed or open");

    private final String allowed;

    Kind(String allowed) {
        this.allowed = allowed;
    }

    String allowed() {
        return allowed;
    }

    List<String> choices() {
        return switch (this) {
            case SWITCH -> List.of("true", "false");
            case CONFLICT -> names(Conflict.values());
            case REGISTRATION -> names(Registration.values());
            default -> List.of();
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
