package im.myna.web.xep0124_bosh.correspondence;

/**
 * What goes back for one request.
 *
 * @param status of HTTP: 200, but for clients of before the attribute 'ver'
 * @param type the value of Content-Type
 */
public record Answer(int status, String type, byte[] body) {
    /** XEP-0124, 7.1: unless the client asked for another. */
    public static final String XML = "text/xml; charset=utf-8";

    private static final byte[] NOTHING = {};

    static Answer of(String type, byte[] body) {
        return new Answer(200, type, body);
    }

    /** The end, said to a client of which nothing is known. */
    public static Answer refusal(Terminal condition) {
        return of(XML, Envelope.terminating(condition).bytes());
    }

    /** The end. */
    static Answer refusal(Terminal condition, Terms terms) {
        return of(condition, terms.version(), terms.content());
    }

    /**
     * The end.
     *
     * @param version of the binding that the client knows; empty for one of before there were any, which understands HTTP only
     */
    public static Answer of(Terminal condition, String version, String type) {
        boolean legacy = version.isEmpty() && condition.legacyStatus() != 200;
        return legacy
                ? new Answer(condition.legacyStatus(), type, NOTHING)
                : of(type, Envelope.terminating(condition).bytes());
    }
}
