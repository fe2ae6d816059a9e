package im.myna.administration;

import im.myna.jid.Jid;
import im.myna.settings.LiveSettings;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets for the owner of the machine, who needs no password: for a command, and soon forgotten. At most {@value #MOST}. */
@ApplicationScoped
public class Passes {
    /** What every one of them begins with. */
    private static final String PREFIX = "pass_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int MOST = 100;
    private static final Duration LASTS = Duration.ofMinutes(15);

    // By secret, the oldest first; who uses it holds its lock.
    private final Map<String, Pass> passes = new LinkedHashMap<>();

    @Inject
    private AccountStore accounts;

    @Inject
    private LiveSettings settings;

    @Inject
    private Clock clock;

    private record Pass(Jid holder, Instant expires) {}

    /** Who the owner is, where it is said who did something: the main domain, with the role of an administrator. */
    public Actor owner(String address) {
        return new Actor(Jid.of(settings.now().domains().get(0)), Role.ADMIN, true, address);
    }

    /** For the owner himself. */
    public String issue() {
        return issue(Jid.of(settings.now().domains().get(0)));
    }

    /** For the owner, who does what this account may do, as that account. */
    public String as(Jid account) {
        if (account.local().isEmpty() || accounts.find(account).isEmpty()) {
            throw new RefusedException(RefusedException.Reason.NOT_FOUND, "there is no account " + account);
        }
        return issue(account);
    }

    private String issue(Jid holder) {
        var random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var now = clock.instant();
        synchronized (passes) {
            passes.values().removeIf(pass -> !pass.expires().isAfter(now));
            passes.put(secret, new Pass(holder, now.plus(LASTS)));
            while (passes.size() > MOST) {
                passes.remove(passes.keySet().iterator().next());
            }
        }
        return secret;
    }

    /** Who brings that secret from there; empty when it is none, or not any more. */
    public Optional<Actor> bearer(String secret, String address) {
        Pass pass;
        synchronized (passes) {
            pass = passes.get(secret);
        }
        if (pass == null || !pass.expires().isAfter(clock.instant())) {
            return Optional.empty();
        }
        return pass.holder().isDomain()
                ? Optional.of(owner(address))
                : accounts.find(pass.holder()).map(account -> new Actor(account.jid(), account.role(), true, address));
    }
}
