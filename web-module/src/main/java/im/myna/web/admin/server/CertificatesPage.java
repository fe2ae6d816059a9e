package im.myna.web.admin.server;

import im.myna.administration.Users;
import im.myna.administration.server.Certificates;
import im.myna.administration.server.Certificates.Shown;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows the certificates, and takes others. */
@Named
@RequestScoped
public class CertificatesPage {
    private static final Duration SOON = Duration.ofDays(14);

    @Inject
    private Certificates certificates;

    @Inject
    private Users users;

    @Inject
    private Viewer viewer;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    private String domain = "";
    private String chain = "";
    private String privateKey = "";

    public List<Shown> list() {
        return certificates.list(viewer.actor());
    }

    /** "good", "warn" when it ends soon, "bad" when it has ended. */
    public String state(Shown shown) {
        var now = Instant.now();
        if (shown.ends().isBefore(now)) {
            return "bad";
        }
        return shown.ends().isBefore(now.plus(SOON)) ? "warn" : "good";
    }

    public boolean coverHttps() {
        return certificates.coverHttps();
    }

    public List<String> domains() {
        return users.domains(viewer.actor());
    }

    public void install() {
        if (deeds.does(
                () -> certificates.install(viewer.actor(), domain, chain, privateKey),
                () -> phrases.of("certificates.installed", domain))) {
            chain = "";
        }
        privateKey = "";
    }

    public void renew() {
        deeds.does(() -> certificates.renew(viewer.actor()), () -> phrases.of("certificates.renewed"));
    }

    // Faces asks for properties by these names.

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getChain() {
        return chain;
    }

    public void setChain(String chain) {
        this.chain = chain;
    }

    /** Is never shown again. */
    public String getPrivateKey() {
        return "";
    }

    public void setPrivateKey(String privateKey) {
        this.privateKey = privateKey;
    }
}
