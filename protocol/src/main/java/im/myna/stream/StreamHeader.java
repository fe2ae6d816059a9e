package im.myna.stream;

/**
 * The opening tag of a stream (RFC 6120, 4.7), not yet judged: addresses are the text that came. Absent attributes are empty.
 *
 * @param content the content namespace: "jabber:client", "jabber:server" or "jabber:component:accept"
 */
public record StreamHeader(String from, String to, String id, String version, String lang, String content) {
    /** The namespace of stream, features and error. */
    public static final String NS = "http://etherx.jabber.org/streams";
}
