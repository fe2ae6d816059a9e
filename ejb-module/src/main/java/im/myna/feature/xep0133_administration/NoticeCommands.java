package im.myna.feature.xep0133_administration;

import static im.myna.feature.xep0133_administration.Wording.command;
import static im.myna.feature.xep0133_administration.Wording.form;

import im.myna.administration.Actor.Power;
import im.myna.administration.Notices;
import im.myna.command.Caller;
import im.myna.command.Command;
import im.myna.command.Commands;
import im.myna.command.Outcome;
import im.myna.command.Stage;
import im.myna.command.Step;
import im.myna.form.Field;
import im.myna.form.FieldType;
import im.myna.store.notice.Notice;
import im.myna.store.notice.Notice.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/** Says something to everybody. */
@ApplicationScoped
public class NoticeCommands implements Commands {
    @Inject
    private Notices notices;

    @Override
    public List<Command> commands() {
        return List.of(
                command(
                        "announce",
                        "Tell all who are here",
                        Power.GOVERN,
                        caller -> ask(
                                "Tell all who are here",
                                "announcement",
                                "",
                                text -> Outcome.said("told " + notices.announce(caller.actor(), caller.domain(), text)
                                        + " clients"))),
                command("set-motd", "Set the message of the day", Power.GOVERN, this::setMotd),
                command("edit-motd", "Edit the message of the day", Power.GOVERN, this::editMotd),
                command(
                        "delete-motd",
                        "Delete the message of the day",
                        Power.GOVERN,
                        caller -> remove(caller, Kind.MOTD)),
                command("set-welcome", "Set the welcome message", Power.GOVERN, this::setWelcome),
                command(
                        "delete-welcome",
                        "Delete the welcome message",
                        Power.GOVERN,
                        caller -> remove(caller, Kind.WELCOME)));
    }

    private static Step ask(String title, String var, String present, Function<String, Step> then) {
        var text = Field.of(var, FieldType.TEXT_MULTI, "Text").text(present).mandatory();
        return Stage.last(form(title, "", text), answers -> then.apply(answers.text(var)));
    }

    /** XEP-0133, 4.24: who is here is told at once, others when they come. */
    private Step setMotd(Caller caller) {
        return ask(
                "Set the message of the day",
                "motd",
                "",
                text -> Outcome.said(
                        "told " + notices.set(caller.actor(), caller.domain(), Kind.MOTD, text) + " clients"));
    }

    /** 4.25. */
    private Step editMotd(Caller caller) {
        return ask("Edit the message of the day", "motd", present(caller, Kind.MOTD), text -> {
            notices.edit(caller.actor(), caller.domain(), Kind.MOTD, text);
            return Outcome.DONE;
        });
    }

    /** 4.27: the form has the one that there is. */
    private Step setWelcome(Caller caller) {
        return ask("Set the welcome message", "welcome", present(caller, Kind.WELCOME), text -> {
            notices.set(caller.actor(), caller.domain(), Kind.WELCOME, text);
            return Outcome.DONE;
        });
    }

    private Step remove(Caller caller, Kind kind) {
        notices.remove(caller.actor(), caller.domain(), kind);
        return Outcome.DONE;
    }

    private String present(Caller caller, Kind kind) {
        return notices.find(caller.actor(), caller.domain(), kind)
                .map(Notice::text)
                .orElse("");
    }
}
