package im.myna.web.xep0124_bosh.correspondence;

import static im.myna.web.xep0124_bosh.correspondence.Desk.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** XEP-0124, 9: both say what they have received. */
class AcknowledgementTest {
    private static final String MESSAGE = "<message xmlns='jabber:client'/>";

    private final Desk desk = new Desk(USUAL + " ack='1'");

    @Test
    void theFirstAnswerAcknowledgesTheFirstRequest() {
        // 7.2, 9.1
        assertThat(desk.first.body()).contains(" ack='100'");
    }

    @Test
    void anAnswerSaysWhichRequestsCameMeanwhile() {
        // 9.1
        var older = desk.polls(101);
        desk.asks(102, "", MESSAGE);
        assertThat(older.body()).contains(" ack='102'");
    }

    @Test
    void anAnswerToTheLatestRequestAcknowledgesNothing() {
        // 9.1: "SHOULD NOT include an 'ack' attribute in any response if the value would be the 'rid' of the request"
        var asked = desk.polls(101);
        desk.says(MESSAGE);
        assertThat(asked.body()).doesNotContain("ack=");
    }

    @Test
    void whoLacksAnAnswerIsToldWhichAndSinceWhen() {
        // 9.2
        desk.polls(101);
        desk.says(MESSAGE);
        desk.polls(102);
        desk.says(MESSAGE);
        desk.passesMillis(1852);
        var asked = desk.asks(103, " ack='101'", "");
        assertThat(asked.body()).contains(" report='102'", " time='1852'");
    }

    @Test
    void anAnswerThatIsStillOnItsWayIsNotReported() {
        // 9.2: "if some time has passed since it responded"
        desk.polls(101);
        desk.says(MESSAGE);
        desk.passesMillis(200);
        assertThat(desk.asks(102, " ack='100'", MESSAGE).isAnswered()).isFalse();
    }

    @Test
    void whoDidNotSayThatHeWouldIsNotListenedTo() {
        // 9.2: "it MUST include an 'ack' attribute (set to '1') in its session creation request"
        var plain = new Desk(USUAL);
        plain.polls(101);
        plain.says(MESSAGE);
        plain.passes(5);
        assertThat(plain.first.body()).doesNotContain("ack=");
        assertThat(plain.asks(102, " ack='100'", MESSAGE).isAnswered()).isFalse();
    }

    @Test
    void anAcknowledgementThatIsNoNumberEndsTheSession() {
        assertThat(desk.asks(101, " ack='x'", "").body()).isEqualTo(Desk.terminating("bad-request"));
    }
}
