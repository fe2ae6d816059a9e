package im.myna.link;

/**
 * What went over a link, in bytes of XML: TLS, HTTP and frames come on top.
 *
 * @param received from the peer
 * @param sent and taken by the peer's connection
 * @param waiting written, and not sent yet
 */
public record Traffic(long received, long sent, long waiting) {
    public static final Traffic NONE = new Traffic(0, 0, 0);
}
