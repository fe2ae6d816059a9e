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
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Play
@Shows("XEP-0133")
class AccountCommandsTest {
    private static Clerk nurse(Cast cast) {
        return new Clerk(cast.administrator("nurse", "house"));
    }

    private static String jid(String... names) {
        var jids = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            jids[i] = names[i] + "@im.example.com";
        }
        return field(names.length == 1 ? "accountjid" : "accountjids", jids);
    }

    private static String jids(String name) {
        return field("accountjids", name + "@im.example.com");
    }

    /** 4.1. */
    @Test
    void aUserIsAddedAndLogsIn(Cast cast) {
        cast.willForget("paris");
        var done = nurse(cast)
                .does("add-user", jid("paris"), field("password", "C0unty"), field("password-verify", "C0unty"));
        assertThat(notes(done)).containsExactly("info: added paris@im.example.com");
        var paris = cast.connects("paris");
        paris.opens();
        paris.authenticates("C0unty");
        paris.binds("verona");
    }

    /** 5. */
    @ParameterizedTest
    @CsvSource({
        "juliet@im.example.com,x,x,cancel conflict",
        "tybalt@im.example.com,x,y,modify bad-request bad-payload",
        "tybalt@im.example.com,'','',modify bad-request bad-payload",
        "tybalt@elsewhere.example.com,x,x,modify bad-request bad-payload",
        "im.example.com,x,x,modify bad-request bad-payload"
    })
    void whoCannotBeAddedIsNot(String jid, String password, String again, String fault, Cast cast) {
        cast.account("juliet");
        var nurse = nurse(cast);
        nurse.calls(admin("add-user"));
        assertThat(nurse.fails(
                        "complete",
                        field("accountjid", jid),
                        field("password", password),
                        field("password-verify", again)))
                .isEqualTo(fault);
    }

    /** 4.2. */
    @Test
    void usersAreDeletedAndThoseThatAreNotThereAreNamed(Cast cast) {
        var romeo = cast.available("romeo", "home");
        cast.account("juliet");
        var done = nurse(cast).does("delete-user", jid("romeo", "nobody", "juliet"));
        assertThat(done.attribute("status")).contains("completed");
        assertThat(notes(done))
                .hasSize(2)
                .anyMatch(note -> note.startsWith("error: nobody@im.example.com: "))
                .contains("info: done for 2 of 3");
        romeo.isCutOff("not-authorized");
        var juliet = cast.connects("juliet");
        juliet.opens();
        juliet.isRefused(Cast.PASSWORD, "not-authorized");
    }

    @Test
    void theOnlyOneThatCannotBeDoneToIsAnError(Cast cast) {
        var nurse = nurse(cast);
        nurse.calls(admin("delete-user"));
        assertThat(nurse.fails("complete", jids("nobody"))).isEqualTo("cancel item-not-found");
        assertThat(nurse.fails("complete", jids("nurse"))).isEqualTo("cancel conflict");
        assertThat(nurse.fails("complete")).isEqualTo("modify bad-request bad-payload");
    }

    /** 4.3, 4.4. */
    @Test
    void whoIsDisabledComesInWhenHeIsEnabledAgain(Cast cast) {
        var romeo = cast.available("romeo", "home");
        var nurse = nurse(cast);
        nurse.does("disable-user", jids("romeo"));
        romeo.isCutOffWithText("policy-violation");
        assertThat(values(nurse.does("get-disabled-users-list"), "disableduserjids"))
                .contains("romeo@im.example.com");
        var shut = cast.connects("romeo");
        shut.opens();
        shut.isRefused(Cast.PASSWORD, "account-disabled");
        nurse.does("reenable-user", jids("romeo"));
        cast.login("romeo", "home");
    }

    /** 4.5: an address with a resource is that session. */
    @Test
    void sessionsAreEnded(Cast cast) {
        var home = cast.login("romeo", "home");
        var garden = cast.login("romeo", "garden");
        var street = cast.login("romeo", "street");
        var nurse = nurse(cast);
        nurse.does("end-user-session", jids("romeo").replace("example.com", "example.com/home"));
        home.isCutOffWithText("policy-violation");
        garden.receivesNothing();
        nurse.does("end-user-session", jids("romeo"));
        garden.isCutOffWithText("policy-violation");
        street.isCutOffWithText("policy-violation");
        nurse.calls(admin("end-user-session"));
        assertThat(nurse.fails("complete", jids("nobody"))).isEqualTo("cancel item-not-found");
    }

    /** 4.7. */
    @Test
    void aPasswordIsChanged(Cast cast) {
        var romeo = cast.login("romeo", "home");
        nurse(cast).does("change-user-password", jid("romeo"), field("password", "n3w"));
        romeo.isCutOffWithText("reset");
        var again = cast.connects("romeo");
        again.opens();
        again.authenticates("n3w");
    }

    /** 4.29. */
    @Test
    void theListOfAdministratorsIsEdited(Cast cast) {
        cast.account("friar");
        var nurse = nurse(cast);
        var present = values(nurse.calls(admin("edit-admin")), "adminjids");
        assertThat(present).contains("nurse@im.example.com").doesNotContain("friar@im.example.com");
        assertThat(nurse.fails("complete", field("adminjids", "friar@im.example.com")))
                .isEqualTo("cancel conflict");
        var more = new ArrayList<>(present);
        more.add("friar@im.example.com");
        nurse.submits("complete", field("adminjids", more.toArray(String[]::new)));
        var friar = new Clerk(cast.login("friar", "cell"));
        assertThat(values(friar.calls(admin("edit-admin")), "adminjids")).hasSameElementsAs(more);
        nurse.does("edit-admin", field("adminjids", present.toArray(String[]::new)));
        assertThat(friar.isRefused(admin("edit-admin"))).isEqualTo("auth forbidden");
    }

    /** What a role may is decided where it is decided for all. */
    @Test
    void anAuditorLooksOnlyAndTheAdministratorOfADomainGovernsItsUsersOnly(Cast cast) {
        cast.account("auditor");
        cast.account("chief");
        cast.account("romeo");
        var nurse = nurse(cast);
        for (var one : new String[] {"auditor", "chief"}) {
            nurse.calls("im.myna/change-role");
            nurse.submits("next", jid(one));
            nurse.submits("complete", field("role", one.equals("chief") ? "domain-admin" : "auditor"));
        }
        var auditor = new Clerk(cast.login("auditor", "desk"));
        assertThat(values(auditor.calls(admin("get-registered-users-num")), "registeredusersnum"))
                .isNotEmpty();
        assertThat(auditor.isRefused(admin("disable-user"))).isEqualTo("auth forbidden");
        var chief = new Clerk(cast.login("chief", "desk"));
        chief.does("disable-user", jids("romeo"));
        assertThat(chief.isRefused(admin("edit-admin"))).isEqualTo("auth forbidden");
        chief.calls(admin("disable-user"));
        assertThat(chief.fails("complete", jids("nurse"))).isEqualTo("auth forbidden");
    }
}
