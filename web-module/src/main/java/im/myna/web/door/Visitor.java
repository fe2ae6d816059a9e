package im.myna.web.door;

import im.myna.link.Security;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who sent a request, and how: as it came to us, or as a proxy says that is believed.
 *
 * @param origin of the request itself, such as "https://im.example.com"
 */
public record Visitor(InetSocketAddress address, Security security, String origin) {
    private static final String CIPHER = "jakarta.servlet.request.cipher_suite";
    private static final Security UNSEEN = new Security("TLS", "", Map.of(), List.of());

    /** Nobody stands between two ends that are on one machine. */
    private static final Security LOCAL = new Security("loopback", "", Map.of(), List.of());

    static Visitor of(HttpServletRequest request, Networks proxies) {
        var peer = new InetSocketAddress(Networks.literal(request.getRemoteAddr()), request.getRemotePort());
        var forwarded = forwarded(request);
        if (forwarded.isEmpty()) {
            return new Visitor(peer, direct(request, peer.getAddress()), origin(request.isSecure(), host(request)));
        }
        if (!proxies.contains(peer.getAddress())) {
            return new Visitor(
                    peer,
                    request.isSecure() ? tls(request) : Security.PLAIN,
                    origin(request.isSecure(), host(request)));
        }
        boolean secure = last(request, "X-Forwarded-Proto")
                .map("https"::equalsIgnoreCase)
                .orElse(request.isSecure());
        return new Visitor(
                new InetSocketAddress(client(forwarded, proxies, peer.getAddress()), 0),
                secure ? UNSEEN : Security.PLAIN,
                origin(secure, last(request, "X-Forwarded-Host").orElse(host(request))));
    }

    private static Security direct(HttpServletRequest request, InetAddress peer) {
        if (request.isSecure()) {
            return tls(request);
        }
        return peer.isLoopbackAddress() ? LOCAL : Security.PLAIN;
    }

    /** Without channel bindings: no interface of the container gives them, and no browser would use them. */
    private static Security tls(HttpServletRequest request) {
        if (request.getAttribute(CIPHER) instanceof String cipher) {
            var protocol = cipher.startsWith("TLS_AES") || cipher.startsWith("TLS_CHACHA20") ? "TLSv1.3" : "TLSv1.2";
            return new Security(protocol, cipher, Map.of(), List.of());
        }
        return UNSEEN;
    }

    /** The way of the request as proxies tell it, the first first; also an empty name says that there was a proxy. */
    private static List<String> forwarded(HttpServletRequest request) {
        return values(request, "X-Forwarded-For").toList();
    }

    private static InetAddress client(List<String> way, Networks proxies, InetAddress proxy) {
        var client = proxy;
        for (int i = way.size() - 1; i >= 0 && proxies.contains(client); i--) {
            try {
                client = Networks.literal(way.get(i));
            } catch (IllegalArgumentException noAddress) {
                return client;
            }
        }
        return client;
    }

    /** The one that was added by the proxy that stands next to us. */
    private static Optional<String> last(HttpServletRequest request, String header) {
        return values(request, header).reduce((before, after) -> after);
    }

    private static Stream<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip);
    }

    private static String host(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Host")).orElse("");
    }

    private static String origin(boolean secure, String host) {
        return Origins.plain((secure ? "https://" : "http://") + host.toLowerCase(Locale.ROOT));
    }
}
