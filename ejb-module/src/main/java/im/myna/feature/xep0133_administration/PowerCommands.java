package im.myna.feature.xep0133_administration;

import static im.myna.feature.xep0133_administration.Wording.command;
import static im.myna.feature.xep0133_administration.Wording.form;

import im.myna.administration.Actor;
import im.myna.administration.Actor.Power;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.administration.Users;
import im.myna.command.Caller;
import im.myna.command.Command;
import im.myna.command.Commands;
import im.myna.command.Outcome;
import im.myna.command.Stage;
import im.myna.command.Step;
import im.myna.form.Answers;
import im.myna.form.Field;
import im.myna.form.FieldType;
import im.myna.jid.Jid;
import im.myna.store.account.Account;
import im.myna.store.account.Role;
import im.myna.store.account.Search;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says who governs. */
@ApplicationScoped
public class PowerCommands implements Commands {
    /** With more administrators than this, the list cannot be edited as a whole. */
    private static final int MOST = 200;

    private static final String ROLE = "role";

    @Inject
    private Users users;

    @Override
    public List<Command> commands() {
        return List.of(
                command("edit-admin", "Edit the list of administrators", Power.GOVERN_ALL, this::editAdmins),
                new Command(
                        "im.myna/change-role",
                        "Change a user's role",
                        caller -> caller.actor().may(Power.GOVERN_ALL, caller.domain()),
                        this::changeRole));
    }

    /** XEP-0133, 4.29: those of the whole server. */
    private Step editAdmins(Caller caller) {
        var present = admins(caller.actor());
        var field = Wording.told("adminjids", FieldType.JID_MULTI, "Administrators of the server", present);
        var form = form("Edit the list of administrators", "Who is left out becomes a user.", field.mandatory());
        return Stage.last(form, answers -> edit(caller.actor(), present, answers.jids("adminjids")));
    }

    private List<Jid> admins(Actor actor) {
        var admins = new ArrayList<Jid>();
        for (var domain : users.domains(actor)) {
            users.page(actor, Search.in(domain).roles(Set.of(Role.ADMIN)), "", MOST + 1).stream()
                    .map(Account::jid)
                    .forEach(admins::add);
        }
        if (admins.size() > MOST) {
            throw new RefusedException(Reason.CONFLICT, "there are more than " + MOST + " administrators");
        }
        return admins;
    }

    /** Only what was changed in the form is changed, whatever others changed meanwhile. */
    private Outcome edit(Actor actor, List<Jid> present, List<Jid> wanted) {
        if (!wanted.contains(actor.jid())) {
            throw new RefusedException(Reason.CONFLICT, "you would not govern any more");
        }
        var changed = new ArrayList<>(wanted);
        changed.removeAll(present);
        var added = List.copyOf(changed);
        present.stream().filter(jid -> !wanted.contains(jid)).forEach(changed::add);
        return Wording.each(changed, jid -> users.changeRole(actor, jid, added.contains(jid) ? Role.ADMIN : Role.USER));
    }

    /** Whose, then which: the second form has the present one. */
    private Step changeRole(Caller caller) {
        var form = form("Change a user's role", "", Wording.account("Address"));
        return Stage.first(form, answers -> chooseRole(caller, users.find(caller.actor(), Wording.account(answers))));
    }

    private Step chooseRole(Caller caller, Account account) {
        var field = Field.of(ROLE, FieldType.LIST_SINGLE, "Role of " + account.jid())
                .text(word(account.role()))
                .option(word(Role.USER), "User")
                .option(word(Role.AUDITOR), "Auditor: reads everything, changes nothing")
                .option(word(Role.DOMAIN_ADMIN), "Administrator of his domain")
                .option(word(Role.ADMIN), "Administrator of the server")
                .mandatory();
        return Stage.last(form("Change a user's role", "", field), answers -> {
            users.changeRole(caller.actor(), account.jid(), role(answers));
            return Outcome.said(account.jid() + " is " + answers.text(ROLE));
        });
    }

    private static Role role(Answers answers) {
        return Role.valueOf(answers.text(ROLE).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
