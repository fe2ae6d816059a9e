package im.myna.administration.server;

import im.myna.administration.Actor;
import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.settings.Settings;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the owner of a server should see to. */
@ApplicationScoped
public class Cautions {
    private static final System.Logger LOG = System.getLogger(Cautions.class.getName());
    private static final Duration SOON = Duration.ofDays(14);
    private static final String TOLD = ", password ";

    /** What it is about. */
    public enum Kind {
        /** The subject is a domain, whose certificate ends soon or has ended. */
        CERTIFICATE,
        /** The subject is an account, whose password is still the one that stands in a file. */
        PASSWORD,
        /** All lies in a file that only one server can use: good for trying out. */
        DATABASE
    }

    /** One thing to see to. */
    public record Caution(Kind kind, String subject) {}

    private record Judged(List<ScramVerifier> verifiers, boolean first) {}

    @Inject
    private Settings settings;

    @Inject
    private Certificates certificates;

    @Inject
    private AccountStore accounts;

    @Inject
    private Clock clock;

    /** To check a password takes a tenth of a second; the answer holds until there is another one. */
    private volatile Judged judged = new Judged(List.of(), false);

    public List<Caution> list(Actor actor) {
        actor.mustSeeAll();
        var found = new ArrayList<Caution>();
        var limit = clock.instant().plus(SOON);
        certificates.list(actor).stream()
                .filter(shown -> shown.ends().isBefore(limit))
                .forEach(shown -> found.add(new Caution(Kind.CERTIFICATE, shown.domain())));
        var first = Jid.of("admin", settings.domains().get(0), "");
        accounts.find(first)
                .filter(this::hasFirstPassword)
                .ifPresent(account -> found.add(new Caution(Kind.PASSWORD, first.toString())));
        if (settings.database().url().startsWith("jdbc:h2:")) {
            found.add(new Caution(Kind.DATABASE, "H2"));
        }
        return found;
    }

    private boolean hasFirstPassword(Account account) {
        var known = judged;
        if (!known.verifiers().equals(account.verifiers())) {
            var password = settings.adminPassword().isEmpty() ? told() : settings.adminPassword();
            boolean first = !password.isEmpty()
                    && account.verifiers().stream().limit(1).anyMatch(verifier -> verifier.matches(password));
            known = new Judged(account.verifiers(), first);
            judged = known;
        }
        return known.first();
    }

    /** What was written down for the owner when the first account was made; empty when he has removed it. */
    private String told() {
        var file = settings.data().resolve("first-password");
        try {
            if (Files.isReadable(file)) {
                var text = Files.readString(file).strip();
                int at = text.indexOf(TOLD);
                return at < 0 ? "" : text.substring(at + TOLD.length());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "event=file-unreadable file={0} reason={1}", file, e.getMessage());
        }
        return "";
    }
}
