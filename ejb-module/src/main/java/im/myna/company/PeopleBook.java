package im.myna.company;

import im.myna.directory.Person;
import im.myna.directory.Verdict.Power;
import im.myna.jid.Jid;
import im.myna.session.Expulsions;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import im.myna.store.account.Search;
import im.myna.store.directory.KeptPerson;
import im.myna.store.directory.KeptPerson.State;
import im.myna.store.directory.PeopleStore;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings the accounts of a domain in step with a directory. */
@ApplicationScoped
public class PeopleBook {
    private static final Set<Role> GOVERNING = Set.of(Role.ADMIN, Role.DOMAIN_ADMIN, Role.AUDITOR);
    /** Of a domain; who has more of them has another problem. */
    private static final int GOVERNORS = 10_000;

    @Inject
    private PeopleStore people;

    @Inject
    private AccountStore accounts;

    @Inject
    private Registry registry;

    @Inject
    private Expulsions expulsions;

    /** Accounts of those who are there, by DN. */
    Map<String, Jid> follow(Branch branch, String domain, Snapshot snapshot, Report report) {
        var name = branch.notion().name();
        var known =
                people.all(name, domain).stream().collect(Collectors.toMap(KeptPerson::account, Function.identity()));
        var there = named(domain, snapshot, report);
        var governing = accounts.page(Search.in(domain).roles(GOVERNING), "", GOVERNORS).stream()
                .map(Account::jid)
                .collect(Collectors.toSet());
        var found = new HashMap<String, Jid>();
        there.forEach((jid, person) -> {
            if (snapshot.disabled().contains(person.dn())) {
                leaves(branch, known, jid, State.DISABLED);
            } else if (isAsKnown(known.get(jid), person, snapshot, governing.contains(jid))
                    || registry.isHere(name, jid, person, snapshot.power(person))) {
                found.put(person.dn(), jid);
            } else {
                report.skip(jid.toString(), "this account has a password here");
            }
        });
        known.keySet().stream()
                .filter(jid -> !there.containsKey(jid))
                .forEach(jid -> leaves(branch, known, jid, State.GONE));
        report.people(found.size());
        return found;
    }

    /** One person for each address; names that cannot be one, and those that several have, are nobody's. */
    private static Map<Jid, Person> named(String domain, Snapshot snapshot, Report report) {
        var named = new HashMap<Jid, Person>();
        var twice = new HashSet<Jid>();
        for (var person : snapshot.people()) {
            var account = Registry.account(person, domain);
            if (account.isEmpty()) {
                report.skip(person.dn(), "'" + person.username() + "' cannot be a user's name (RFC 7622)");
            } else if (twice.contains(account.get()) || named.putIfAbsent(account.get(), person) != null) {
                report.skip(person.dn(), "several are " + account.get());
                twice.add(account.get());
            }
        }
        twice.forEach(named::remove);
        return named;
    }

    private static boolean isAsKnown(KeptPerson known, Person person, Snapshot snapshot, boolean governs) {
        boolean power = snapshot.power(person).map(now -> now != Power.NONE).orElse(false);
        // Which role it is exactly is looked at where there is one, or was.
        return known != null
                && known.state() == State.HERE
                && known.dn().equals(person.dn())
                && known.name().equals(person.name())
                && known.mail().equals(person.mail())
                && !power
                && (!governs || snapshot.powers().isEmpty());
    }

    private void leaves(Branch branch, Map<Jid, KeptPerson> known, Jid jid, State state) {
        branch.cache().forget(jid);
        if (known.containsKey(jid) && registry.isAway(known.get(jid), state)) {
            expulsions.expel(jid, new StreamException(StreamCondition.POLICY_VIOLATION, "this account is closed"));
        }
    }
}
