package im.myna.negotiation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.sasl.ScramClient;
import im.myna.specification.Shows;
import im.myna.store.account.Lock;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6120, 6.5.1: the account has been disabled; only who proves to be its owner learns that (13.11). */
@Shows("RFC 6120")
class LockedOutTest {
    private static final Lock DISABLED = new Lock(true, Instant.EPOCH);

    private final House house = new House(Map.of());
    private final Visitor visitor = house.visitor().encrypted();
    private Jid juliet;

    @BeforeEach
    void open() {
        juliet = house.account("juliet");
        visitor.opens();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"})
    void whoIsDisabledHearsItAfterTheProof(String mechanism) {
        house.lock(juliet, DISABLED);
        assertThat(scram(mechanism, House.PASSWORD)).isEqualTo("account-disabled");
        assertThat(visitor.isEstablished()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"})
    void whoGuessesHearsNothingOfIt(String mechanism) {
        house.lock(juliet, DISABLED);
        assertThat(scram(mechanism, "Romeo")).isEqualTo("not-authorized");
    }

    @Test
    void aPasswordThatIsRightIsAnsweredWithTheTruth() {
        house.lock(juliet, DISABLED);
        plain(House.PASSWORD);
        visitor.hears("<failure xmlns='" + Visitor.SASL + "'><account-disabled/></failure>");
        plain("Romeo");
        visitor.hears("<failure xmlns='" + Visitor.SASL + "'><not-authorized/></failure>");
        assertThat(visitor.isEstablished()).isFalse();
    }

    @Test
    void aLockThatEndsSaysWhenAndEnds() {
        var until = house.clock().instant().plusSeconds(60);
        house.lock(juliet, new Lock(false, until));
        plain(House.PASSWORD);
        visitor.hears("<failure xmlns='" + Visitor.SASL + "'><account-disabled/>"
                + "<text xml:lang='en'>this account is locked until " + until + "</text></failure>");
        house.clock().pass(Duration.ofSeconds(60));
        plain(House.PASSWORD);
        visitor.hears("<success xmlns='" + Visitor.SASL + "'/>");
    }

    @Test
    void whoIsUnlockedComesIn() {
        house.lock(juliet, DISABLED);
        assertThat(scram("SCRAM-SHA-256", House.PASSWORD)).isEqualTo("account-disabled");
        house.lock(juliet, Lock.NONE);
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
    }

    @Test
    void whoProvesHimselfAndIsKeptOutIsNotSlowedDownLikeAGuesser() {
        house.lock(juliet, DISABLED);
        for (int i = 0; i < 4; i++) {
            plain(House.PASSWORD);
            visitor.hearsFailure("account-disabled");
        }
        assertThat(visitor.delays()).isEmpty();
    }

    @Test
    void whoIsSentAwayBetweenProofAndSessionIsSentAwayThen() {
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
        visitor.opens();
        house.lock(juliet, DISABLED);
        house.expulsions().expel(juliet, new StreamException(StreamCondition.POLICY_VIOLATION));
        visitor.sends("<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        visitor.isCutOff("policy-violation");
        assertThat(visitor.outcome()).isInstanceOfSatisfying(Outcome.Bound.class, bound -> assertThat(
                        bound.session().isEnded())
                .isTrue());
    }

    @Test
    void whoIsSentAwayBetweenChallengeAndProofIsSentAwayWhenTheSessionIsThere() {
        var client = new ScramClient("SCRAM-SHA-256", "juliet", House.PASSWORD);
        visitor.auth("SCRAM-SHA-256", client.first());
        house.lock(juliet, DISABLED);
        house.expulsions().expel(juliet, new StreamException(StreamCondition.POLICY_VIOLATION));
        visitor.responds(client.respond(visitor.hears().text()));
        client.verify(visitor.hears().text());
        visitor.opens();
        visitor.sends("<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        visitor.isCutOff("policy-violation");
    }

    @Test
    void whoBeginsAfterHavingBeenSentAwayStays() {
        house.expulsions().expel(juliet, new StreamException(StreamCondition.RESET));
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
        visitor.opens();
        visitor.sends("<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        assertThat(visitor.isClosed()).isFalse();
        visitor.hearsNothing();
    }

    private String scram(String mechanism, String password) {
        var client = new ScramClient(mechanism, "juliet", password);
        visitor.auth(mechanism, client.first());
        visitor.responds(client.respond(visitor.hears().text()));
        return visitor.hears().children().get(0).name().local();
    }

    private void plain(String password) {
        visitor.auth("PLAIN", Base64.getEncoder().encodeToString(("\0juliet\0" + password).getBytes(UTF_8)));
    }
}
