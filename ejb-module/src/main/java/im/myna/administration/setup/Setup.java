package im.myna.administration.setup;

import im.myna.adjustment.Adapter;
import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.administration.heritage.Inheritance;
import im.myna.administration.heritage.OwnersFolder;
import im.myna.administration.server.Shutdown;
import im.myna.administration.setup.Plan.Admin;
import im.myna.administration.setup.Plan.Pem;
import im.myna.administration.setup.WrongChoiceException.Fault;
import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.sasl.ScramVerifier;
import im.myna.settings.AdapterMXBean;
import im.myna.settings.Setting;
import im.myna.settings.Settings;
import im.myna.settings.Sources;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Search;
import im.myna.store.inventory.Candidate;
import im.myna.store.inventory.Trial;
import im.myna.store.inventory.TrialException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The first visit to a server that nobody told anything: checks each choice, and writes down all of them. */
@ApplicationScoped
public class Setup {
    /** Never made without a domain that was chosen; the launcher reads it when the server starts (ADR 0120). */
    private static final String FILE = "setup.properties";

    @Inject
    private Sources sources;

    @Inject
    private Settings settings;

    @Inject
    private AccountStore accounts;

    @Inject
    private Adapter adapter;

    @Inject
    private Shutdown shutdown;

    @Inject
    private Chronicle chronicle;

    /** Once it is over, it stays so. */
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * What is left to do.
     *
     * @param restarts whether the server begins anew by itself
     * @param told what was written for its next start, by the key of the setting, without the password; on an application server
     *     its owner has to set that
     */
    public record Outcome(boolean restarts, Map<String, String> told) {
        public Outcome {
            told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
        }
    }

    /** Whether nothing is configured, and nobody is here but the first administrator. */
    public boolean isOpen() {
        if (over.get()) {
            return false;
        }
        boolean open = !isTold(Setting.DOMAIN)
                && !isTold(Setting.DB_URL)
                && accounts.count(Search.in(settings.domains().get(0))) <= 1;
        if (!open) {
            over.set(true);
        }
        return open;
    }

    /** Whether the server finds what is written down, and begins anew by itself. */
    public boolean restarts() {
        return shutdown.canRestart();
    }

    /** Whether the settings say where the certificate is, so that none is chosen. */
    public boolean certificateIsTold() {
        return isTold(Setting.TLS_CERTIFICATE);
    }

    private boolean isTold(Setting setting) {
        return sources.values().apply(setting.key()).isPresent()
                && !sources.origins().apply(setting.key()).isEmpty();
    }

    /** @return the name as it is written in addresses */
    public String domain(Actor actor, String typed) {
        mayChoose(actor);
        try {
            var domain = Jid.of("", typed.strip(), "").domain();
            if (typed.contains(",")) {
                throw new MalformedJidException("it is one name");
            }
            return domain;
        } catch (MalformedJidException e) {
            throw new WrongChoiceException(Fault.DOMAIN, "domain", "'" + typed.strip() + "': " + e.getMessage());
        }
    }

    public void certificate(Actor actor, String domain, Pem pem) {
        mayChoose(actor);
        if (pem.isSelfSigned()) {
            return;
        }
        if (certificateIsTold()) {
            throw new WrongChoiceException(
                    Fault.CERTIFICATE_TOLD, "chain", "the settings say where the certificate is");
        }
        try {
            ear().check(domain, pem.chain(), pem.key());
        } catch (IllegalArgumentException | IOException e) {
            throw new WrongChoiceException(Fault.CERTIFICATE, "chain", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Tries it.
     *
     * @throws TrialException when it is none for a server
     */
    public Trial.Finding database(Actor actor, Candidate candidate) {
        mayChoose(actor);
        return Trial.of(candidate);
    }

    /** @return the address that it makes */
    public Jid account(Actor actor, String domain, Admin admin) {
        mayChoose(actor);
        Jid jid;
        try {
            jid = Jid.of(admin.name().strip(), domain, "");
        } catch (MalformedJidException e) {
            throw new WrongChoiceException(Fault.NAME, "name", e.getMessage());
        }
        if (jid.local().isEmpty()) {
            throw new WrongChoiceException(Fault.NAME, "name", "it is empty");
        }
        Strength.require(admin.password(), jid.local(), domain);
        return jid;
    }

    /** Checks all of it once more, writes it down and, where that is possible, lets the server begin anew with it. */
    public Outcome finish(Actor actor, Plan plan) {
        var domain = domain(actor, plan.domain());
        certificate(actor, domain, plan.certificate());
        if (!plan.database().isFile()) {
            database(actor, plan.database());
        }
        var admin = account(actor, domain, plan.admin());
        if (over.getAndSet(true)) {
            throw closed();
        }
        var told = told(domain, plan.database());
        try {
            write(plan, domain, admin, told);
        } catch (IOException e) {
            over.set(false);
            throw new UncheckedIOException("what was chosen cannot be kept", e);
        }
        chronicle.note(actor, Deed.of("server.setup", admin).to(plan.database().toString()));
        told.remove(Setting.DB_PASSWORD.key());
        boolean restarts = restarts();
        if (restarts) {
            shutdown.restart(actor);
        }
        return new Outcome(restarts, told);
    }

    private void write(Plan plan, String domain, Jid admin, Map<String, String> told) throws IOException {
        var folder = new OwnersFolder(settings.data());
        if (!plan.certificate().isSelfSigned()) {
            ear().keep(domain, plan.certificate().chain(), plan.certificate().key());
        }
        var first = Jid.of("admin", settings.domains().get(0), "");
        var former = plan.database().isFile() && accounts.exists(first) ? first : admin;
        var verifiers =
                ScramVerifier.all(plan.admin().password(), settings.login().iterations());
        folder.replace(Inheritance.FILE, new Inheritance(admin, verifiers, former).text());
        // The last: without it all the rest counts for nothing.
        if (shutdown.isPossible()) {
            folder.replace(FILE, SettingsText.of(told));
        }
    }

    private static Map<String, String> told(String domain, Candidate database) {
        var told = new LinkedHashMap<String, String>();
        told.put(Setting.DOMAIN.key(), domain);
        if (!database.isFile()) {
            told.put(Setting.DB_URL.key(), database.url());
            told.put(Setting.DB_USER.key(), database.user());
            told.put(Setting.DB_PASSWORD.key(), database.password());
        }
        return told;
    }

    private AdapterMXBean ear() {
        return adapter.ears().stream()
                .findFirst()
                .orElseThrow(() -> new WrongChoiceException(
                        Fault.CERTIFICATE, "chain", "there are no ports that would show a certificate"));
    }

    private void mayChoose(Actor actor) {
        actor.mustGovernAll();
        if (!isOpen()) {
            throw closed();
        }
    }

    private static RefusedException closed() {
        return new RefusedException(Reason.CONFLICT, "this server is set up already");
    }
}
