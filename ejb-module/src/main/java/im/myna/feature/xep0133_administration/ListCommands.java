package im.myna.feature.xep0133_administration;

import static im.myna.feature.xep0133_administration.Wording.command;
import static im.myna.feature.xep0133_administration.Wording.form;
import static im.myna.feature.xep0133_administration.Wording.result;
import static im.myna.feature.xep0133_administration.Wording.told;

import im.myna.administration.Actor.Power;
import im.myna.administration.Users;
import im.myna.administration.visit.Visits;
import im.myna.command.Caller;
import im.myna.command.Command;
import im.myna.command.Commands;
import im.myna.command.Outcome;
import im.myna.command.Outcome.Severity;
import im.myna.command.Stage;
import im.myna.command.Step;
import im.myna.form.Field;
import im.myna.form.FieldType;
import im.myna.jid.Jid;
import im.myna.store.account.Account;
import im.myna.store.account.Search;
import im.myna.store.account.Search.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Counts and lists the users of a domain. */
@ApplicationScoped
public class ListCommands implements Commands {
    /** Of one list, whatever was asked for. */
    private static final int MOST = 1000;

    private static final String UNLIMITED = "none";

    @Inject
    private Users users;

    @Inject
    private Visits visits;

    @Inject
    private Clock clock;

    /** Lists accounts in order, at most so many. */
    private interface Lister {
        List<Jid> list(Caller caller, int max);
    }

    @Override
    public List<Command> commands() {
        var all = new ArrayList<Command>();
        all.add(number("registered", caller -> count(caller, Search.in(caller.domain()))));
        all.add(number("disabled", caller -> count(caller, disabled(caller))));
        all.add(number("online", caller -> present(caller).size()));
        all.add(number("active", caller -> here(caller, true).size()));
        all.add(number("idle", caller -> here(caller, false).size()));
        all.add(list(
                "get-registered-users-list",
                "registered",
                (caller, max) -> page(caller, Search.in(caller.domain()), max)));
        all.add(list("get-disabled-users-list", "disabled", (caller, max) -> page(caller, disabled(caller), max)));
        all.add(list(
                "get-online-users-list",
                "online",
                (caller, max) -> List.copyOf(present(caller).keySet())));
        all.add(list("get-active-users", "active", (caller, max) -> here(caller, true)));
        all.add(list("get-idle-users", "idle", (caller, max) -> here(caller, false)));
        return all;
    }

    /** XEP-0133, 4.13 to 4.17. */
    private static Command number(String which, ToLongFunction<Caller> counter) {
        return command(
                "get-" + which + "-users-num",
                "Count " + which + " users",
                Power.SEE,
                caller -> Outcome.told(
                        result(Field.of(which + "usersnum", FieldType.TEXT_SINGLE, "How many users are " + which)
                                        .text(String.valueOf(counter.applyAsLong(caller))))
                                .element()));
    }

    /** 4.18 to 4.22. */
    private static Command list(String name, String which, Lister lister) {
        return command(name, "List " + which + " users", Power.SEE, caller -> ask(caller, which, lister));
    }

    private static Step ask(Caller caller, String which, Lister lister) {
        var most = Field.of("max_items", FieldType.LIST_SINGLE, "How many at most")
                .text("100")
                .option("25", "25")
                .option("50", "50")
                .option("75", "75")
                .option("100", "100")
                .option("150", "150")
                .option("200", "200")
                .option(UNLIMITED, "As many as possible");
        var form = form("List " + which + " users", "Those of " + caller.domain() + ".", most);
        return Stage.last(form, answers -> {
            var said = answers.text("max_items");
            int max = said.isEmpty() || said.equals(UNLIMITED) ? MOST : Integer.parseInt(said);
            return listed(which, lister.list(caller, max + 1), max);
        });
    }

    private static Outcome listed(String which, List<Jid> found, int max) {
        var shown = found.subList(0, Math.min(max, found.size()));
        var outcome =
                Outcome.told(result(told(which + "userjids", FieldType.JID_MULTI, "Users that are " + which, shown))
                        .element());
        return found.size() > max ? outcome.note(Severity.WARN, "there are more than these " + max) : outcome;
    }

    private long count(Caller caller, Search search) {
        return users.count(caller.actor(), search);
    }

    private List<Jid> page(Caller caller, Search search, int max) {
        return users.page(caller.actor(), search, "", max).stream()
                .map(Account::jid)
                .toList();
    }

    private Search disabled(Caller caller) {
        return Search.in(caller.domain()).standing(Standing.CLOSED, clock.instant());
    }

    private Map<Jid, Boolean> present(Caller caller) {
        return visits.accounts(caller.actor(), caller.domain());
    }

    /** Online is active or idle: "away" and those who are not available are idle. */
    private List<Jid> here(Caller caller, boolean active) {
        return present(caller).entrySet().stream()
                .filter(entry -> entry.getValue() == active)
                .map(Map.Entry::getKey)
                .toList();
    }
}
