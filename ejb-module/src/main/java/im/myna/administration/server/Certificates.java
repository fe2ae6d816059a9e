package im.myna.administration.server;

import im.myna.adjustment.Adapter;
import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.settings.AdapterMXBean;
import im.myna.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The certificates of the domains. Those of XMPP are shown by the adapter; HTTPS is the launcher's, or the application server's. */
@ApplicationScoped
public class Certificates {
    /** Told by the launcher, which shows the same ones by HTTPS. */
    private static final String LAUNCHER = "myna.https.files";

    private static final int DNS_NAME = 2;

    @Inject
    private Adapter adapter;

    @Inject
    private Settings settings;

    @Inject
    private Chronicle chronicle;

    /**
     * A certificate.
     *
     * @param names all that it is good for
     * @param key such as "EC 256"
     * @param selfSigned whether nobody vouches for it
     */
    public record Shown(
            String domain,
            List<String> names,
            String issuer,
            Instant begins,
            Instant ends,
            String key,
            boolean selfSigned,
            String file) {
        public Shown {
            names = List.copyOf(names);
        }
    }

    /** Those that are shown now. */
    public List<Shown> list(Actor actor) {
        actor.mustSeeAll();
        var shown = new TreeMap<String, Shown>();
        for (var ear : adapter.ears()) {
            var files = ear.getCertificateFiles();
            ear.getCertificates()
                    .forEach((domain, pem) -> shown.put(domain, shown(domain, pem, files.getOrDefault(domain, ""))));
        }
        return List.copyOf(shown.values());
    }

    /** Whether HTTPS shows the same ones, a few seconds later. On an application server it shows its own. */
    public boolean coverHttps() {
        return System.getProperty(LAUNCHER) != null;
    }

    /**
     * From now on shows another one.
     *
     * @param chain PEM, the domain's own first
     * @param key PEM, without password
     */
    public void install(Actor actor, String domain, String chain, String key) {
        actor.mustGovernAll();
        if (!settings.domains().contains(domain)) {
            throw new RefusedException(Reason.NOT_FOUND, "there is no domain " + domain);
        }
        try {
            for (var ear : ears()) {
                ear.install(domain, chain, key);
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.INVALID, e.getMessage());
        } catch (IllegalStateException e) {
            throw new RefusedException(Reason.CONFLICT, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chronicle.note(actor, Deed.of("certificate.install", Jid.of(domain)).to(words(actor, domain)));
    }

    /** Reads at once the files that have changed, instead of in a few seconds. */
    public void renew(Actor actor) {
        actor.mustGovernAll();
        chronicle.note(
                actor, Deed.of("certificate.renew", Jid.of(settings.domains().get(0))));
        ears().forEach(AdapterMXBean::renew);
    }

    private List<AdapterMXBean> ears() {
        var ears = adapter.ears();
        if (ears.isEmpty()) {
            throw new RefusedException(Reason.CONFLICT, "there are no ports that would show a certificate");
        }
        return ears;
    }

    private String words(Actor actor, String domain) {
        return list(actor).stream()
                .filter(shown -> shown.domain().equals(domain))
                .map(shown -> "names=" + shown.names() + " ends=" + shown.ends())
                .findFirst()
                .orElse("");
    }

    private static Shown shown(String domain, String pem, String file) {
        try {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            return new Shown(
                    IDN.toUnicode(domain),
                    names(Optional.ofNullable(certificate.getSubjectAlternativeNames())
                            .orElse(List.of())),
                    certificate.getIssuerX500Principal().getName(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    key(certificate),
                    certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal()),
                    file);
        } catch (CertificateException e) {
            throw new IllegalStateException("it is shown, but cannot be read", e);
        }
    }

    private static List<String> names(Collection<List<?>> all) {
        return all.stream()
                .filter(name -> Integer.valueOf(DNS_NAME).equals(name.get(0)))
                .map(name -> String.valueOf(name.get(1)))
                .toList();
    }

    private static String key(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        if (key instanceof RSAKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        return key instanceof ECKey ec
                ? "EC " + ec.getParams().getCurve().getField().getFieldSize()
                : key.getAlgorithm();
    }
}
