package im.myna.figures;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.stanza.Condition;
import im.myna.stanza.Head;
import im.myna.stanza.Iq;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import im.myna.stream.Frame;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Stanza MESSAGE = new Message(Head.NONE.type("chat"), Payload.EMPTY);
    private static final Stanza PRESENCE = new Presence(Head.NONE, Payload.EMPTY);
    private static final Stanza IQ = new Iq(Head.NONE.type("result"), Payload.EMPTY);

    private final Figures figures = new Figures();

    @Test
    void stanzasAreToldApartByKindAndByWhatBecameOfThem() {
        figures.arrived(List.of(
                new Frame.Arrived(MESSAGE),
                new Frame.Arrived(MESSAGE),
                new Frame.Arrived(IQ),
                new Frame.Refused(IQ, new StanzaException(Condition.JID_MALFORMED)),
                new Frame.Arrived(new Presence(Head.NONE.type("error"), Payload.EMPTY)),
                new Frame.Arrived(PRESENCE),
                new Frame.Arrived(MESSAGE),
                new Frame.Closed()));
        assertThat(figures.received().counts())
                .isEqualTo(Map.of(
                        Flow.MESSAGE_OK, 3L,
                        Flow.IQ_OK, 1L,
                        Flow.IQ_REFUSED, 1L,
                        Flow.PRESENCE_ERROR, 1L,
                        Flow.PRESENCE_OK, 1L));
        assertThat(figures.sent().counts()).isEmpty();
    }

    @Test
    void eachFlowHasAKindAndAResult() {
        for (var flow : Flow.values()) {
            assertThat(flow.kind()).isIn("iq", "message", "presence");
            assertThat(flow.result()).isIn("ok", "error", "refused");
        }
        for (var stanza : List.of(MESSAGE, PRESENCE, IQ)) {
            var error = stanza.with(stanza.head().type("error"));
            assertThat(List.of(Flow.of(stanza), Flow.of(error), Flow.refused(stanza)))
                    .allSatisfy(flow -> assertThat(flow.kind()).isEqualTo(stanza.name()))
                    .extracting(Flow::result)
                    .containsExactly("ok", "error", "refused");
        }
    }

    @Test
    void aRunIsCountedWhenItEndsAndCanGoOn() {
        var run = figures.sent().run(Flow.MESSAGE_OK);
        run.add(Flow.MESSAGE_OK);
        run.add(Flow.MESSAGE_OK);
        assertThat(figures.sent().counts()).isEmpty();
        run.add(Flow.IQ_OK);
        assertThat(figures.sent().counts()).isEqualTo(Map.of(Flow.MESSAGE_OK, 2L));
        run.end();
        run.end();
        run.add(Flow.IQ_OK);
        run.end();
        assertThat(figures.sent().counts()).isEqualTo(Map.of(Flow.MESSAGE_OK, 2L, Flow.IQ_OK, 2L));
    }

    @Test
    void whatManyThreadsCountIsAllThere() {
        IntStream.range(0, 10_000).parallel().forEach(i -> {
            figures.logins().add(new LoginOutcome("PLAIN", i % 2 == 0 ? "success" : "not-authorized"));
            figures.store("roster").add(i);
        });
        assertThat(figures.logins().counts())
                .isEqualTo(Map.of(
                        new LoginOutcome("PLAIN", "success"), 5_000L,
                        new LoginOutcome("PLAIN", "not-authorized"), 5_000L));
        assertThat(figures.stores().get("roster").read().count()).isEqualTo(10_000);
    }
}
