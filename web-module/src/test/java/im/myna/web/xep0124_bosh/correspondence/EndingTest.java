package im.myna.web.xep0124_bosh.correspondence;

import static im.myna.web.xep0124_bosh.correspondence.Desk.USUAL;
import static im.myna.web.xep0124_bosh.correspondence.Desk.terminating;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** XEP-0124, 10, 13 and 17: pauses and ends. */
class EndingTest {
    private static final String EMPTY = "<body xmlns='http://jabber.org/protocol/httpbind'/>";
    private static final String CLOSE = "<close xmlns=\"urn:ietf:params:xml:ns:xmpp-framing\" />";
    private static final String ERROR =
            "<stream:error xmlns:stream='http://etherx.jabber.org/streams'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>";

    private final Desk desk = new Desk(USUAL);

    @Test
    void theOldestRequestLearnsThatTheSessionIsOverAndTheOthersGetAnEmptyAnswer() {
        // 13
        desk.busy();
        var waiting = desk.polls(101);
        var end = desk.asks(102, " type='terminate'", "");
        desk.will(CLOSE);
        desk.idle();
        assertThat(waiting.body()).isEqualTo("<body xmlns='http://jabber.org/protocol/httpbind' type='terminate'/>");
        assertThat(end.body()).isEqualTo(EMPTY);
        assertThat(desk.correspondence.isOver()).isTrue();
    }

    @Test
    void aStreamErrorIsToldAsSuch() {
        // XEP-0206, 6
        var waiting = desk.polls(101);
        desk.will("<message xmlns='jabber:client'/>");
        desk.will(ERROR);
        desk.says(CLOSE);
        assertThat(waiting.body())
                .isEqualTo(
                        "<body xmlns='http://jabber.org/protocol/httpbind' type='terminate' condition='remote-stream-error'"
                                + " xmlns:stream='http://etherx.jabber.org/streams'><message xmlns='jabber:client'/>"
                                + ERROR
                                + "</body>");
    }

    @Test
    void anErrorThatNobodyWaitsForIsToldToTheNextRequest() {
        desk.says(ERROR);
        assertThat(desk.correspondence.isOver()).isFalse();
        desk.busy();
        var asked = desk.polls(101);
        desk.correspondence.settle(true, 0);
        assertThat(asked.body()).contains("remote-stream-error");
    }

    @Test
    void aStreamThatWasClosedWithoutAWordIsTerminatedWithoutACondition() {
        desk.correspondence.close();
        assertThat(desk.polls(101).body())
                .isEqualTo("<body xmlns='http://jabber.org/protocol/httpbind' type='terminate'/>");
    }

    @ParameterizedTest
    @EnumSource(Terminal.class)
    void everyConditionIsSaidByItsName(Terminal condition) {
        // 17.2
        var waiting = desk.polls(101);
        var early = desk.asks(103, " type='terminate'", "");
        desk.correspondence.end(condition);
        var name = condition.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        assertThat(waiting.body()).isEqualTo(terminating(name));
        assertThat(early.body()).isEqualTo(terminating(name));
    }

    @ParameterizedTest
    @EnumSource(Terminal.class)
    void aClientOfBeforeTheVersionsIsToldByHttpWhatHttpCanSay(Terminal condition) {
        // 17.1
        var old = new Desk(" wait='60' hold='1'");
        assertThat(old.first.body()).doesNotContain(" ver=");
        var waiting = old.polls(101);
        old.correspondence.end(condition);
        var answer = waiting.answers.get(0);
        switch (condition) {
            case BAD_REQUEST -> assertThat(answer.status()).isEqualTo(400);
            case POLICY_VIOLATION -> assertThat(answer.status()).isEqualTo(403);
            case ITEM_NOT_FOUND -> assertThat(answer.status()).isEqualTo(404);
            default -> assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(answer.body().length == 0).isEqualTo(answer.status() != 200);
    }

    @Test
    void aPauseAnswersAllWithoutPayloadsAndMakesTheSilenceLonger() {
        // 10
        var waiting = desk.polls(101);
        desk.busy();
        var pause = desk.asks(102, " pause='120'", "");
        desk.will("<message xmlns='jabber:client'/>");
        desk.idle();
        assertThat(waiting.body()).isEqualTo(EMPTY);
        assertThat(pause.body()).isEqualTo(EMPTY);
        desk.passes(119);
        assertThat(desk.isForsaken()).isFalse();
        assertThat(desk.polls(103).body()).contains("<message");
    }

    @Test
    void aPauseMayMakeTheSilenceShorterUntilTheNextRequest() {
        // 10
        desk.asks(101, " pause='1'", "");
        desk.passes(1);
        assertThat(desk.isForsaken()).isTrue();
        desk.asks(102, "", "<message xmlns='jabber:client'/>");
        desk.passes(60);
        desk.passes(89);
        assertThat(desk.isForsaken()).isFalse();
    }

    @Test
    void aPauseLongerThanAllowedEndsTheSession() {
        // 10
        assertThat(desk.asks(101, " pause='181'", "").body()).isEqualTo(terminating("policy-violation"));
    }

    @Test
    void aPauseThatIsNoNumberEndsTheSession() {
        assertThat(desk.asks(101, " pause='soon'", "").body()).isEqualTo(terminating("bad-request"));
    }
}
