package im.myna.stream;

import im.myna.xml.Tag;

/**
 * The opening tag of a stream (RFC 6120, 4.7), not yet judged: addresses are the text that came. Absent attributes are empty.
 *
 * @param content the content namespace: "jabber:client", "jabber:server" or "jabber:component:accept"
 */
public record StreamHeader(String from, String to, String id, String version, String lang, String content) {
    /** The namespace of stream, features and error. */
    public static final String NS = "http://etherx.jabber.org/streams";

    /** The namespace of open and close (RFC 7395, 3.4). */
    static final String FRAMING = "urn:ietf:params:xml:ns:xmpp-framing";

    static StreamHeader of(Tag tag, String content) {
        return new StreamHeader(
                tag.value("from").orElse(""),
                tag.value("to").orElse(""),
                tag.value("id").orElse(""),
                tag.value("version").orElse(""),
                tag.lang().orElse(""),
                content);
    }
}
