package im.myna.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.roster.SubscriptionState.Received;
import im.myna.roster.SubscriptionState.Sent;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.store.roster.Roster;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.Subscription;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** RFC 6121, appendix A, row by row; "-" is "no state change". And 3.4, which the tables mention in their notes. */
class SubscriptionStateTest {
    private static final Map<String, SubscriptionState> STATES = Map.of(
            "None", state(false, false, false, false),
            "None+PendingOut", state(false, true, false, false),
            "None+PendingIn", state(false, false, false, true),
            "None+PendingOut+In", state(false, true, false, true),
            "To", state(true, false, false, false),
            "To+PendingIn", state(true, false, false, true),
            "From", state(false, false, true, false),
            "From+PendingOut", state(false, true, true, false),
            "Both", state(true, false, true, false));

    @ParameterizedTest
    @CsvSource({
        // A.2.1
        "SUBSCRIBE,    None,               MUST,     None+PendingOut",
        "SUBSCRIBE,    None+PendingOut,    MUST,     -",
        "SUBSCRIBE,    None+PendingIn,     MUST,     None+PendingOut+In",
        "SUBSCRIBE,    None+PendingOut+In, MUST,     -",
        "SUBSCRIBE,    To,                 MUST,     -",
        "SUBSCRIBE,    To+PendingIn,       MUST,     -",
        "SUBSCRIBE,    From,               MUST,     From+PendingOut",
        "SUBSCRIBE,    From+PendingOut,    MUST,     -",
        "SUBSCRIBE,    Both,               MUST,     -",
        // A.2.2
        "UNSUBSCRIBE,  None,               MUST,     -",
        "UNSUBSCRIBE,  None+PendingOut,    MUST,     None",
        "UNSUBSCRIBE,  None+PendingIn,     MUST,     -",
        "UNSUBSCRIBE,  None+PendingOut+In, MUST,     None+PendingIn",
        "UNSUBSCRIBE,  To,                 MUST,     None",
        "UNSUBSCRIBE,  To+PendingIn,       MUST,     None+PendingIn",
        "UNSUBSCRIBE,  From,               MUST,     -",
        "UNSUBSCRIBE,  From+PendingOut,    MUST,     From",
        "UNSUBSCRIBE,  Both,               MUST,     From",
        // A.2.3
        "SUBSCRIBED,   None,               MUST NOT, -",
        "SUBSCRIBED,   None+PendingOut,    MUST NOT, -",
        "SUBSCRIBED,   None+PendingIn,     MUST,     From",
        "SUBSCRIBED,   None+PendingOut+In, MUST,     From+PendingOut",
        "SUBSCRIBED,   To,                 MUST NOT, -",
        "SUBSCRIBED,   To+PendingIn,       MUST,     Both",
        "SUBSCRIBED,   From,               MUST NOT, -",
        "SUBSCRIBED,   From+PendingOut,    MUST NOT, -",
        "SUBSCRIBED,   Both,               MUST NOT, -",
        // A.2.4
        "UNSUBSCRIBED, None,               MUST NOT, -",
        "UNSUBSCRIBED, None+PendingOut,    MUST NOT, -",
        "UNSUBSCRIBED, None+PendingIn,     MUST,     None",
        "UNSUBSCRIBED, None+PendingOut+In, MUST,     None+PendingOut",
        "UNSUBSCRIBED, To,                 MUST NOT, -",
        "UNSUBSCRIBED, To+PendingIn,       MUST,     To",
        "UNSUBSCRIBED, From,               MUST,     None",
        "UNSUBSCRIBED, From+PendingOut,    MUST,     None+PendingOut",
        "UNSUBSCRIBED, Both,               MUST,     To"
    })
    void whatIsSentChangesTheStateAndIsRouted(Presence.Type type, String existing, String route, String next) {
        var sent = STATES.get(existing).outbound(type);
        assertThat(apartFromApproval(sent.state())).isEqualTo(expected(existing, next));
        assertThat(sent.routed()).isEqualTo(route.equals("MUST"));
    }

    @ParameterizedTest
    @CsvSource({
        // A.3.1
        "SUBSCRIBE,    None,               MUST,     None+PendingIn",
        "SUBSCRIBE,    None+PendingOut,    MUST,     None+PendingOut+In",
        "SUBSCRIBE,    None+PendingIn,     MUST NOT, -",
        "SUBSCRIBE,    None+PendingOut+In, MUST NOT, -",
        "SUBSCRIBE,    To,                 MUST,     To+PendingIn",
        "SUBSCRIBE,    To+PendingIn,       MUST NOT, -",
        "SUBSCRIBE,    From,               MUST NOT, -",
        "SUBSCRIBE,    From+PendingOut,    MUST NOT, -",
        "SUBSCRIBE,    Both,               MUST NOT, -",
        // A.3.2
        "UNSUBSCRIBE,  None,               MUST NOT, -",
        "UNSUBSCRIBE,  None+PendingOut,    MUST NOT, -",
        "UNSUBSCRIBE,  None+PendingIn,     MUST,     None",
        "UNSUBSCRIBE,  None+PendingOut+In, MUST,     None+PendingOut",
        "UNSUBSCRIBE,  To,                 MUST NOT, -",
        "UNSUBSCRIBE,  To+PendingIn,       MUST,     To",
        "UNSUBSCRIBE,  From,               MUST,     None",
        "UNSUBSCRIBE,  From+PendingOut,    MUST,     None+PendingOut",
        "UNSUBSCRIBE,  Both,               MUST,     To",
        // A.3.3
        "SUBSCRIBED,   None,               MUST NOT, -",
        "SUBSCRIBED,   None+PendingOut,    MUST,     To",
        "SUBSCRIBED,   None+PendingIn,     MUST NOT, -",
        "SUBSCRIBED,   None+PendingOut+In, MUST,     To+PendingIn",
        "SUBSCRIBED,   To,                 MUST NOT, -",
        "SUBSCRIBED,   To+PendingIn,       MUST NOT, -",
        "SUBSCRIBED,   From,               MUST NOT, -",
        "SUBSCRIBED,   From+PendingOut,    MUST,     Both",
        "SUBSCRIBED,   Both,               MUST NOT, -",
        // A.3.4
        "UNSUBSCRIBED, None,               MUST NOT, -",
        "UNSUBSCRIBED, None+PendingOut,    MUST,     None",
        "UNSUBSCRIBED, None+PendingIn,     MUST NOT, -",
        "UNSUBSCRIBED, None+PendingOut+In, MUST,     None+PendingIn",
        "UNSUBSCRIBED, To,                 MUST,     None",
        "UNSUBSCRIBED, To+PendingIn,       MUST,     None+PendingIn",
        "UNSUBSCRIBED, From,               MUST NOT, -",
        "UNSUBSCRIBED, From+PendingOut,    MUST,     From",
        "UNSUBSCRIBED, Both,               MUST,     From"
    })
    void whatIsReceivedChangesTheStateAndIsDelivered(Presence.Type type, String existing, String deliver, String next) {
        var received = STATES.get(existing).inbound(type);
        assertThat(received.state()).isEqualTo(expected(existing, next));
        assertThat(received.delivered()).isEqualTo(deliver.equals("MUST"));
    }

    /** 3.1.3: "the contact's server SHOULD auto-reply". */
    @ParameterizedTest
    @CsvSource({"From", "From+PendingOut", "Both"})
    void whoIsSubscribedIsToldSo(String existing) {
        assertThat(STATES.get(existing).inbound(Presence.Type.SUBSCRIBE).granted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"None", "None+PendingOut", "None+PendingIn", "None+PendingOut+In", "To", "To+PendingIn"})
    void whoIsNotSubscribedHasToWait(String existing) {
        assertThat(STATES.get(existing).inbound(Presence.Type.SUBSCRIBE).granted())
                .isFalse();
    }

    /** 3.4.2. */
    @ParameterizedTest
    @CsvSource({
        "None,               true",
        "None+PendingOut,    true",
        "None+PendingIn,     false",
        "None+PendingOut+In, false",
        "To,                 true",
        "To+PendingIn,       false",
        "From,               false",
        "From+PendingOut,    false",
        "Both,               false"
    })
    void approvalInAdvanceIsNotedWhereNobodyAsked(String existing, boolean noted) {
        assertThat(STATES.get(existing)
                        .outbound(Presence.Type.SUBSCRIBED)
                        .state()
                        .approved())
                .isEqualTo(noted);
    }

    /** 3.4.2 and 3.1.3: the request is granted without asking. */
    @ParameterizedTest
    @CsvSource({"None, From", "None+PendingOut, From+PendingOut", "To, Both"})
    void aRequestThatWasApprovedInAdvanceIsGranted(String existing, String next) {
        var approved = STATES.get(existing).outbound(Presence.Type.SUBSCRIBED).state();
        var received = approved.inbound(Presence.Type.SUBSCRIBE);
        assertThat(apartFromApproval(received.state())).isEqualTo(STATES.get(next));
        assertThat(received).extracting(Received::delivered, Received::granted).containsExactly(false, true);
    }

    /** 3.4.2: it can be taken back. */
    @Test
    void approvalInAdvanceIsTakenBackWithoutTellingTheContact() {
        var none = STATES.get("None");
        var back = none.outbound(Presence.Type.SUBSCRIBED).state().outbound(Presence.Type.UNSUBSCRIBED);
        assertThat(back).isEqualTo(new Sent(none, false));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SUBSCRIBE", "SUBSCRIBED", "UNSUBSCRIBE", "UNSUBSCRIBED"},
            mode = Mode.EXCLUDE)
    void otherPresenceChangesNoSubscription(Presence.Type type) {
        var none = STATES.get("None");
        assertThatThrownBy(() -> none.outbound(type)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> none.inbound(type)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsSubscribedCannotWaitForTheAnswer() {
        assertThatThrownBy(() -> state(true, true, false, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> state(false, false, true, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStateIsReadFromTheRoster() {
        var romeo = Jid.of("romeo@im.example.com");
        var nurse = Jid.of("nurse@im.example.com");
        var item = RosterItem.of(romeo).with(Subscription.FROM, true, true);
        var request = new Presence(Head.NONE.from(nurse).type("subscribe"), Payload.EMPTY);
        var roster = new Roster(1, 1, Map.of(romeo, item), Map.of(), Map.of(nurse, request));
        var contacts = Contacts.NONE.with(roster);
        assertThat(SubscriptionState.in(contacts, romeo))
                .isEqualTo(new SubscriptionState(false, true, true, false, true));
        assertThat(SubscriptionState.in(contacts, nurse)).isEqualTo(STATES.get("None+PendingIn"));
        assertThat(SubscriptionState.in(contacts, Jid.of("tybalt@im.example.com")))
                .isEqualTo(STATES.get("None"));
    }

    @Test
    void eachStateHasItsSubscription() {
        var words = List.of("None", "To", "From", "Both").stream()
                .map(name -> STATES.get(name).subscription().word())
                .toList();
        assertThat(words).containsExactly("none", "to", "from", "both");
    }

    private static SubscriptionState expected(String existing, String next) {
        return STATES.get(next.equals("-") ? existing : next);
    }

    private static SubscriptionState apartFromApproval(SubscriptionState state) {
        return new SubscriptionState(state.to(), state.out(), state.from(), state.in(), false);
    }

    private static SubscriptionState state(boolean to, boolean out, boolean from, boolean in) {
        return new SubscriptionState(to, out, from, in, false);
    }
}
