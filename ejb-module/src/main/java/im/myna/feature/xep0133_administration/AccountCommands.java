package im.myna.feature.xep0133_administration;

import static im.myna.feature.xep0133_administration.Wording.command;
import static im.myna.feature.xep0133_administration.Wording.form;

import im.myna.administration.Actor;
import im.myna.administration.Actor.Power;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.administration.Users;
import im.myna.administration.visit.Visits;
import im.myna.command.Caller;
import im.myna.command.Command;
import im.myna.command.Commands;
import im.myna.command.Outcome;
import im.myna.command.Stage;
import im.myna.command.Step;
import im.myna.form.Field;
import im.myna.form.FieldType;
import im.myna.jid.Jid;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiConsumer;

/** Makes, changes and removes accounts. */
@ApplicationScoped
public class AccountCommands implements Commands {
    @Inject
    private Users users;

    @Inject
    private Visits visits;

    @Override
    public List<Command> commands() {
        return List.of(
                command("add-user", "Add a user", Power.GOVERN, this::add),
                command("change-user-password", "Change a user's password", Power.GOVERN, this::changePassword),
                each("delete-user", "Delete users", "With their contacts and messages.", users::remove),
                each("disable-user", "Disable users", "They are sent away and cannot come in.", this::disable),
                each("reenable-user", "Re-enable users", "They can come in again.", this::enable),
                each("end-user-session", "End sessions of users", "With a resource, that one only.", this::end));
    }

    private static Command each(String name, String title, String instructions, BiConsumer<Actor, Jid> deed) {
        var form = form(title, instructions, Wording.accounts("Addresses"));
        return command(
                name,
                title,
                Power.GOVERN,
                caller -> Stage.last(
                        form,
                        answers -> Wording.each(Wording.accounts(answers), jid -> deed.accept(caller.actor(), jid))));
    }

    /** XEP-0133, 4.1. */
    private Step add(Caller caller) {
        var form = form(
                "Add a user",
                "The account is there at once.",
                Wording.account("Address"),
                Field.of("password", FieldType.TEXT_PRIVATE, "Password").mandatory(),
                Field.of("password-verify", FieldType.TEXT_PRIVATE, "Password, again"));
        return Stage.last(form, answers -> {
            var again = answers.text("password-verify");
            if (!again.isEmpty() && !again.equals(answers.text("password"))) {
                throw new RefusedException(Reason.INVALID, "these are two different passwords");
            }
            var jid = Wording.account(answers);
            users.add(caller.actor(), jid, answers.text("password"), Role.USER);
            return Outcome.said("added " + jid);
        });
    }

    /** 4.7. */
    private Step changePassword(Caller caller) {
        var form = form(
                "Change a user's password",
                "Sessions with the old one end.",
                Wording.account("Address"),
                Field.of("password", FieldType.TEXT_PRIVATE, "Password").mandatory());
        return Stage.last(form, answers -> {
            var jid = Wording.account(answers);
            users.changePassword(caller.actor(), jid, answers.text("password"));
            return Outcome.said("changed the password of " + jid);
        });
    }

    /** A time until which it is locked stays. */
    private void disable(Actor actor, Jid jid) {
        var until = users.find(actor, jid).lock().until();
        users.changeLock(actor, jid, new Lock(true, until));
    }

    private void enable(Actor actor, Jid jid) {
        users.changeLock(actor, jid, Lock.NONE);
    }

    private void end(Actor actor, Jid jid) {
        if (jid.isFull()) {
            visits.close(actor, jid);
            return;
        }
        users.find(actor, jid);
        visits.of(actor, jid).forEach(session -> visits.close(actor, session.jid()));
    }
}
