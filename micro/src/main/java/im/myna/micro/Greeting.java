package im.myna.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people read when the server has started. */
final class Greeting {
    /** In the data folder: the password of the account that the first start made. Read once. */
    static final String FIRST_PASSWORD = "first-password";

    private Greeting() {}

    static List<String> lines(Map<String, String> settings, double seconds) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "Myna is ready after %.1f seconds.", seconds));
        lines.add("");
        lines.add("  Domains   " + settings.get("myna.domain").replace(",", ", "));
        lines.add("  Clients   " + ports(settings, "client", " (STARTTLS)", "client-tls", " (TLS)"));
        lines.add("  Browsers  " + ports(settings, "http", " (HTTP)", "https", " (HTTPS)"));
        if (!settings.getOrDefault("myna.admin.port", "0").equals("0")) {
            lines.add("  Admins    port " + settings.get("myna.admin.port") + " (HTTPS)");
        }
        lines.add("  Account   " + account(Path.of(settings.get("myna.data"))));
        lines.add("  Data      " + settings.get("myna.data"));
        lines.add("");
        lines.add("Try it, in another terminal:");
        lines.add("  ./myna user add juliet@" + mainDomain(settings));
        lines.add("  and log in with any XMPP client. Ctrl-C stops the server.");
        return lines;
    }

    static String mainDomain(Map<String, String> settings) {
        var domains = settings.get("myna.domain");
        return domains.contains(",") ? domains.substring(0, domains.indexOf(',')) : domains;
    }

    private static String ports(Map<String, String> settings, String one, String oneIs, String other, String otherIs) {
        var open = new ArrayList<String>();
        for (var port : List.of(List.of(one, oneIs), List.of(other, otherIs))) {
            var number = settings.get("myna.port." + port.get(0));
            if (!number.equals("0")) {
                open.add("port " + number + port.get(1));
            }
        }
        return open.isEmpty() ? "none" : String.join(", ", open);
    }

    private static String account(Path data) throws IOException {
        var secret = data.resolve(FIRST_PASSWORD);
        if (!Files.exists(secret)) {
            return "./myna user list shows them all";
        }
        var line = Files.readString(secret).strip();
        Files.delete(secret);
        return line + " (shown only this once)";
    }
}
