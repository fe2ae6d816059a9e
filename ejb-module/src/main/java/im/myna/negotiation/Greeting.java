package im.myna.negotiation;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.stanza.Stanza;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import im.myna.stream.StreamHeader;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The headers of the streams of one peer (RFC 6120, 4.7). */
final class Greeting {
    private static final Pattern VERSION = Pattern.compile("0*([0-9]{1,9})\\.[0-9]+");
    private static final String OURS = "1.0";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<String> domains;
    private String domain;
    private String to = "";

    Greeting(List<String> domains) {
        this.domains = domains;
        // RFC 6120, 4.9.1.2: who asked for an unknown host is answered by the main one.
        domain = domains.get(0);
    }

    /** The domain that the peer asked for last. */
    String domain() {
        return domain;
    }

    /** What we answer with, each time with a new identity (4.7.3). */
    StreamHeader header() {
        var random = new byte[18];
        RANDOM.nextBytes(random);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return new StreamHeader(domain, to, id, OURS, "en", Stanza.NS);
    }

    /** @throws StreamException when the peer opened the stream wrongly */
    void check(StreamHeader header, Jid account) {
        if (!header.content().equals(Stanza.NS)) {
            throw new StreamException(StreamCondition.INVALID_NAMESPACE);
        }
        domain = served(header.to());
        if (!account.isNone() && !account.domain().equals(domain)) {
            throw new StreamException(StreamCondition.HOST_UNKNOWN, "the log-in was for another domain");
        }
        checkVersion(header.version());
        to = from(header.from(), account);
    }

    private String served(String host) {
        try {
            var asked = Jid.of(host);
            if (asked.isDomain() && domains.contains(asked.domain())) {
                return asked.domain();
            }
        } catch (MalformedJidException e) {
            throw new StreamException(StreamCondition.HOST_UNKNOWN, e.getMessage());
        }
        throw new StreamException(StreamCondition.HOST_UNKNOWN);
    }

    private static void checkVersion(String version) {
        // 4.7.5: without one it is a client of before 1.0; a newer one has to do with ours.
        var matcher = VERSION.matcher(version);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
            throw new StreamException(StreamCondition.UNSUPPORTED_VERSION);
        }
    }

    /** 4.7.1 and 4.7.2: the account that it says it is, to be mentioned in our answer. */
    private static String from(String text, Jid account) {
        if (text.isEmpty()) {
            return "";
        }
        try {
            var claimed = Jid.of(text).bare();
            if (account.isNone() || account.equals(claimed)) {
                return claimed.toString();
            }
        } catch (MalformedJidException e) {
            throw new StreamException(StreamCondition.INVALID_FROM, e.getMessage());
        }
        throw new StreamException(StreamCondition.INVALID_FROM);
    }
}
