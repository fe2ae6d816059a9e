package im.myna.web.xep0124_bosh.correspondence;

import im.myna.xml.Element;
import im.myna.xml.Name;
import im.myna.xml.XmlException;
import im.myna.xml.XmlLimits;
import im.myna.xml.XmlScanner;
import im.myna.xml.XmlScanner.Event;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The body element of a request, without what it holds (XEP-0124, 6).
 *
 * @param empty whether it holds nothing
 */
public record Wrapper(Element element, boolean empty) {
    public static final String NS = "http://jabber.org/protocol/httpbind";
    static final String XMPP_NS = "urn:xmpp:xbosh";

    /** XEP-0124, 14.1: the largest number that every client can count to. */
    private static final long LAST_RID = (1L << 53) - 1;

    /** With its attributes. */
    public static final int LARGEST = 8192;

    private static final XmlLimits LIMITS = new XmlLimits(LARGEST, 0, 50, 0);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,16}");
    private static final Set<String> TRUE = Set.of("true", "1");

    /** That of these bytes, whatever follows it. @throws BindingException bad-request when they do not begin with one */
    static Wrapper of(byte[] request) {
        try {
            var scanner = new XmlScanner(2, LIMITS);
            scanner.feed(request, 0, Math.min(request.length, LARGEST));
            if (scanner.next() == Event.START && scanner.tag().is(NS, "body")) {
                var element = scanner.tag().element();
                return new Wrapper(element, scanner.next() == Event.END);
            }
        } catch (XmlException e) {
            throw wrong(e.getMessage());
        }
        throw wrong("no body element");
    }

    private static BindingException wrong(String reason) {
        return new BindingException(Terminal.BAD_REQUEST, reason);
    }

    /** Empty when absent. */
    public String value(String attribute) {
        return element.attribute(attribute).orElse("");
    }

    public Optional<String> attribute(String name) {
        return element.attribute(name);
    }

    /** Empty when absent. @throws BindingException bad-request when it is none between 0 and that many */
    OptionalInt number(String attribute, int most) {
        var value = element.attribute(attribute);
        return value.isPresent() ? OptionalInt.of((int) parsed(value.get(), most)) : OptionalInt.empty();
    }

    /** @throws BindingException bad-request when there is none that can be */
    long rid() {
        long rid = parsed(value("rid"), LAST_RID);
        if (rid == 0) {
            throw wrong("rid is 0");
        }
        return rid;
    }

    /** Up to which request the client has all answers; empty when it does not say. */
    Optional<Long> ack() {
        return element.attribute("ack").map(text -> parsed(text, LAST_RID));
    }

    private static long parsed(String text, long most) {
        long value = NUMBER.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
        if (value > most) {
            throw wrong("a number is wrong");
        }
        return value;
    }

    public String lang() {
        return element.attribute(Name.LANG).orElse("");
    }

    /** XEP-0206, 3: the version of XMPP. */
    public Optional<String> xmppVersion() {
        return element.attribute(new Name(XMPP_NS, "version"));
    }

    /** XEP-0206, 5: whether the stream begins anew. */
    public boolean restarts() {
        return TRUE.contains(element.attribute(new Name(XMPP_NS, "restart")).orElse(""));
    }

    public boolean terminates() {
        return value("type").equals("terminate");
    }

    boolean pauses() {
        return element.attribute("pause").isPresent();
    }
}
