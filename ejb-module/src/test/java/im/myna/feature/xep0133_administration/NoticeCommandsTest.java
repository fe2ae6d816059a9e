package im.myna.feature.xep0133_administration;

import static im.myna.command.Clerk.admin;
import static im.myna.command.Clerk.field;
import static im.myna.command.Clerk.notes;
import static im.myna.command.Clerk.values;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.command.Clerk;
import im.myna.conversation.Actor;
import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;

@Play
@Shows("XEP-0133")
class NoticeCommandsTest {
    private static Clerk nurse(Cast cast) {
        return new Clerk(cast.administrator("nurse", "house"));
    }

    private static void hears(Actor actor, String text) {
        actor.receives("<message type='headline' from='im.example.com' to='{any}'><body>" + text + "</body></message>");
    }

    /** So that it is known here when the server has heard it too: what an account said last is kept. */
    private static void leaves(Actor actor, Clerk nurse) {
        actor.sends("<presence type='unavailable'/>");
        actor.skips();
        actor.leaves();
        var subject = field("accountjids", actor.account());
        while (notes(nurse.does("get-user-lastlogin", subject)).get(0).endsWith(" is here")) {
            Thread.onSpinWait();
        }
    }

    /** 4.23. */
    @Test
    void allWhoAreHereAreTold(Cast cast) {
        var romeo = cast.available("romeo", "home");
        var juliet = cast.available("juliet", "balcony");
        var silent = cast.login("juliet", "bed");
        var done = nurse(cast).does("announce", field("announcement", "Tea at five.", "Bring cake."));
        assertThat(notes(done)).containsExactly("info: told 2 clients");
        hears(romeo, "Tea at five.\nBring cake.");
        hears(juliet, "Tea at five.\nBring cake.");
        silent.receivesNothing();
    }

    /** 5. */
    @Test
    void withoutWordsNothingIsTold(Cast cast) {
        var nurse = nurse(cast);
        nurse.calls(admin("announce"));
        assertThat(nurse.fails("complete", field("announcement", " "))).isEqualTo("modify bad-request bad-payload");
        assertThat(nurse.fails("complete", field("announcement", "x".repeat(4001))))
                .isEqualTo("modify bad-request bad-payload");
    }

    /** 4.24 to 4.26: now, or at the next log-in, and once. */
    @Test
    void theMessageOfTheDayIsHeardOnceByEverybody(Cast cast) {
        var nurse = nurse(cast);
        var early = cast.available("romeo", "home");
        leaves(early, nurse);
        var juliet = cast.available("juliet", "balcony");
        nurse.does("set-motd", field("motd", "The Globe opens."));
        try {
            hears(juliet, "The Globe opens.");
            var romeo = cast.available("romeo", "home");
            hears(romeo, "The Globe opens.");
            var garden = cast.available("romeo", "garden");
            garden.receives("<presence from='romeo@im.example.com/home' to='{any}'/>");
            garden.receivesNothing();
            leaves(juliet, nurse);
            cast.available("juliet", "balcony").receivesNothing();
            assertThat(values(nurse.calls(admin("edit-motd")), "motd")).containsExactly("The Globe opens.");
            nurse.submits("complete", field("motd", "The Globe is open."));
            romeo.skips();
            hears(cast.available("tybalt", "street"), "The Globe is open.");
        } finally {
            nurse.calls(admin("delete-motd"));
        }
        cast.available("mercutio", "street").receivesNothing();
        assertThat(nurse.isRefused(admin("delete-motd"))).isEqualTo("cancel item-not-found");
    }

    /** 4.27, 4.28. */
    @Test
    void whoComesForTheFirstTimeIsWelcomed(Cast cast) {
        var nurse = nurse(cast);
        leaves(cast.available("romeo", "home"), nurse);
        nurse.does("set-welcome", field("welcome", "Welcome to Verona."));
        try {
            cast.available("romeo", "home").receivesNothing();
            var juliet = cast.available("juliet", "balcony");
            hears(juliet, "Welcome to Verona.");
            assertThat(values(nurse.calls(admin("set-welcome")), "welcome")).containsExactly("Welcome to Verona.");
        } finally {
            nurse.calls(admin("delete-welcome"));
        }
        cast.available("tybalt", "street").receivesNothing();
    }
}
