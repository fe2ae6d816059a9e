package im.myna.web.door;

import im.myna.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of which sites a page may connect (RFC 6454): that of this server, and those that its owner named. */
public final class Origins {
    private final boolean all;
    private final Set<String> known;

    Origins(Settings.Web web) {
        all = web.origins().contains("*");
        known = Stream.concat(web.origins().stream(), web.url().isEmpty() ? Stream.of() : Stream.of(web.url()))
                .map(Origins::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param origin as the browser says, empty when it says nothing: then it is none, or the page is of this server */
    public boolean admit(String origin, Visitor visitor) {
        var plain = plain(origin);
        return all || plain.isEmpty() || plain.equals(visitor.origin()) || known.contains(plain);
    }

    /** In small letters, without the port that goes without saying. */
    static String plain(String origin) {
        var small = origin.strip().toLowerCase(Locale.ROOT);
        for (var ending : List.of("http:80", "https:443")) {
            var scheme = ending.substring(0, ending.indexOf(':') + 1);
            var port = ending.substring(ending.indexOf(':'));
            if (small.startsWith(scheme + "//") && small.endsWith(port)) {
                return small.substring(0, small.length() - port.length());
            }
        }
        return small;
    }
}
