package im.myna.socket.tls;

import im.myna.settings.Certificate;
import io.netty.channel.ChannelHandler;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.IDN;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The certificates of the domains, chosen by the name that a client asks for (SNI), read again when their files change. */
public final class Certificates implements AutoCloseable {
    private final Map<String, Renewable> domains;
    private final Renewable main;
    private final Suites suites;
    private final List<Future<?>> watches = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Certificates(Map<String, Renewable> domains, Suites suites) {
        this.domains = Map.copyOf(domains);
        this.main = domains.values().iterator().next();
        this.suites = suites;
    }

    /**
     * Reads them.
     *
     * @param files by domain, the first for clients that name none that is known
     * @param protocol the ALPN name, "xmpp-client" or "xmpp-server" (XEP-0368, section 3), or empty for none
     * @param authorities PEM files of those who vouch for clients; clients are asked for certificates when there are any
     * @throws IOException when one cannot be used; its message names the file
     */
    public static Certificates read(
            Map<String, Certificate> files, String protocol, List<Path> authorities, Engine engine) throws IOException {
        try {
            var suites = new Suites(engine, protocol, Authorities.of(authorities));
            var domains = new LinkedHashMap<String, Renewable>();
            for (var domain : files.entrySet()) {
                domains.put(key(domain.getKey()), new Renewable(domain.getValue(), suites));
            }
            return new Certificates(domains, suites);
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Looks from time to time whether the files have changed.
     *
     * @param clock keeps the time
     * @param reader reads the files: must not be an event loop
     */
    public void watch(EventExecutor clock, Executor reader, Duration every) {
        long millis = every.toMillis();
        watches.add(clock.scheduleWithFixedDelay(
                () -> reader.execute(this::refresh), millis, millis, TimeUnit.MILLISECONDS));
    }

    /** Reads what has changed. What cannot be used changes nothing, and is logged once. */
    public void refresh() {
        domains.values().forEach(Renewable::refresh);
    }

    /** From now on these for that domain. @throws GeneralSecurityException when they cannot be used; then all stays as it was */
    public void use(String domain, Certificate files) throws IOException, GeneralSecurityException {
        domains.get(key(domain)).use(files);
    }

    /** Negotiates TLS as the first handler of a channel; then fires {@link Secured}. */
    public ChannelHandler handshake() {
        return new Handshake(this, suites.authorities());
    }

    /** When those end that are shown now, by domain. */
    public Map<String, Instant> ends() {
        var ends = new LinkedHashMap<String, Instant>();
        domains.forEach(
                (domain, certificate) -> ends.put(domain, certificate.current().end()));
        return ends;
    }

    /** Those that are shown now, PEM, by domain. */
    public Map<String, String> shown() {
        var shown = new LinkedHashMap<String, String>();
        domains.forEach(
                (domain, certificate) -> shown.put(domain, certificate.current().pem()));
        return shown;
    }

    /** Where those lie, by domain. */
    public Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        domains.forEach((domain, certificate) ->
                files.put(domain, certificate.files().chain().toString()));
        return files;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            watches.forEach(watch -> watch.cancel(false));
            domains.values().forEach(Renewable::release);
        }
    }

    /** @param name as the client sent it; empty for none */
    Credential of(String name) {
        return domains.getOrDefault(key(name), main).current();
    }

    private static String key(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // Nobody's name.
            return "";
        }
    }
}
