package im.myna.blackbox.client;

/**
 * Where a server is to be found.
 *
 * @param port of clients who use STARTTLS
 * @param directPort of clients who use TLS from the first byte
 * @param httpPort of browsers, plain
 * @param httpsPort of browsers who use TLS
 */
public record Target(String domain, String address, int port, int directPort, int httpPort, int httpsPort) {
    /** The bare JID of that user. */
    public String jid(String username) {
        return username + "@" + domain;
    }

    /**
     * What browsers ask for by plain HTTP.
     *
     * @param path with its slash, and what stands behind a question mark; empty for the origin alone
     */
    public String http(String path) {
        return "http://" + address + ":" + httpPort + path;
    }
}
