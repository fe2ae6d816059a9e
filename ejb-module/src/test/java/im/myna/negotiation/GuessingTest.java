package im.myna.negotiation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.sasl.Mechanism;
import im.myna.sasl.ScramClient;
import im.myna.sasl.ScramHash;
import im.myna.sasl.ScramVerifier;
import im.myna.specification.Shows;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers, and those who guess, do not learn (RFC 6120, 6.4.5, 13.11 and 13.12). */
@Shows("RFC 6120")
class GuessingTest {
    private final House house = new House(Map.of());
    private final Visitor visitor = house.visitor().encrypted();

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String plain(String authzid, String username, String password) {
        return base64(authzid + '\0' + username + '\0' + password);
    }

    @BeforeEach
    void open() {
        house.account("juliet");
        visitor.opens();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"})
    void whoDoesNotExistIsAnsweredLikeWhoMistyped(String mechanism) {
        // 6.5.10, 13.11
        var known = challenge(mechanism, "juliet");
        var unknown = challenge(mechanism, "romeo");
        assertThat(unknown.replaceAll("(r=|s=)[^,]+", "$1")).isEqualTo(known.replaceAll("(r=|s=)[^,]+", "$1"));
        assertThat(salt(unknown)).hasSameSizeAs(salt(known)).isEqualTo(salt(challenge(mechanism, "Romeo")));
        assertThat(salt(unknown)).isNotEqualTo(salt(challenge(mechanism, "tybalt")));
        assertThat(challenge(mechanism, "a b")).contains("i=4096");
        var guest = house.visitor().encrypted();
        guest.opens();
        assertThat(guest.authenticates(mechanism, new ScramClient(mechanism, "romeo", House.PASSWORD)))
                .isFalse();
        guest.auth("PLAIN", plain("", "romeo", House.PASSWORD));
        assertThat(guest.hears()).isEqualTo(Visitor.failure("not-authorized"));
    }

    private String challenge(String mechanism, String username) {
        var guest = house.visitor().encrypted();
        guest.opens();
        guest.auth(mechanism, new ScramClient(mechanism, username, "").first());
        return new String(Base64.getDecoder().decode(guest.hears().text()), UTF_8);
    }

    private static String salt(String challenge) {
        return challenge.replaceAll(".*,s=([^,]+),.*", "$1");
    }

    @Test
    void anAccountWithoutVerifierIsAnsweredLikeOneThatDoesNotExist() {
        house.account("nurse", List.of());
        assertThat(visitor.authenticates("nurse", House.PASSWORD)).isFalse();
    }

    @Test
    void afterSoManyRetriesTheStreamIsClosed() {
        // 6.4.5
        for (int i = 0; i < 4; i++) {
            visitor.auth("PLAIN", plain("", "juliet", "guess" + i));
            visitor.hearsFailure("not-authorized");
        }
        visitor.isCutOff("policy-violation");
    }

    @Test
    void whoMistakesTheMechanismGuessesNothingAndMayTryAllOfThem() {
        // slixmpp 1.8 asks for bindings that we lack before it asks for what we have.
        for (int i = 0; i <= Mechanism.values().length; i++) {
            visitor.auth("SCRAM-SHA-1-PLUS", base64("p=tls-unique,,n=juliet,r=abc"));
            assertThat(visitor.hears().name().local()).isEqualTo("failure");
        }
        assertThat(visitor.delays()).isEmpty();
        visitor.isCutOff("policy-violation");
    }

    @Test
    void noMorePasswordsAreHashedAtOnceThanThereAreProcessors() throws InterruptedException, ExecutionException {
        var slow = ScramVerifier.of(ScramHash.SHA_256, House.PASSWORD, new byte[16], 200_000);
        house.account("tortoise", List.of(slow));
        int processors = Runtime.getRuntime().availableProcessors();
        var threads = Executors.newFixedThreadPool(processors);
        var refused = new AtomicBoolean();
        try {
            // Keep all processors busy until somebody was turned away; delays pass at once here, and all turns are
            // over.
            var slowLogIns = Stream.generate(() -> threads.submit(() -> {
                        while (!refused.get()) {
                            logsInByPassword("tortoise");
                        }
                    }))
                    .limit(processors)
                    .toList();
            while (!logsInByPassword("juliet").equals("temporary-auth-failure")) {
                assertThat(slowLogIns).noneMatch(Future::isDone);
            }
            refused.set(true);
            for (var logIn : slowLogIns) {
                logIn.get();
            }
        } finally {
            refused.set(true);
            threads.shutdown();
        }
        assertThat(logsInByPassword("juliet")).isEqualTo("success");
    }

    @Test
    void whoeverGuessesIsSlowedDownAndTheOwnerIsNot() {
        for (int i = 0; i < 5; i++) {
            var mallory = house.visitor().encrypted().from("198.51.100.7");
            mallory.opens();
            for (int guess = 0; guess < 3; guess++) {
                assertThat(mallory.authenticates("juliet", "guess" + guess)).isFalse();
            }
            assertThat(mallory.delays().isEmpty()).isEqualTo(i < 1);
        }
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
        assertThat(visitor.delays()).isEmpty();
    }

    private String logsInByPassword(String username) {
        var guest = house.visitor().encrypted();
        guest.opens();
        guest.auth("PLAIN", plain("", username, House.PASSWORD));
        var last = guest.hears();
        assertThat(guest.delays()).hasSizeLessThanOrEqualTo(200);
        return last.children().isEmpty()
                ? last.name().local()
                : last.children().get(0).name().local();
    }
}
