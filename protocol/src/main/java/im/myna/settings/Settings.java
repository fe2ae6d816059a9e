package im.myna.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a server was told.
 *
 * @param domains at least one, in the order given, prepared by RFC 7622
 * @param address an IP address; empty for all of this machine
 * @param data the folder of everything that is kept
 * @param directories files that tell of directories of companies
 * @param contacts URIs by what they are for, such as "abuse" (XEP-0157), in order; without those that have none
 * @param adminPassword of the first account; empty for a random one
 */
public record Settings(
        List<String> domains,
        String address,
        Path data,
        Ports ports,
        Tls tls,
        Login login,
        List<Path> directories,
        Registration registration,
        Database database,
        Web web,
        Admin admin,
        Tracing tracing,
        Limits limits,
        Map<String, List<String>> contacts,
        String adminPassword) {
    /** Where to listen; 0 is off. */
    public record Ports(
            int client, int clientTls, int server, int serverTls, int component, int http, int https, int admin) {}

    /**
     * Encryption.
     *
     * @param required before a client may log in
     * @param certificates by domain; empty when each domain shall have one that signs itself
     * @param clientAuthorities PEM files of those who sign clients' certificates; empty or one
     */
    public record Tls(boolean required, Map<String, Certificate> certificates, List<Path> clientAuthorities) {
        public Tls {
            certificates = Map.copyOf(certificates);
            clientAuthorities = List.copyOf(clientAuthorities);
        }
    }

    /**
     * Logging in.
     *
     * @param seeOtherHost where every client is sent instead; empty for nowhere
     */
    public record Login(boolean throttle, Conflict conflict, int retries, int iterations, String seeOtherHost) {}

    /**
     * Browsers.
     *
     * @param url where they find this server, without a path; empty for the domain and the port
     * @param origins of the pages of others that may connect; "*" for all
     * @param proxies IP addresses and networks, of those whose word about a request is believed
     * @param pingSeconds of silence until a WebSocket is asked for a sign of life; 0 is never
     * @param requestSeconds that an HTTP request may take to come in; 0 is unlimited
     * @param monitors IP addresses and networks, of those who may know how the server does
     */
    public record Web(
            String url,
            List<String> origins,
            List<String> proxies,
            int pingSeconds,
            int requestSeconds,
            List<String> monitors) {
        public Web {
            origins = List.copyOf(origins);
            proxies = List.copyOf(proxies);
            monitors = List.copyOf(monitors);
        }
    }

    /**
     * Where those who govern come in, if they have a port of their own.
     *
     * @param address an IP address; empty for all of this machine
     * @param networks IP addresses and networks, of those who may
     */
    public record Admin(String address, List<String> networks) {
        public Admin {
            networks = List.copyOf(networks);
        }
    }

    /** @param collector where traces go, without a path; empty for nowhere */
    public record Tracing(String collector) {}

    /** The database; url and class are filled in when nothing was said. */
    public record Database(String url, String user, String password, String type) {
        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    public Settings {
        domains = List.copyOf(domains);
        directories = List.copyOf(directories);
        contacts = Collections.unmodifiableMap(new LinkedHashMap<>(contacts));
    }

    /**
     * Reads all of them.
     *
     * @param source looks a key up, such as MicroProfile's {@code config.getOptionalValue(key, String.class)}
     * @throws SettingsException for the first wrong one
     */
    public static Settings read(Function<String, Optional<String>> source) {
        return new SettingsReader(source).read();
    }

    /** The defaults. */
    public static Settings defaults() {
        return read(key -> Optional.empty());
    }

    /** Every key there is. */
    public static Set<String> names() {
        return Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Settings[domains=" + domains + ", ports=" + ports + ", tls=" + tls + ", login=" + login
                + ", registration=" + registration + ", database=" + database + ", web=" + web + ", admin=" + admin
                + ", tracing=" + tracing + ", limits=" + limits + "]";
    }
}
