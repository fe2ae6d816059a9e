package im.myna.blackbox.client;

/**
 * Where a server is to be found.
 *
 * @param port of clients who use STARTTLS
 * @param directPort of clients who use TLS from the first byte
 */
public record Target(String domain, String address, int port, int directPort) {
    /** The bare JID of that user. */
    public String jid(String username) {
        return username + "@" + domain;
    }
}
