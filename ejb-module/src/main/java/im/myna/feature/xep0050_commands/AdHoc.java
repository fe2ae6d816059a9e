package im.myna.feature.xep0050_commands;

import static im.myna.routing.declaration.Kind.SET;
import static im.myna.routing.declaration.Place.SERVER;

import im.myna.administration.RefusedException;
import im.myna.command.Caller;
import im.myna.command.Outcome;
import im.myna.command.Stage;
import im.myna.command.Step;
import im.myna.feature.xep0050_commands.Asked.Action;
import im.myna.feature.xep0050_commands.Executions.Execution;
import im.myna.form.Answers;
import im.myna.form.Form;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.session.Session;
import im.myna.specification.Implements;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Supplier;

/** Lets people have things done by filling in forms. */
@Implements(spec = "XEP-0050", version = "1.3.0", note = "the server's own commands, in English", features = AdHoc.NS)
@Implements(
        spec = "XEP-0004",
        version = "2.13.2",
        note = "the forms of the server's own commands and answers",
        features = Form.NS)
@ApplicationScoped
public class AdHoc implements Feature {
    static final String NS = "http://jabber.org/protocol/commands";

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Handles(kind = SET, ns = NS, name = "command", at = SERVER, blocking = true)
    public Iq command(Iq request, Session sender) {
        var asked = Asked.of(request);
        var caller = catalog.caller(sender, request.head().to().domain());
        var executions = sender.memory(Executions.class, Executions::new);
        var answer = asked.id().isEmpty() ? begin(asked, caller, executions) : goOn(asked, caller, executions);
        var result = request.result(answer);
        // 3.8: the language stands in every answer.
        return result.with(result.head().lang("en"));
    }

    private Element begin(Asked asked, Caller caller, Executions executions) {
        var command = catalog.find(asked.node(), caller);
        if (asked.action() != Action.EXECUTE) {
            throw Faults.of(Condition.BAD_REQUEST, "bad-action");
        }
        var step = attempt(() -> command.beginning().apply(caller));
        var id = executions.issue();
        if (step instanceof Stage stage) {
            return executing(executions.begin(id, command, stage, clock.instant()));
        }
        return completed(asked.node(), id, (Outcome) step);
    }

    private Element goOn(Asked asked, Caller caller, Executions executions) {
        var execution = executions.find(asked.id(), asked.node(), clock.instant());
        // The role may have changed since.
        catalog.find(asked.node(), caller);
        return switch (meant(asked.action(), execution)) {
            case CANCEL -> {
                executions.end(execution);
                yield answer(asked.node(), execution.id(), "canceled");
            }
            case PREV -> executing(executions.back(execution, clock.instant()));
            case EXECUTE, NEXT, COMPLETE -> advance(asked, execution, executions);
        };
    }

    /** 3.4: "execute" is the stage's own; what the stage has not offered is refused. */
    private static Action meant(Action said, Execution execution) {
        var onwards = execution.stage().last() ? Action.COMPLETE : Action.NEXT;
        boolean possible =
                switch (said) {
                    case CANCEL, EXECUTE -> true;
                    case PREV -> execution.hasEarlier();
                    case NEXT, COMPLETE -> said == onwards;
                };
        if (!possible) {
            throw Faults.of(Condition.BAD_REQUEST, "bad-action");
        }
        return said;
    }

    private Element advance(Asked asked, Execution execution, Executions executions) {
        var stage = execution.stage();
        var answers = read(stage.form(), asked.form());
        var step = attempt(() -> stage.next().apply(answers));
        if (step instanceof Stage next) {
            return executing(executions.forward(execution, next, clock.instant()));
        }
        executions.end(execution);
        return completed(asked.node(), execution.id(), (Outcome) step);
    }

    private static Answers read(Form form, Element submitted) {
        try {
            return form.read(submitted);
        } catch (StanzaException e) {
            throw Faults.payload(e.getMessage());
        }
    }

    private static Step attempt(Supplier<Step> work) {
        try {
            return work.get();
        } catch (RefusedException e) {
            throw Faults.refused(e);
        }
    }

    private static Element executing(Execution execution) {
        var onwards = execution.stage().last() ? Action.COMPLETE : Action.NEXT;
        var actions = Element.of(NS, "actions").with("execute", onwards.word());
        if (execution.hasEarlier()) {
            actions = actions.with(Element.of(NS, Action.PREV.word()));
        }
        return answer(execution.command().node(), execution.id(), "executing")
                .with(actions.with(Element.of(NS, onwards.word())))
                .with(execution.stage().form().element());
    }

    private static Element completed(String node, String id, Outcome outcome) {
        var children = new ArrayList<Element>();
        outcome.notes()
                .forEach(note -> children.add(Element.of(NS, "note")
                        .with("type", note.severity().name().toLowerCase(Locale.ROOT))
                        .text(note.text())));
        children.addAll(outcome.payload());
        return answer(node, id, "completed").with(children);
    }

    private static Element answer(String node, String id, String status) {
        return Element.of(NS, "command")
                .with("node", node)
                .with("sessionid", id)
                .with("status", status);
    }
}
