package im.myna.web.door;

import im.myna.settings.LiveSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.IDN;
import java.util.Optional;

/** Where browsers find this server, as its settings say now. */
@ApplicationScoped
public class PublicAddress {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    @Inject
    private LiveSettings live;

    /**
     * Without a path, such as "https://im.example.com:8443"; empty when nobody could log in there, since TLS is required.
     *
     * @param host that was asked for; another than a domain of ours is answered by the main one
     */
    public Optional<String> of(String host) {
        var settings = live.now();
        var url = settings.web().url();
        if (!url.isEmpty()) {
            return allowed(url);
        }
        var domain = IDN.toASCII(
                settings.domains().contains(host) ? host : settings.domains().get(0), IDN.ALLOW_UNASSIGNED);
        var ports = settings.ports();
        if (ports.https() != 0) {
            return Optional.of("https://" + domain + (ports.https() == HTTPS ? "" : ":" + ports.https()));
        }
        return ports.http() == 0
                ? Optional.empty()
                : allowed("http://" + domain + (ports.http() == HTTP ? "" : ":" + ports.http()));
    }

    private Optional<String> allowed(String url) {
        return Optional.of(url)
                .filter(it -> it.startsWith("https:") || !live.now().tls().required());
    }
}
