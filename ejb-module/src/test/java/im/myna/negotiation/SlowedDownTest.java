package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.With;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a guesser sees of {@link Throttle}, through the whole server. */
@Play
class SlowedDownTest {
    @Test
    @With("myna.login.throttle=true")
    void theAnswersComeLaterAndLaterButTheyComeInOrder(Cast cast) {
        cast.account("romeo");
        for (int i = 0; i < 2; i++) {
            var mallory = cast.connects("romeo");
            mallory.opens();
            for (int guess = 0; guess < 3; guess++) {
                mallory.isRefused("guess" + guess, "not-authorized");
            }
        }
        var begun = Instant.now();
        var romeo = cast.connects("romeo");
        romeo.opens();
        romeo.authenticates(Cast.PASSWORD);
        assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        romeo.binds("home");
        romeo.receivesNothing();
    }
}
