package im.myna.socket;

import jakarta.resource.spi.InvalidPropertyException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an application can ask this adapter for, by the activation property {@code kind}. */
enum Kind {
    /** RFC 6120, with the content namespace "jabber:client". */
    CLIENT,
    /** RFC 6120, with the content namespace "jabber:server". */
    SERVER,
    /** XEP-0114. */
    COMPONENT;

    static Kind of(String property) throws InvalidPropertyException {
        return Arrays.stream(values())
                .filter(kind -> kind.property().equals(property))
                .findFirst()
                .orElseThrow(() -> new InvalidPropertyException("kind=" + property + " is none of "
                        + Arrays.stream(values()).map(Kind::property).collect(Collectors.joining(", "))));
    }

    String property() {
        return name().toLowerCase(Locale.ROOT);
    }
}
