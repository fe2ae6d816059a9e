package im.myna.feature.xep0133_administration;

import static im.myna.command.Clerk.admin;
import static im.myna.command.Clerk.field;
import static im.myna.command.Clerk.notes;
import static im.myna.command.Clerk.values;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.command.Clerk;
import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import java.util.List;
import org.junit.jupiter.api.Test;

@Play
@Shows("XEP-0133")
class ListCommandsTest {
    private static final String ROMEO = "romeo@im.example.com";
    private static final String JULIET = "juliet@im.example.com";
    private static final String NURSE = "nurse@im.example.com";

    private static Clerk nurse(Cast cast) {
        return new Clerk(cast.administrator("nurse", "house"));
    }

    private static long number(Clerk clerk, String which) {
        return Long.parseLong(values(clerk.calls(admin("get-" + which + "-users-num")), which + "usersnum")
                .get(0));
    }

    private static List<String> list(Clerk clerk, String command, String which) {
        return values(clerk.does(command, field("max_items", "none")), which + "userjids");
    }

    /** 4.13, 4.18. */
    @Test
    void theRegisteredAreCountedAndListedInOrder(Cast cast) {
        cast.account("romeo");
        cast.account("juliet");
        var nurse = nurse(cast);
        var all = list(nurse, "get-registered-users-list", "registered");
        assertThat(all).containsSubsequence(JULIET, NURSE, ROMEO);
        assertThat(number(nurse, "registered")).isEqualTo(all.size());
    }

    /** 4.18: with a limit, it is told when there are more. */
    @Test
    void aListHasAnEnd(Cast cast) {
        for (int i = 0; i < 26; i++) {
            cast.account("user" + i);
        }
        var done = nurse(cast).does("get-registered-users-list", field("max_items", "25"));
        assertThat(values(done, "registereduserjids")).hasSize(25);
        assertThat(notes(done)).containsExactly("warn: there are more than these 25");
    }

    /** 4.15 to 4.17, 4.20 to 4.22: who is online is active or idle. */
    @Test
    void whoIsHereIsActiveOrIdle(Cast cast) {
        cast.available("juliet", "balcony");
        var romeo = cast.available("romeo", "home");
        var nurse = nurse(cast);
        assertThat(list(nurse, "get-online-users-list", "online")).containsExactly(JULIET, NURSE, ROMEO);
        assertThat(list(nurse, "get-active-users", "active")).containsExactly(JULIET, ROMEO);
        romeo.sends("<presence><show>away</show></presence>");
        romeo.receives("<presence from='{any}' to='{any}'><show>away</show></presence>");
        assertThat(list(nurse, "get-active-users", "active")).containsExactly(JULIET);
        assertThat(list(nurse, "get-idle-users", "idle")).containsExactly(NURSE, ROMEO);
        assertThat(number(nurse, "online")).isEqualTo(3);
        assertThat(number(nurse, "active")).isEqualTo(1);
        assertThat(number(nurse, "idle")).isEqualTo(2);
        cast.available("romeo", "garden");
        assertThat(number(nurse, "active")).isEqualTo(2);
    }

    /** 4.14. */
    @Test
    void theDisabledAreCounted(Cast cast) {
        cast.account("romeo");
        var nurse = nurse(cast);
        long before = number(nurse, "disabled");
        nurse.does("disable-user", field("accountjids", ROMEO));
        assertThat(number(nurse, "disabled")).isEqualTo(before + 1);
    }

    /** 4.8. */
    @Test
    void aContactListIsShown(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='set' id='r1'><query xmlns='jabber:iq:roster'><item jid='" + JULIET
                + "' name='Juliet'><group>Lovers</group></item></query></iq>");
        romeo.skips();
        var form = nurse(cast)
                .does("get-user-roster", field("accountjids", ROMEO))
                .child(Clerk.FORMS, "x")
                .orElseThrow();
        var item =
                form.child("jabber:iq:roster", "query").orElseThrow().children().get(0);
        assertThat(item.attribute("jid")).contains(JULIET);
        assertThat(item.attribute("name")).contains("Juliet");
        assertThat(item.child("group").orElseThrow().text()).isEqualTo("Lovers");
    }

    /** 4.9: what is not known is not made up. */
    @Test
    void whenAUserWasHereIsTold(Cast cast) {
        var romeo = cast.available("romeo", "home");
        cast.account("juliet");
        var nurse = nurse(cast);
        var here = nurse.does("get-user-lastlogin", field("accountjids", ROMEO));
        assertThat(values(here, "lastlogin")).singleElement().asString().endsWith("Z");
        assertThat(notes(here)).containsExactly("info: " + ROMEO + " is here");
        romeo.leaves();
        var never = nurse.does("get-user-lastlogin", field("accountjids", JULIET));
        assertThat(values(never, "lastlogin")).isEmpty();
        assertThat(notes(never)).containsExactly("info: " + JULIET + " was never here");
        nurse.calls(admin("get-user-lastlogin"));
        assertThat(nurse.fails("complete", field("accountjids", ROMEO, "nobody@im.example.com")))
                .isEqualTo("cancel item-not-found");
    }

    /** 4.10. */
    @Test
    void howAUserIsConnectedIsTold(Cast cast) {
        cast.login("romeo", "home");
        cast.login("romeo", "garden");
        var told = nurse(cast).does("user-stats", field("accountjids", ROMEO));
        assertThat(values(told, "onlineresources")).containsExactly("garden", "home");
        assertThat(values(told, "ipaddresses")).containsExactly("127.0.0.1");
        assertThat(values(told, "rostersize")).containsExactly("0");
    }
}
