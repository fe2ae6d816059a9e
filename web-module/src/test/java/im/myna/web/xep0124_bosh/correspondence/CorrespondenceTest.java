package im.myna.web.xep0124_bosh.correspondence;

import static im.myna.web.xep0124_bosh.correspondence.Desk.USUAL;
import static im.myna.web.xep0124_bosh.correspondence.Desk.terminating;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** XEP-0124, 8 to 14: which request is answered when, and with what. */
class CorrespondenceTest {
    private static final String EMPTY = "<body xmlns='http://jabber.org/protocol/httpbind'/>";
    private static final String MESSAGE = "<message xmlns='jabber:client'/>";

    private final Desk desk = new Desk(USUAL);

    @Test
    void theFirstAnswerSaysWhatTheSessionIs() {
        // 7.2, XEP-0206, 4
        assertThat(desk.first.body())
                .contains(" sid='S'", " wait='60'", " hold='1'", " requests='2'", " inactivity='90'", " polling='5'")
                .contains(
                        " ver='1.6'", " maxpause='180'", " authid='I'", " from='im.example.com'", " xmpp:version='1.0'")
                .contains(" xmpp:restartlogic='true'", " xmlns:xmpp='urn:xmpp:xbosh'", " accept='gzip'")
                .contains(" xmlns:stream='http://etherx.jabber.org/streams'>")
                .endsWith("<stream:features xmlns:stream='http://etherx.jabber.org/streams'/></body>");
    }

    @Test
    void aRequestWaitsUntilThereIsSomethingToSay() {
        // 8
        var asked = desk.polls(101);
        assertThat(asked.isAnswered()).isFalse();
        desk.says(MESSAGE);
        assertThat(asked.body()).isEqualTo("<body xmlns='http://jabber.org/protocol/httpbind'>" + MESSAGE + "</body>");
    }

    @Test
    void aRequestThatHasWaitedLongEnoughGetsAnEmptyAnswer() {
        // 8
        var asked = desk.polls(101);
        desk.passes(59);
        assertThat(asked.isAnswered()).isFalse();
        desk.passes(1);
        assertThat(asked.body()).isEqualTo(EMPTY);
    }

    @Test
    void noMoreRequestsWaitThanAgreed() {
        // 7.1, 8
        var older = desk.polls(101);
        var newer = desk.asks(102, "", MESSAGE);
        assertThat(older.body()).isEqualTo(EMPTY);
        assertThat(newer.isAnswered()).isFalse();
    }

    @Test
    void requestsThatComeInTheWrongOrderAreTakenAndAnsweredInTheRightOne() {
        // 14.2
        var second = desk.asks(102, "", MESSAGE);
        assertThat(desk.inside).containsExactly(100L);
        var first = desk.asks(101, "", MESSAGE);
        assertThat(desk.inside).containsExactly(100L, 101L, 102L);
        assertThat(first.body()).isEqualTo(EMPTY);
        assertThat(second.isAnswered()).isFalse();
    }

    @Test
    void aNumberBeyondTheWindowEndsTheSession() {
        // 14.2
        var waiting = desk.polls(101);
        var wrong = desk.polls(104);
        assertThat(wrong.body()).isEqualTo(terminating("item-not-found"));
        assertThat(waiting.body()).isEqualTo(terminating("other-request"));
        assertThat(desk.correspondence.isOver()).isTrue();
        assertThat(desk.polls(102).body()).isEqualTo(terminating("item-not-found"));
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerByteForByte() {
        // 14.3
        var asked = desk.polls(101);
        desk.says(MESSAGE);
        var again = desk.polls(101);
        assertThat(again.answers).containsExactlyElementsOf(asked.answers);
        assertThat(desk.inside).containsExactly(100L, 101L);
    }

    @Test
    void anotherRequestWithAUsedNumberEndsTheSession() {
        // 14.3: "the client MAY resend an exact copy of the original request"
        var asked = desk.polls(101);
        desk.says(MESSAGE);
        assertThat(asked.isAnswered()).isTrue();
        assertThat(desk.asks(101, "", MESSAGE).body()).isEqualTo(terminating("item-not-found"));
    }

    @Test
    void anotherRequestWithTheNumberOfOneThatWaitsEndsTheSession() {
        var waiting = desk.polls(101);
        assertThat(desk.asks(101, "", MESSAGE).body()).isEqualTo(terminating("item-not-found"));
        assertThat(waiting.body()).isEqualTo(terminating("other-request"));
    }

    @Test
    void anAnswerThatIsNoLongerKeptIsNotFound() {
        // 14.3
        for (int rid = 101; rid < 106; rid++) {
            desk.polls(rid);
            desk.says(MESSAGE);
        }
        assertThat(desk.polls(105).body()).contains("message");
        assertThat(desk.polls(101).body()).isEqualTo(terminating("item-not-found"));
    }

    @Test
    void theRepetitionOfARequestThatWaitsTakesItsPlace() {
        // 14.3, 17.3
        var lost = desk.polls(101);
        var again = desk.polls(101);
        assertThat(lost.body()).isEqualTo("<body xmlns='http://jabber.org/protocol/httpbind' type='error'/>");
        desk.says(MESSAGE);
        assertThat(again.body()).contains("message");
    }

    @Test
    void theRepetitionOfARequestThatCameTooEarlyTakesItsPlace() {
        var lost = desk.asks(102, "", MESSAGE);
        var again = desk.asks(102, "", MESSAGE);
        assertThat(lost.body()).contains("type='error'");
        desk.polls(101);
        desk.says(MESSAGE);
        assertThat(again.body()).contains("message");
    }

    @Test
    void whoRepeatsWithoutEndIsStopped() {
        // 14.3
        for (int i = 0; i < 21; i++) {
            desk.polls(101);
        }
        assertThat(desk.polls(101).body()).isEqualTo(terminating("policy-violation"));
    }

    @Test
    void whatWasSaidInTheMeantimeComesWithTheNextAnswer() {
        desk.says(MESSAGE);
        desk.says("<presence xmlns='jabber:client'/>");
        assertThat(desk.polls(101).body()).contains(MESSAGE + "<presence xmlns='jabber:client'/></body>");
    }

    @Test
    void anAnswerIsClosedWhenItIsLargeEnough() {
        var large = "<message xmlns='jabber:client' id='" + "x".repeat(70_000) + "'/>";
        desk.will(large);
        desk.says(MESSAGE);
        assertThat(desk.polls(101).body()).contains(large).doesNotContain(MESSAGE);
        assertThat(desk.polls(102).body()).contains(MESSAGE);
    }

    @Test
    void whatIsSentToAClientThatHungUpIsKeptForTheNextRequest() {
        var lost = desk.polls(101);
        lost.dead = true;
        desk.settle();
        desk.says(MESSAGE);
        assertThat(lost.body()).isEqualTo(EMPTY);
        assertThat(desk.polls(102).body()).contains(MESSAGE);
    }

    @Test
    void nothingIsAnsweredBeforeItWasTaken() {
        // Who sends faster than it is taken must wait: that is the back-pressure.
        desk.busy();
        var first = desk.asks(101, "", MESSAGE);
        var second = desk.asks(102, "", MESSAGE);
        assertThat(first.isAnswered()).isFalse();
        desk.idle();
        assertThat(first.isAnswered()).isTrue();
        assertThat(second.isAnswered()).isFalse();
    }

    @Test
    void whoIsSilentForTooLongIsForsaken() {
        // 10
        desk.passes(89);
        assertThat(desk.isForsaken()).isFalse();
        desk.passes(1);
        assertThat(desk.isForsaken()).isTrue();
    }

    @Test
    void whoWaitsIsNotSilent() {
        desk.passes(80);
        desk.polls(101);
        desk.passes(59);
        assertThat(desk.isForsaken()).isFalse();
        desk.passes(1);
        desk.passes(89);
        assertThat(desk.isForsaken()).isFalse();
        desk.passes(1);
        assertThat(desk.isForsaken()).isTrue();
    }
}
