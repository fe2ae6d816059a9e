package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who came in at the pages by his password, and how long that holds. */
@ApplicationScoped
public class Admissions {
    /** However busy he is: a page that is left open must not stay open for ever. */
    private static final Duration LONGEST = Duration.ofHours(12);

    @Inject
    private AccountStore accounts;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /** That somebody proved who he is. It says nothing about what he may: that is asked for each time. */
    public record Pass(Jid jid, List<ScramVerifier> verifiers, Instant issued) {
        public Pass {
            verifiers = List.copyOf(verifiers);
        }
    }

    /**
     * Empty for those who govern nothing.
     *
     * @param account whose password was right
     */
    public Optional<Pass> admit(Account account, String address) {
        if (account.role() == Role.USER) {
            return Optional.empty();
        }
        chronicle.note(new Actor(account.jid(), account.role(), true, address), Deed.of("pages.enter", account.jid()));
        return Optional.of(new Pass(account.jid(), account.verifiers(), clock.instant()));
    }

    /** What he is now; empty when the pass is too old, or its owner may not come in any more, or has another password. */
    public Optional<Actor> recognize(Pass pass, String address) {
        var now = clock.instant();
        if (!now.isBefore(pass.issued().plus(LONGEST))) {
            return Optional.empty();
        }
        return accounts.find(pass.jid())
                .filter(account -> account.role() != Role.USER
                        && !account.lock().closed(now)
                        && account.verifiers().equals(pass.verifiers()))
                .map(account -> new Actor(account.jid(), account.role(), true, address));
    }
}
