package im.myna.feature.xep0050_commands;

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
import im.myna.xml.Element;
import im.myna.xml.Name;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Play
@Shows({"XEP-0050", "XEP-0004"})
class AdHocTest {
    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String ITEMS = "http://jabber.org/protocol/disco#items";
    private static final String ROLE = "im.myna/change-role";
    private static final String JULIET = field("accountjid", "juliet@im.example.com");

    private static Element asks(Actor actor, String ns, String node) {
        actor.sends("<iq type='get' id='d1' to='im.example.com'><query xmlns='" + ns + "' node='" + node + "'/></iq>");
        return actor.next();
    }

    private static List<String> names(Element command) {
        var actions = command.child("actions").orElseThrow();
        return actions.children().stream().map(child -> child.name().local()).toList();
    }

    /** 2.1. */
    @Test
    void theServerSaysThatItHasCommands(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='get' id='d1' to='im.example.com'><query xmlns='" + INFO + "'/></iq>");
        assertThat(romeo.next().child(INFO, "query").orElseThrow().children("feature"))
                .extracting(feature -> feature.attribute("var").orElse(""))
                .contains(Clerk.NS, Clerk.FORMS);
    }

    /** 2.2: not everybody is sent the same list. */
    @Test
    void everybodySeesWhatHeMayDo(Cast cast) {
        var nurse = cast.administrator("nurse", "house");
        var items = asks(nurse, ITEMS, Clerk.NS).child(ITEMS, "query").orElseThrow();
        assertThat(items.attribute("node")).contains(Clerk.NS);
        assertThat(items.children("item"))
                .extracting(item -> item.attribute("node").orElse(""))
                .contains(admin("add-user"), admin("announce"), ROLE)
                .doesNotHaveDuplicates();
        assertThat(items.children("item"))
                .allSatisfy(item -> assertThat(item.attribute("jid")).contains("im.example.com"))
                .allSatisfy(item -> assertThat(item.attribute("name")).isPresent());
        var romeo = cast.login("romeo", "home");
        assertThat(asks(romeo, ITEMS, Clerk.NS)
                        .child(ITEMS, "query")
                        .orElseThrow()
                        .children())
                .isEmpty();
    }

    /** 2.2. */
    @Test
    void aCommandTellsWhatItIsToThoseWhoMayCallIt(Cast cast) {
        var nurse = cast.administrator("nurse", "house");
        var node = admin("add-user");
        asks(nurse, INFO, Clerk.NS)
                .child(INFO, "query")
                .orElseThrow()
                .child("identity")
                .ifPresent(identity -> assertThat(identity.attribute("type")).contains("command-list"));
        nurse.sends(
                "<iq type='get' id='d2' to='im.example.com'><query xmlns='" + INFO + "' node='" + node + "'/></iq>");
        nurse.receives("<iq type='result' id='d2' from='im.example.com' to='nurse@im.example.com/house'><query xmlns='"
                + INFO + "' node='" + node + "'><identity category='automation' type='command-node' name='{any}'/>"
                + "<feature var='" + Clerk.NS + "'/><feature var='jabber:x:data'/></query></iq>");
        assertThat(asks(nurse, ITEMS, node).child(ITEMS, "query").orElseThrow().children())
                .isEmpty();
        var romeo = cast.login("romeo", "home");
        assertThat(asks(romeo, INFO, node)
                        .child("error")
                        .orElseThrow()
                        .children()
                        .get(0)
                        .name()
                        .local())
                .isEqualTo("forbidden");
        assertThat(asks(nurse, INFO, "make-tea")
                        .child("error")
                        .orElseThrow()
                        .children()
                        .get(0)
                        .name()
                        .local())
                .isEqualTo("item-not-found");
    }

    /** 4.4. */
    @Test
    void whoMayNotIsRefused(Cast cast) {
        var romeo = new Clerk(cast.login("romeo", "home"));
        assertThat(romeo.isRefused(admin("delete-user"))).isEqualTo("auth forbidden");
        assertThat(romeo.isRefused("make-tea")).isEqualTo("cancel item-not-found");
    }

    /** 2.4.1: at once when nothing has to be asked. */
    @Test
    void aCommandWithoutQuestionsIsDoneAtOnce(Cast cast) {
        var done = new Clerk(cast.administrator("nurse", "house")).calls(admin("get-online-users-num"));
        assertThat(done.attribute("status")).contains("completed");
        assertThat(values(done, "onlineusersnum")).containsExactly("1");
    }

    /** 2.4.2; the language, 3.8. */
    @Test
    void stagesAreGoneThroughForthAndBack(Cast cast) {
        cast.account("juliet");
        var actor = cast.administrator("nurse", "house");
        var nurse = new Clerk(actor);
        var first = nurse.calls(ROLE);
        assertThat(first.attribute("status")).contains("executing");
        assertThat(first.child("actions").orElseThrow().attribute("execute")).contains("next");
        assertThat(names(first)).containsExactly("next");
        var second = nurse.submits("next", JULIET);
        assertThat(names(second)).containsExactly("prev", "complete");
        assertThat(second.child("actions").orElseThrow().attribute("execute")).contains("complete");
        assertThat(values(second, "role")).containsExactly("user");
        assertThat(nurse.submits("prev")).isEqualTo(first);
        assertThat(nurse.submits("execute", JULIET)).isEqualTo(second);
        var done = nurse.submits("execute", field("role", "auditor"));
        assertThat(done.attribute("status")).contains("completed");
        assertThat(notes(done)).containsExactly("info: juliet@im.example.com is auditor");
        actor.sends("<iq type='set' id='l1' to='im.example.com'><command xmlns='" + Clerk.NS + "' node='" + ROLE
                + "'/></iq>");
        assertThat(actor.next().attribute(Name.LANG)).contains("en");
    }

    /** 2.4.3. */
    @Test
    void whatIsCanceledIsOver(Cast cast) {
        var nurse = new Clerk(cast.administrator("nurse", "house"));
        nurse.calls(ROLE);
        assertThat(nurse.submits("cancel").attribute("status")).contains("canceled");
        assertThat(nurse.fails("next", JULIET)).isEqualTo("cancel not-allowed session-expired");
    }

    /** 4.4. */
    @ParameterizedTest
    @CsvSource({
        "dance,modify bad-request malformed-action",
        "prev,modify bad-request bad-action",
        "complete,modify bad-request bad-action",
        "next,modify bad-request bad-payload"
    })
    void whatCannotBeMeantIsToldAndChangesNothing(String action, String fault, Cast cast) {
        cast.account("juliet");
        var nurse = new Clerk(cast.administrator("nurse", "house"));
        nurse.calls(ROLE);
        assertThat(nurse.fails(action, field("accountjid", "@nobody"))).isEqualTo(fault);
        assertThat(nurse.submits("next", JULIET).attribute("status")).contains("executing");
    }

    /** 4.4. */
    @Test
    void whatWasNotBegunCannotGoOn(Cast cast) {
        var nurse = new Clerk(cast.administrator("nurse", "house"));
        nurse.calls(ROLE);
        var mine = nurse.id();
        nurse.pretends("somebody-elses");
        assertThat(nurse.fails("next", JULIET)).isEqualTo("modify bad-request bad-sessionid");
        assertThat(nurse.isRefusedWith("node='" + admin("add-user") + "' sessionid='" + mine + "'"))
                .isEqualTo("modify bad-request bad-sessionid");
        assertThat(nurse.isRefusedWith("node='" + ROLE + "' action='cancel'"))
                .isEqualTo("modify bad-request bad-action");
        assertThat(nurse.isRefusedWith("")).isEqualTo("cancel item-not-found");
        var other = new Clerk(cast.administrator("nurse", "garden"));
        other.calls(ROLE);
        other.pretends(mine);
        assertThat(other.fails("next", JULIET)).isEqualTo("modify bad-request bad-sessionid");
    }

    @Test
    void whoLosesHisRoleMeanwhileGoesNoFurther(Cast cast) {
        var nurse = new Clerk(cast.administrator("nurse", "house"));
        var friar = new Clerk(cast.administrator("friar", "cell"));
        friar.calls(ROLE);
        nurse.calls(ROLE);
        nurse.submits("next", field("accountjid", "friar@im.example.com"));
        nurse.submits("complete", field("role", "user"));
        assertThat(friar.fails("next", JULIET)).isEqualTo("auth forbidden");
    }

    /** XEP-0133, 5: what was refused can be tried anew. */
    @Test
    void whatTheServerRefusesIsToldAndCanBeCorrected(Cast cast) {
        cast.account("juliet");
        var nurse = new Clerk(cast.administrator("nurse", "house"));
        nurse.calls(ROLE);
        assertThat(nurse.fails("next", field("accountjid", "nobody@im.example.com")))
                .isEqualTo("cancel item-not-found");
        assertThat(nurse.submits("next", JULIET).attribute("status")).contains("executing");
    }
}
