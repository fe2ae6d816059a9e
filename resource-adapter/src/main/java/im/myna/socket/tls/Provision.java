package im.myna.socket.tls;

import im.myna.settings.Certificate;
import im.myna.settings.Settings;
import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which certificate each domain has: that which the settings name, or else one that was installed, or else one that signs itself. */
public final class Provision {
    private Provision() {}

    /** By domain, in the order of the domains. */
    public static Map<String, Certificate> of(Settings settings) throws IOException {
        var files = new LinkedHashMap<String, Certificate>();
        for (var domain : settings.domains()) {
            var place = place(settings, domain);
            files.put(domain, Files.exists(place.chain()) && Files.exists(place.key()) ? place : Certificate.NONE);
        }
        files.putAll(settings.tls().certificates());
        if (files.containsValue(Certificate.NONE)) {
            SelfSigned.in(folder(settings), settings.domains())
                    .forEach((domain, signed) -> files.replace(domain, Certificate.NONE, signed));
        }
        return files;
    }

    /** Where one of that domain lies when it was installed. */
    public static Certificate place(Settings settings, String domain) {
        var name = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        return new Certificate(
                folder(settings).resolve(name + ".pem"), folder(settings).resolve(name + ".key"));
    }

    private static Path folder(Settings settings) {
        return settings.data().resolve("tls");
    }

    /**
     * Keeps a certificate for that domain, for nobody else to read.
     *
     * @throws GeneralSecurityException when it cannot be used
     * @throws IllegalStateException when the settings name another one
     */
    public static Certificate keep(Settings settings, String domain, String chain, String key)
            throws IOException, GeneralSecurityException {
        if (!settings.domains().contains(domain)) {
            throw new CertificateException("'" + domain + "' is no domain of this server");
        }
        if (!settings.tls().certificates().isEmpty()) {
            throw new IllegalStateException("the settings say where the certificate is: it is to be replaced there");
        }
        check(settings, domain, chain, key);
        return lay(settings, domain, chain, key);
    }

    /** The same for a domain that need not be served yet, and nothing is kept. */
    public static void check(Settings settings, String domain, String chain, String key)
            throws IOException, GeneralSecurityException {
        var place = place(settings, domain);
        var fresh = new Certificate(beside(place.chain()), beside(place.key()));
        try {
            SelfSigned.keep(fresh.key(), key);
            SelfSigned.keep(fresh.chain(), chain);
            check(fresh, domain);
        } finally {
            Files.deleteIfExists(fresh.key());
            Files.deleteIfExists(fresh.chain());
        }
    }

    /** Keeps one that was checked. */
    public static Certificate lay(Settings settings, String domain, String chain, String key) throws IOException {
        var place = place(settings, domain);
        SelfSigned.keep(place.key(), key);
        SelfSigned.keep(place.chain(), chain);
        return place;
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".sent");
    }

    private static void check(Certificate files, String domain) throws IOException, GeneralSecurityException {
        var certificate = read(files);
        certificate.checkValidity();
        var names = SelfSigned.names(certificate);
        var name = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        // RFC 6125, 6.4.3: a star stands for one label, the first.
        var star = "*" + name.substring(Math.max(0, name.indexOf('.')));
        if (List.of(name, star).stream().noneMatch(wanted -> names.stream().anyMatch(wanted::equalsIgnoreCase))) {
            throw new CertificateException("it is for " + String.join(", ", names) + ", not for " + domain);
        }
    }

    /** What is wrong with it is said without the name of a file that nobody knows. */
    private static java.security.cert.X509Certificate read(Certificate files)
            throws IOException, GeneralSecurityException {
        try {
            var certificate = Pem.certificates(files.chain()).get(0);
            Pair.require(certificate, Pem.key(files.key()));
            return certificate;
        } catch (GeneralSecurityException e) {
            throw new CertificateException(
                    String.valueOf(e.getMessage())
                            .replace(" in " + files.chain(), "")
                            .replace(" in " + files.key(), "")
                            .replace("java.io.IOException: ", ""),
                    e);
        }
    }
}
