package im.myna.feature.xep0050_commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.command.Command;
import im.myna.command.Outcome;
import im.myna.command.Stage;
import im.myna.feature.xep0050_commands.Executions.Execution;
import im.myna.form.Form;
import im.myna.stanza.StanzaException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String NODE = "make-tea";
    private static final Stage STAGE = Stage.last(Form.asking("tea", "Tea", ""), answers -> Outcome.DONE);
    private static final Command TEA = new Command(NODE, "Make tea", caller -> true, caller -> STAGE);

    private final Executions executions = new Executions();

    private Execution begin(Instant when) {
        return executions.begin(executions.issue(), TEA, STAGE, when);
    }

    private String fault(String id, String node, Instant when) {
        var thrown = catchThrowableOfType(StanzaException.class, () -> executions.find(id, node, when));
        return thrown.element().children().get(1).name().local();
    }

    @Test
    void whatWasBegunIsFoundUntilItEnds() {
        var execution = begin(NOON);
        assertThat(executions.find(execution.id(), NODE, NOON)).isSameAs(execution);
        executions.end(execution);
        assertThat(fault(execution.id(), NODE, NOON)).isEqualTo("session-expired");
    }

    @Test
    void aStepMayTakeTenMinutes() {
        var execution = begin(NOON);
        var later = NOON.plus(Executions.PATIENCE);
        executions.forward(execution, STAGE, later);
        assertThat(executions
                        .find(execution.id(), NODE, later.plus(Executions.PATIENCE))
                        .hasEarlier())
                .isTrue();
        assertThat(fault(execution.id(), NODE, later.plus(Executions.PATIENCE).plusMillis(1)))
                .isEqualTo("session-expired");
    }

    @Test
    void theOneThatWasTouchedLongestAgoMakesPlace() {
        var all = new ArrayList<Execution>();
        for (int i = 0; i < Executions.MOST; i++) {
            all.add(begin(NOON));
        }
        executions.forward(all.get(0), STAGE, NOON);
        begin(NOON);
        assertThat(fault(all.get(1).id(), NODE, NOON)).isEqualTo("session-expired");
        for (int i : List.of(0, 2, Executions.MOST - 1)) {
            assertThat(executions.find(all.get(i).id(), NODE, NOON)).isNotNull();
        }
    }

    @Test
    void whatWasNeverIssuedIsBad() {
        var execution = begin(NOON);
        var prefix = execution.id().substring(0, execution.id().length() - 1);
        for (var id : List.of("", "x", prefix, prefix + "0", prefix + "2", prefix + "9999999999", "1")) {
            assertThat(fault(id, NODE, NOON)).as(id).isEqualTo("bad-sessionid");
        }
        assertThat(fault(execution.id(), "make-coffee", NOON)).isEqualTo("bad-sessionid");
        assertThat(new Executions().issue()).isNotEqualTo(execution.id());
    }
}
