package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.routing.Reaction;
import im.myna.routing.Removal;
import im.myna.routing.Router;
import im.myna.sasl.ScramVerifier;
import im.myna.session.Expulsions;
import im.myna.settings.LiveSettings;
import im.myna.settings.Settings;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import im.myna.store.account.Search;
import im.myna.store.directory.PeopleStore;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The accounts, for those who govern them. */
@ApplicationScoped
public class Users {
    @Inject
    private AccountStore accounts;

    @Inject
    private PeopleStore people;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Removal removal;

    @Inject
    private Router router;

    @Inject
    private Expulsions expulsions;

    @Inject
    private Settings settings;

    @Inject
    private LiveSettings live;

    @Inject
    private Clock clock;

    /** The domains that he may look at. */
    public List<String> domains(Actor actor) {
        actor.mustSeeServer();
        return settings.domains().stream()
                .filter(domain -> actor.seesAll() || actor.jid().domain().equals(domain))
                .toList();
    }

    /**
     * In the order of names.
     *
     * @param after the localpart to go on behind, empty to begin
     */
    public List<Account> page(Actor actor, Search search, String after, int max) {
        mustSee(actor, search.domain());
        return accounts.page(search, after, max);
    }

    /** How many the search finds. */
    public long count(Actor actor, Search search) {
        mustSee(actor, search.domain());
        return accounts.count(search);
    }

    public Account find(Actor actor, Jid jid) {
        mustSee(actor, jid.domain());
        // An address with a resource is no account, though its rows would be found.
        return accounts.find(jid).filter(account -> account.jid().equals(jid)).orElseThrow(() -> missing(jid));
    }

    /** @throws RefusedException CONFLICT when there is one of that name */
    public Account add(Actor actor, Jid jid, String password, Role role) {
        actor.mustGovern(jid.domain());
        if (role != Role.USER) {
            actor.mustGovernAll();
        }
        if (jid.local().isEmpty() || jid.isFull() || !settings.domains().contains(jid.domain())) {
            throw new RefusedException(Reason.INVALID, "'" + jid + "' is no address of a user of this server");
        }
        var account = new Account(jid, role, verifiers(password), clock.instant());
        if (!isAdded(actor, account)) {
            throw new RefusedException(Reason.CONFLICT, "there is an account " + jid + " already");
        }
        return account;
    }

    private boolean isAdded(Actor actor, Account account) {
        var deed = Deed.of("user.add", account.jid()).to(role(account.role()));
        try {
            return chronicle.change(actor, deed, () -> accounts.add(account));
        } catch (TransactionalException e) {
            // A transaction cannot be committed in which somebody else was faster.
            if (accounts.exists(account.jid())) {
                return false;
            }
            throw e;
        }
    }

    public void changeRole(Actor actor, Jid jid, Role role) {
        var account = governed(actor, jid);
        if (account.role() == role) {
            return;
        }
        actor.mustGovernAll();
        mustBeAnother(actor, jid);
        var deed = Deed.of("user.role", jid).from(role(account.role())).to(role(role));
        done(jid, chronicle.change(actor, deed, () -> accounts.changeRole(jid, role)));
    }

    /** Whose account is closed by that is sent away. */
    public void changeLock(Actor actor, Jid jid, Lock lock) {
        var account = governed(actor, jid);
        if (account.lock().equals(lock)) {
            return;
        }
        mustBeAnother(actor, jid);
        var deed = Deed.of("user.lock", jid).from(words(account.lock())).to(words(lock));
        done(jid, chronicle.change(actor, deed, () -> accounts.changeLock(jid, lock)));
        if (lock.closed(clock.instant())) {
            expulsions.expel(jid, new StreamException(StreamCondition.POLICY_VIOLATION, "this account is closed"));
        }
    }

    /** Whoever is there with the old one has to come in again. */
    public void changePassword(Actor actor, Jid jid, String password) {
        governed(actor, jid);
        people.find(jid).ifPresent(person -> {
            throw new RefusedException(
                    Reason.CONFLICT, "the directory " + person.directory() + " has this password: it is changed there");
        });
        var verifiers = verifiers(password);
        done(
                jid,
                chronicle.change(actor, Deed.of("user.password", jid), () -> accounts.changeVerifiers(jid, verifiers)));
        // RFC 6120, 4.9.3.16: what the stream's trust was established with has been revoked.
        expulsions.expel(jid, new StreamException(StreamCondition.RESET, "the password was changed"));
    }

    /** With everything of theirs; their contacts are told. */
    public void remove(Actor actor, Jid jid) {
        var account = governed(actor, jid);
        mustBeAnother(actor, jid);
        chronicle.note(actor, Deed.of("user.remove", jid).from(role(account.role())));
        router.asked(removal.of(jid, Reaction.NONE)).run(true);
    }

    private Account governed(Actor actor, Jid jid) {
        actor.mustGovern(jid.domain());
        var account = find(actor, jid);
        actor.mustGovern(account);
        return account;
    }

    private void mustSee(Actor actor, String domain) {
        actor.mustSee(domain);
        if (!settings.domains().contains(domain)) {
            throw new RefusedException(Reason.NOT_FOUND, "there is nothing at " + domain);
        }
    }

    /** Nobody takes from himself what he needs to give it back. */
    private static void mustBeAnother(Actor actor, Jid jid) {
        if (actor.jid().equals(jid)) {
            throw new RefusedException(Reason.CONFLICT, "this is your own account");
        }
    }

    private static void done(Jid jid, boolean done) {
        if (!done) {
            throw missing(jid);
        }
    }

    private List<ScramVerifier> verifiers(String password) {
        try {
            if (!password.isEmpty()) {
                return ScramVerifier.all(password, live.now().login().iterations());
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.INVALID, "this password has characters that cannot be used");
        }
        throw new RefusedException(Reason.INVALID, "there must be a password");
    }

    private static String role(Role role) {
        return "role=" + role;
    }

    private static String words(Lock lock) {
        return "disabled=" + lock.disabled() + (lock.until().equals(Instant.EPOCH) ? "" : " until=" + lock.until());
    }

    private static RefusedException missing(Jid jid) {
        return new RefusedException(Reason.NOT_FOUND, "there is no account " + jid);
    }
}
