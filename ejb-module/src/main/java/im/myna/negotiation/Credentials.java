package im.myna.negotiation;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.negotiation.Elsewhere.Answer;
import im.myna.sasl.Decoys;
import im.myna.sasl.SaslCondition;
import im.myna.sasl.SaslException;
import im.myna.sasl.ScramHash;
import im.myna.sasl.ScramVerifier;
import im.myna.settings.Settings;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Lock;
import im.myna.store.secret.SecretStore;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What proves that somebody is who he says. Reads the database, and for a name that nobody has it does the same work as for one that
 * somebody has.
 */
@ApplicationScoped
public class Credentials {
    private static final System.Logger LOG = System.getLogger(Credentials.class.getName());
    private static final int SECRET_BYTES = 32;

    /** Hashing a password keeps a processor busy for milliseconds: no more at a time than there are. */
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());

    @Inject
    private AccountStore accounts;

    @Inject
    private SecretStore secrets;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<Elsewhere> others;

    private Decoys decoys;
    private List<Elsewhere> keepers;

    /** What somebody says of himself. */
    record Claim(Jid account, String name) {
        static final Claim NONE = new Claim(Jid.NONE, "");

        /** The account is {@link Jid#NONE} when no account can have that name; even then the name is one. */
        static Claim of(String domain, String username) {
            try {
                var account = Jid.of(username, domain, "");
                if (!account.isDomain()) {
                    return new Claim(account, account.toString());
                }
            } catch (MalformedJidException e) {
                LOG.log(Level.DEBUG, "no account can have that name: {0}", e.getMessage());
            }
            return new Claim(Jid.NONE, username + '@' + domain);
        }
    }

    /** What proves the password of a name, and what keeps out who has proved it. */
    record Known(ScramVerifier verifier, Lock lock) {}

    /** Whether a password is the right one. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** Ask again in a while. */
        BUSY
    }

    @PostConstruct
    void prepare() {
        keepers = others.stream().toList();
        decoys = new Decoys(
                secrets.secret("decoys", SECRET_BYTES), settings.login().iterations());
    }

    /** What is known of the account, or a verifier that nothing fits. */
    Known known(Claim claim, ScramHash hash) {
        var decoy = decoys.verifier(hash, claim.name());
        var account = find(claim);
        var verifier = account.flatMap(found -> found.verifiers().stream()
                        .filter(each -> each.hash().equals(hash.title()))
                        .findFirst())
                .orElse(decoy);
        return new Known(verifier, account.map(Account::lock).orElse(Lock.NONE));
    }

    /**
     * Lets in whoever has proved to be the account that has that lock.
     *
     * @throws SaslException account-disabled
     */
    void admit(Lock lock) {
        if (lock.closed(clock.instant())) {
            // RFC 6120, 6.5.1
            throw new SaslException(
                    SaslCondition.ACCOUNT_DISABLED,
                    lock.disabled() ? "" : "this account is locked until " + lock.until());
        }
    }

    /** Asks where the password is kept; empty when that is here, or nowhere. */
    Optional<CompletableFuture<Supplier<Answer>>> elsewhere(Claim claim, String password) {
        var keeper = keepers.stream()
                .filter(other -> other.serves(claim.account().domain()))
                .findFirst();
        if (claim.account().isNone() || keeper.isEmpty() || hasOne(claim)) {
            return Optional.empty();
        }
        return keeper.map(other -> other.ask(claim.account(), password));
    }

    private boolean hasOne(Claim claim) {
        return find(claim).filter(account -> !account.verifiers().isEmpty()).isPresent();
    }

    /**
     * Lets in whoever has the right one.
     *
     * @throws SaslException otherwise
     */
    void judge(Claim claim, Answer answer) {
        switch (answer) {
            case RIGHT -> admit(find(claim).map(Account::lock).orElse(Lock.NONE));
            case WRONG -> throw new SaslException(SaslCondition.NOT_AUTHORIZED);
            case DISABLED -> throw new SaslException(SaslCondition.ACCOUNT_DISABLED);
            case EXPIRED -> throw new SaslException(SaslCondition.CREDENTIALS_EXPIRED);
            case LOCKED ->
                throw new SaslException(SaslCondition.ACCOUNT_DISABLED, "this account is locked for a while");
            case AWAY -> throw new SaslException(SaslCondition.TEMPORARY_AUTH_FAILURE);
        }
    }

    /** @throws SaslException account-disabled, if the password is the right one */
    Verdict check(Claim claim, String password) {
        if (!processors.tryAcquire()) {
            return Verdict.BUSY;
        }
        try {
            var known = known(claim, ScramHash.SHA_256);
            if (!known.verifier().matches(password)) {
                return Verdict.WRONG;
            }
            admit(known.lock());
            return Verdict.RIGHT;
        } finally {
            processors.release();
        }
    }

    /** Of an account that was proved otherwise; empty when there is no such account. */
    Optional<Lock> lock(Jid account) {
        return asked(account, accounts::find).map(Account::lock);
    }

    private Optional<Account> find(Claim claim) {
        return claim.account().isNone() ? Optional.empty() : asked(claim.account(), accounts::find);
    }

    private static <T> T asked(Jid account, Function<Jid, T> question) {
        try {
            return question.apply(account);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "no answer about account=" + account, e);
            throw new SaslException(SaslCondition.TEMPORARY_AUTH_FAILURE);
        }
    }
}
