package im.myna.link;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a link is protected.
 *
 * @param protocol "TLSv1.3", ..., "TLS" when a proxy has it, "loopback" where nobody can stand in between, empty on a plain link
 * @param cipher the suite, empty on a plain link
 * @param bindings channel-binding data by type ("tls-exporter", "tls-server-end-point"), RFC 5929 and 9266
 * @param peer the certificate chain that the peer showed and that a trusted authority signed, its own first; empty when none
 */
public record Security(String protocol, String cipher, Map<String, byte[]> bindings, List<X509Certificate> peer) {
    public static final Security PLAIN = new Security("", "", Map.of(), List.of());

    public Security {
        bindings = Map.copyOf(bindings);
        peer = List.copyOf(peer);
    }

    public boolean encrypted() {
        return !protocol.isEmpty();
    }

    public Optional<byte[]> binding(String type) {
        return Optional.ofNullable(bindings.get(type));
    }
}
