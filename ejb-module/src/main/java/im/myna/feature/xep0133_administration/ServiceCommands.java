package im.myna.feature.xep0133_administration;

import static im.myna.feature.xep0133_administration.Wording.form;

import im.myna.administration.Actor.Power;
import im.myna.administration.Shutdown;
import im.myna.command.Caller;
import im.myna.command.Command;
import im.myna.command.Commands;
import im.myna.command.Outcome;
import im.myna.command.Stage;
import im.myna.command.Step;
import im.myna.form.Field;
import im.myna.form.FieldType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Ends the server. */
@ApplicationScoped
public class ServiceCommands implements Commands {
    private static final String DELAY = "delay";
    private static final String WORDS = "announcement";

    @Inject
    private Shutdown shutdown;

    /** Where the server has no process of its own, nobody sees it. */
    @Override
    public List<Command> commands() {
        return List.of(new Command(
                Wording.NS + "#shutdown",
                "Shut down the server",
                caller -> shutdown.isPossible() && caller.actor().may(Power.GOVERN_ALL, caller.domain()),
                this::shutDown));
    }

    /** XEP-0133, 4.31. */
    private Step shutDown(Caller caller) {
        var form = form(
                "Shut down the server",
                "Nobody can come in until somebody starts it again.",
                Field.of(DELAY, FieldType.LIST_SINGLE, "When")
                        .text("30")
                        .option("1", "Now")
                        .option("30", "In 30 seconds")
                        .option("60", "In a minute")
                        .option("120", "In 2 minutes")
                        .option("180", "In 3 minutes")
                        .option("240", "In 4 minutes")
                        .option("300", "In 5 minutes")
                        .mandatory(),
                Field.of(WORDS, FieldType.TEXT_MULTI, "What everybody is told"));
        return Stage.last(form, answers -> {
            var delay = Duration.ofSeconds(Long.parseLong(answers.text(DELAY)));
            shutdown.begin(caller.actor(), delay, answers.text(WORDS));
            return Outcome.said("the server goes down in " + delay.toSeconds() + " seconds");
        });
    }
}
