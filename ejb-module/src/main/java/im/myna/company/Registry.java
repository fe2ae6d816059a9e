package im.myna.company;

import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.directory.Person;
import im.myna.directory.Verdict.Power;
import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import im.myna.store.directory.KeptPerson;
import im.myna.store.directory.KeptPerson.State;
import im.myna.store.directory.PeopleStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes accounts for people whom a directory knows, and keeps them as it says. */
@ApplicationScoped
public class Registry {
    @Inject
    private AccountStore accounts;

    @Inject
    private PeopleStore people;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /** The account that somebody would have; empty when his name cannot be a localpart (RFC 7622, 3.3). */
    static Optional<Jid> account(Person person, String domain) {
        try {
            return Optional.of(Jid.of(person.username(), domain, "")).filter(jid -> !jid.isDomain());
        } catch (MalformedJidException e) {
            return Optional.empty();
        }
    }

    /** Who acts where nobody does. */
    static Actor directory(String domain) {
        return new Actor(Jid.of(domain), Role.ADMIN, true, "directory");
    }

    /**
     * Somebody is in the directory.
     *
     * @param power what its groups give; empty when it has no say in that
     * @return false when that is an account which has a password here
     */
    @Transactional
    public boolean isHere(String directory, Jid jid, Person person, Optional<Power> power) {
        var account = accounts.find(jid);
        if (account.filter(known -> !known.verifiers().isEmpty()).isPresent()) {
            return false;
        }
        var role = power.map(Registry::role);
        if (account.isEmpty()) {
            add(jid, role.orElse(Role.USER));
        }
        account.filter(known -> role.isPresent() && known.role() != role.get())
                .ifPresent(known -> change(known, role.get()));
        var before = people.find(jid);
        before.filter(KeptPerson::closed).ifPresent(known -> accounts.changeLock(jid, Lock.NONE));
        var after = new KeptPerson(jid, directory, person.dn(), person.name(), person.mail(), State.HERE, false);
        if (!before.equals(Optional.of(after))) {
            people.put(after);
        }
        return true;
    }

    /**
     * Somebody may not log in any more, or is not there any more.
     *
     * @return false when that was known
     */
    @Transactional
    public boolean isAway(KeptPerson person, State state) {
        if (person.state() == state) {
            return false;
        }
        var lock = accounts.find(person.account()).map(Account::lock).orElse(Lock.NONE);
        boolean closes = person.closed() || !lock.disabled();
        if (!lock.disabled()) {
            accounts.changeLock(person.account(), new Lock(true, Instant.EPOCH));
            chronicle.note(
                    directory(person.account().domain()),
                    Deed.of("user.lock", person.account()).to("directory=" + state));
        }
        people.put(person.in(state, closes));
        return true;
    }

    private void add(Jid jid, Role role) {
        if (accounts.add(new Account(jid, role, List.of(), clock.instant()))) {
            chronicle.note(directory(jid.domain()), Deed.of("user.add", jid).to("role=" + role));
        }
    }

    private void change(Account account, Role role) {
        accounts.changeRole(account.jid(), role);
        chronicle.note(
                directory(account.jid().domain()),
                Deed.of("user.role", account.jid())
                        .from("role=" + account.role())
                        .to("role=" + role));
    }

    private static Role role(Power power) {
        return switch (power) {
            case ADMIN -> Role.ADMIN;
            case DOMAIN_ADMIN -> Role.DOMAIN_ADMIN;
            case AUDITOR -> Role.AUDITOR;
            case NONE -> Role.USER;
        };
    }
}
