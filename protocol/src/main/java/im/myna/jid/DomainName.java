package im.myna.jid;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rocks.xmpp.precis.PrecisProfiles;

/** The domainpart (RFC 7622, 3.2): a name of NR-LDH labels and U-labels, or the literal of an address. */
final class DomainName {
    /** RFC 5890, 2.3.1. */
    private static final int MAX_LABEL = 63;

    private static final String ACE = "xn--";
    private static final Pattern LITERAL = Pattern.compile("\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]");
    // RFC 3490, 3.1: what people type for a dot.
    private static final Pattern DOTS = Pattern.compile("[\u3002\uFF0E\uFF61]");
    private static final Pattern LDH = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

    private DomainName() {}

    /** Tells quickly that a name is prepared; false for names that it does not know, also for some that are. */
    static boolean isPlain(String text) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = i > start && i + 1 < text.length();
            if (c == '.' && inside && text.charAt(i - 1) != '-') {
                start = i + 1;
            } else if (!isLetterOrDigit(c) && (c != '-' || !inside || i == start + 2)) {
                return false;
            }
            if (i - start >= MAX_LABEL) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    static String prepare(String text) {
        if (text.startsWith("[")) {
            return literal(text);
        }
        var dotted = DOTS.matcher(text).replaceAll(".");
        // RFC 7622, 3.2: a final dot is stripped before anything is compared.
        var name = dotted.endsWith(".") ? dotted.substring(0, dotted.length() - 1) : dotted;
        return Arrays.stream(name.split("\\.", -1)).map(DomainName::label).collect(Collectors.joining("."));
    }

    private static String literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            throw refused("no IPv6 address");
        }
        try {
            // With a colon and no other letters than these nobody is asked for it.
            InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw refused(e.getMessage());
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String label(String text) {
        if (isAscii(text)) {
            var lower = text.toLowerCase(Locale.ROOT);
            return lower.startsWith(ACE) ? unicode(lower) : ldh(lower);
        }
        return uLabel(PrecisProfiles.USERNAME_CASE_MAPPED.enforce(text));
    }

    private static String ldh(String label) {
        if (!LDH.matcher(label).matches()) {
            throw refused("a label is empty or has other characters than letters, digits and inner hyphens");
        }
        // RFC 5890, 2.3.1: such hyphens are reserved.
        if (label.startsWith("--", 2)) {
            throw refused("a label has hyphens in its third and fourth place");
        }
        if (label.length() > MAX_LABEL) {
            throw refused("a label is longer than " + MAX_LABEL + " characters");
        }
        return label;
    }

    /** RFC 7622, 3.2.1: an A-label becomes the U-label that it stands for, and there is only one such A-label (RFC 5891, 5.4). */
    private static String unicode(String label) {
        if (label.length() > MAX_LABEL) {
            throw refused("a label is longer than " + MAX_LABEL + " characters");
        }
        var decoded = Punycode.decode(label.substring(ACE.length()));
        if (isAscii(decoded)
                || !PrecisProfiles.USERNAME_CASE_MAPPED.enforce(decoded).equals(decoded)
                || !label.equals(ACE + Punycode.encode(decoded))) {
            throw refused("a label begins with " + ACE + " but stands for nothing");
        }
        return uLabel(decoded);
    }

    private static String uLabel(String label) {
        if (isAscii(label)) {
            // Full-width letters were mapped.
            return label(label);
        }
        int first = Character.getType(label.codePointAt(0));
        // RFC 5891, 4.2.3.1 and 4.2.3.2
        if (label.startsWith("-") || label.endsWith("-") || label.startsWith("--", 2) || isMark(first)) {
            throw refused("a label begins or ends with a character that must not stand there");
        }
        // RFC 5892, A: what PRECIS allows in ASCII beyond letters, digits and hyphens is no part of a name.
        if (label.chars().anyMatch(c -> c < 128 && c != '-' && !Character.isLetterOrDigit(c))) {
            throw refused("a label has other characters than letters, digits and hyphens");
        }
        if (ACE.length() + Punycode.encode(label).length() > MAX_LABEL) {
            throw refused("a label is longer than " + MAX_LABEL + " characters");
        }
        return label;
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static MalformedJidException refused(String reason) {
        return new MalformedJidException("the domainpart is refused: " + reason);
    }
}
