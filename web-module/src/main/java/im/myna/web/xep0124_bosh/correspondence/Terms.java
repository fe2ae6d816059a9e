package im.myna.web.xep0124_bosh.correspondence;

import java.util.regex.Pattern;

/**
 * What client and server agreed upon when the session began (XEP-0124, 7); times are seconds.
 *
 * @param longestWait how long a request may stay without answer
 * @param hold how many may
 * @param requests how many the client may have under way
 * @param inactivity how long the client may have none
 * @param polling between two empty requests of which the first could have waited
 * @param pause the longest inactivity that may be asked for
 * @param version of the binding; empty for a client of before there were any
 * @param content the Content-Type of the answers
 * @param acknowledging whether both say what they received
 */
public record Terms(
        int longestWait,
        int hold,
        int requests,
        int inactivity,
        int polling,
        int pause,
        String version,
        String content,
        boolean acknowledging) {
    private static final int LONGEST_WAIT = 60;
    private static final int MOST_HOLD = 2;
    /** More than a minute: so seldom does a browser let a page in the background come to its turn. */
    private static final int INACTIVITY = 90;

    private static final int INACTIVITY_OF_POLLING = 150;
    private static final int POLLING = 5;
    private static final int PAUSE = 180;
    private static final int MAJOR = 1;
    private static final int MINOR = 11;
    private static final Pattern VERSION = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})");
    /** A media type with plain parameters: it becomes a header. */
    private static final Pattern CONTENT =
            Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,60}(?: ?; ?[\\w-]{1,30}=\"?[\\w.-]{1,60}\"?){0,4}");

    /** @throws BindingException bad-request */
    public static Terms asked(Wrapper request) {
        int longest = Math.min(request.number("wait", 65535).orElse(LONGEST_WAIT), LONGEST_WAIT);
        int hold = Math.min(request.number("hold", 255).orElse(1), MOST_HOLD);
        boolean polls = longest == 0 || hold == 0;
        return new Terms(
                longest,
                hold,
                hold + 1,
                polls ? INACTIVITY_OF_POLLING : INACTIVITY,
                POLLING,
                PAUSE,
                version(request.value("ver")),
                content(request.value("content")),
                request.value("ack").equals("1"));
    }

    private static String version(String highest) {
        if (highest.isEmpty()) {
            return "";
        }
        var matcher = VERSION.matcher(highest);
        if (!matcher.matches()) {
            throw new BindingException(Terminal.BAD_REQUEST, "ver is no version");
        }
        int major = Integer.parseInt(matcher.group(1));
        int minor = Integer.parseInt(matcher.group(2));
        boolean newer = major > MAJOR || (major == MAJOR && minor > MINOR);
        return newer ? MAJOR + "." + MINOR : major + "." + minor;
    }

    private static String content(String wanted) {
        if (wanted.isEmpty()) {
            return Answer.XML;
        }
        if (!CONTENT.matcher(wanted).matches()) {
            throw new BindingException(Terminal.BAD_REQUEST, "content is no media type");
        }
        return wanted;
    }

    /** XEP-0124, 12: nothing waits here. */
    boolean polls() {
        return longestWait == 0 || hold == 0;
    }

    Envelope describe(Envelope envelope) {
        envelope.with("wait", longestWait)
                .with("hold", hold)
                .with("requests", requests)
                .with("inactivity", inactivity)
                .with("polling", polling)
                .with("maxpause", pause)
                .with("accept", Request.ACCEPTED)
                .with("charsets", "UTF-8");
        return version.isEmpty() ? envelope : envelope.with("ver", version);
    }
}
