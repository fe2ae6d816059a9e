package im.myna.web.xep0124_bosh.correspondence;

import static im.myna.web.xep0124_bosh.correspondence.Desk.USUAL;
import static im.myna.web.xep0124_bosh.correspondence.Desk.terminating;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** XEP-0124, 11 and 12: who asks too often. */
class ActivityTest {
    private static final String MESSAGE = "<message xmlns='jabber:client'/>";

    @Test
    void moreRequestsAtOnceThanAgreedEndTheSession() {
        // 11
        var desk = new Desk(" wait='60' hold='2' ver='1.6'");
        desk.polls(101);
        desk.polls(102);
        desk.asks(104, "", MESSAGE);
        assertThat(desk.asks(105, "", MESSAGE).body()).isEqualTo(terminating("policy-violation"));
    }

    @Test
    void oneMoreIsAllowedToPauseOrToEnd() {
        // 11
        var desk = new Desk(USUAL);
        desk.busy();
        desk.polls(101);
        desk.asks(102, "", MESSAGE);
        var end = desk.asks(103, " type='terminate'", "");
        assertThat(end.isAnswered()).isFalse();
        desk.idle();
        assertThat(desk.correspondence.isOver()).isFalse();
    }

    @Test
    void emptyRequestsThatDriveEachOtherOutEndTheSession() {
        // 11
        var desk = new Desk(USUAL);
        desk.polls(101);
        desk.polls(102);
        assertThat(desk.polls(103).body()).isEqualTo(terminating("policy-violation"));
    }

    @Test
    void whoComesBackWithANewPageMayAskOnceMore() {
        // 11: the old page's request still waits.
        var desk = new Desk(USUAL);
        desk.polls(101);
        var reloaded = desk.polls(102);
        desk.says(MESSAGE);
        assertThat(reloaded.body()).contains("<message");
    }

    @Test
    void requestsThatSaySomethingMayComeAtAnyTime() {
        var desk = new Desk(USUAL);
        for (int rid = 101; rid < 120; rid++) {
            assertThat(desk.asks(rid, "", MESSAGE).body()).isEmpty();
        }
    }

    @Test
    void aNewStreamIsNoEmptyRequest() {
        // XEP-0206, 5
        var desk = new Desk(USUAL);
        for (int rid = 101; rid < 110; rid++) {
            assertThat(desk.asks(rid, " xmlns:xmpp='urn:xmpp:xbosh' xmpp:restart='true'", "")
                            .body())
                    .isEmpty();
        }
    }

    @Test
    void whoPollsIsAnsweredAtOnceAndMayStayAwayForLonger() {
        // 12
        var desk = new Desk(" wait='60' hold='0' ver='1.6'");
        assertThat(desk.first.body()).contains(" hold='0'", " requests='1'", " inactivity='150'");
        assertThat(desk.polls(101).body()).isEqualTo("<body xmlns='http://jabber.org/protocol/httpbind'/>");
        desk.passes(149);
        assertThat(desk.isForsaken()).isFalse();
    }

    @Test
    void whatIsAnsweredInAMomentNeedNotBePolledFor() {
        var desk = new Desk(" wait='0' hold='1' ver='1.6'");
        var asked = desk.asks(101, "", "<iq xmlns='jabber:client'/>");
        desk.passesMillis(100);
        assertThat(asked.isAnswered()).isFalse();
        desk.passesMillis(200);
        assertThat(asked.isAnswered()).isTrue();
    }

    @Test
    void whoPollsInVainTooSoonEndsTheSession() {
        // 12
        var desk = new Desk(" wait='0' hold='0' ver='1.6'");
        desk.polls(101);
        desk.passes(4);
        assertThat(desk.polls(102).body()).isEqualTo(terminating("policy-violation"));
    }

    @Test
    void whoWasToldSomethingMayPollAgainAtOnce() {
        // 12: "if the connection manager's response to the first request contained no payloads"
        var desk = new Desk(" wait='0' hold='0' ver='1.6'");
        desk.says(MESSAGE);
        assertThat(desk.polls(101).body()).contains("<message");
        assertThat(desk.polls(102).body()).doesNotContain("terminate");
        desk.passes(5);
        assertThat(desk.polls(103).body()).doesNotContain("terminate");
    }
}
