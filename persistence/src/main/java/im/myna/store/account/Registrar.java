package im.myna.store.account;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.sasl.ScramVerifier;
import im.myna.settings.Settings;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Does with accounts what the owner of the server says, in words: {@code add juliet@im.example.com}. */
public final class Registrar {
    private static final int PAGE = 100;
    /** RFC 3339 has four digits for the year. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final AccountStore accounts;
    private final Settings settings;
    private final Clock clock;
    private final Predicate<Jid> remover;
    private final BiConsumer<Jid, StreamException> expeller;

    /**
     * Keeps these accounts.
     *
     * @param remover removes an account with all that belongs to it; false when there is none
     * @param expeller ends the sessions of an account, where there are any
     */
    public Registrar(
            AccountStore accounts,
            Settings settings,
            Clock clock,
            Predicate<Jid> remover,
            BiConsumer<Jid, StreamException> expeller) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
        this.remover = remover;
        this.expeller = expeller;
    }

    /** What can be said, for people. */
    public static List<String> orders() {
        return List.of(
                "add JID",
                "add-admin JID",
                "passwd JID",
                "lock JID [UNTIL]",
                "unlock JID",
                "role JID ROLE",
                "delete JID",
                "list [DOMAIN]");
    }

    /** True for an order that goes with a password. */
    public static boolean needsPassword(String order) {
        return order.startsWith("add") || order.startsWith("passwd");
    }

    /**
     * Carries an order out. It may block.
     *
     * @param password empty where none is needed
     * @param answer hears each line of the answer
     * @throws IllegalArgumentException when it cannot be carried out; the message says why
     */
    public void carryOut(String order, String password, Consumer<String> answer) {
        var words = order.strip().split("\\s+", 2);
        var subject = words.length == 2 ? words[1] : "";
        switch (words[0]) {
            case "add" -> answer.accept(add(account(subject), Role.USER, password));
            case "add-admin" -> answer.accept(add(account(subject), Role.ADMIN, password));
            case "passwd" -> answer.accept(change(account(subject), password));
            case "lock" -> answer.accept(lock(subject.split("\\s+", 2)));
            case "unlock" -> answer.accept(lock(account(subject), Lock.NONE));
            case "role" -> answer.accept(role(subject.split("\\s+", 2)));
            case "delete" -> answer.accept(delete(account(subject)));
            case "list" -> list(subject, answer);
            default ->
                throw new IllegalArgumentException(
                        "'" + words[0] + "' is no order; there are " + String.join(", ", orders()));
        }
    }

    private String add(Jid account, Role role, String password) {
        if (!accounts.add(new Account(account, role, verifiers(password), clock.instant()))) {
            throw new IllegalArgumentException("there is an account " + account + " already");
        }
        return "added " + account + (role == Role.ADMIN ? ", an administrator" : "");
    }

    private String change(Jid account, String password) {
        if (!accounts.changeVerifiers(account, verifiers(password))) {
            throw missing(account);
        }
        // RFC 6120, 4.9.3.16: what the stream was secured by is not valid any more.
        expeller.accept(account, new StreamException(StreamCondition.RESET, "the password was changed"));
        return "changed the password of " + account;
    }

    private String lock(String[] words) {
        return lock(
                account(words[0]),
                words.length == 2 ? new Lock(false, future(words[1])) : new Lock(true, Instant.EPOCH));
    }

    private String lock(Jid account, Lock lock) {
        if (!accounts.changeLock(account, lock)) {
            throw missing(account);
        }
        if (lock.equals(Lock.NONE)) {
            return "unlocked " + account;
        }
        expeller.accept(
                account, new StreamException(StreamCondition.POLICY_VIOLATION, "the account is " + state(lock)));
        return "locked " + account + (lock.disabled() ? "" : " until " + lock.until());
    }

    private String role(String[] words) {
        var account = account(words[0]);
        var roles = Arrays.stream(Role.values()).collect(Collectors.toMap(Registrar::word, role -> role));
        var role = words.length == 2 ? roles.get(words[1]) : null;
        if (role == null) {
            throw new IllegalArgumentException("a role is one of " + String.join(", ", new TreeSet<>(roles.keySet())));
        }
        if (!accounts.changeRole(account, role)) {
            throw missing(account);
        }
        return "made " + account + " " + word(role);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Instant future(String said) {
        try {
            var time = OffsetDateTime.parse(said).toInstant();
            if (!time.isAfter(clock.instant()) || time.isAfter(LATEST)) {
                throw new IllegalArgumentException(said + " is no time in the future");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + said + "' is no time such as 2030-12-31T18:00:00Z", e);
        }
    }

    private String delete(Jid account) {
        if (!remover.test(account)) {
            throw missing(account);
        }
        return "deleted " + account;
    }

    private void list(String domain, Consumer<String> answer) {
        for (var each : domain.isEmpty()
                ? settings.domains()
                : List.of(served(domain, "", domain).domain())) {
            var page = accounts.page(Search.in(each), "", PAGE);
            while (!page.isEmpty()) {
                page.forEach(account -> answer.accept(line(account)));
                page = accounts.page(
                        Search.in(each), page.get(page.size() - 1).jid().local(), PAGE);
            }
        }
    }

    private String line(Account account) {
        var remarks = new StringJoiner(", ", "  ", "").setEmptyValue("");
        switch (account.role()) {
            case USER -> {}
            case AUDITOR -> remarks.add("auditor");
            case DOMAIN_ADMIN -> remarks.add("domain administrator");
            case ADMIN -> remarks.add("administrator");
        }
        if (account.lock().closed(clock.instant())) {
            remarks.add(state(account.lock()));
        }
        return account.jid() + remarks.toString();
    }

    private static String state(Lock lock) {
        return lock.disabled() ? "disabled" : "locked until " + lock.until();
    }

    private Jid account(String subject) {
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("whose account? A JID is missing");
        }
        int at = subject.indexOf('@');
        if (at == 0) {
            throw new IllegalArgumentException("'" + subject + "' has no name before the @");
        }
        var local = at < 0 ? subject : subject.substring(0, at);
        return served(subject, local, at < 0 ? settings.domains().get(0) : subject.substring(at + 1));
    }

    private Jid served(String said, String local, String domain) {
        try {
            var jid = Jid.of(local, domain, "");
            if (!settings.domains().contains(jid.domain())) {
                throw new IllegalArgumentException(
                        domain + " is no domain of this server; it has " + String.join(", ", settings.domains()));
            }
            return jid;
        } catch (MalformedJidException e) {
            throw new IllegalArgumentException("'" + said + "' is no address: " + e.getMessage(), e);
        }
    }

    private List<ScramVerifier> verifiers(String password) {
        return ScramVerifier.all(password, settings.login().iterations());
    }

    private static IllegalArgumentException missing(Jid account) {
        return new IllegalArgumentException("there is no account " + account);
    }
}
