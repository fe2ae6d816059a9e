package im.myna.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** How texts look that mean something. */
final class Forms {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    static final Pattern ADDRESS =
            Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?");
    static final Pattern HOST = Pattern.compile("([\\p{L}\\p{N}][\\p{L}\\p{N}.-]*|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
    static final Pattern URL = Pattern.compile("https?://" + "(" + HOST.pattern() + ")");
    static final Pattern ORIGIN = Pattern.compile("\\*|" + URL.pattern());
    static final Pattern NETWORK = Pattern.compile("(" + ADDRESS.pattern() + ")(/[0-9]{1,3})?");

    // RFC 3986, 3: a scheme and something behind it, of the characters that a URI has.
    static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+;=%-]+");

    private Forms() {}

    /** Whether an IPv6 address that has the form of one is one, or another text has no colon. Asks nobody. */
    static boolean isAddress(String text) {
        try {
            return text.indexOf(':') < 0 || InetAddress.getByName(text) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
