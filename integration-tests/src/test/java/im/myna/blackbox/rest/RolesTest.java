package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.rest.Office.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may what. What somebody may not see looks as if it were not there. */
@ExtendWith(Governed.class)
class RolesTest {
    private static final List<String> READABLE =
            List.of("/status", "/domains", "/users", "/sessions", "/groups", "/audit", "/users/" + Office.ADMIN);

    private static void changesNothing(Rest who, Person victim, int status) {
        who.post("/users", "{\"jid\":\"made-up@" + Office.HERE + "\",\"password\":\"x\"}")
                .problem(status);
        who.patch(victim.path(), "{\"disabled\":true}").problem(status);
        who.patch(victim.path(), "{\"role\":\"admin\"}").problem(status);
        who.put(victim.path() + "/password", "{\"password\":\"x\"}").problem(status);
        who.delete(victim.path()).problem(status);
        who.delete(victim.path() + "/offline").problem(status);
        who.delete("/sessions/" + victim.jid() + "/x").problem(status);
        who.post("/sessions/" + victim.jid() + "/x/messages", "{\"body\":\"x\"}")
                .problem(status);
    }

    @Test
    void aUserHasHisTokensAndNothingElse(Office office) {
        var user = office.user("plain");
        for (var path : READABLE) {
            office.as(user).get(path).problem(403);
        }
        office.as(user).get(user.path()).problem(403);
        changesNothing(office.as(user), user, 403);
        office.as(user).get("/tokens").good();
    }

    @Test
    void anAuditorReadsEverythingAndChangesNothing(Office office) {
        var auditor = office.as(office.make("auditor", Office.HERE, "auditor"));
        for (var path : READABLE) {
            auditor.get(path).good();
        }
        changesNothing(auditor, office.user("victim"), 403);
    }

    @Test
    void whoGovernsADomainGovernsItsUsers(Office office) {
        var chief = office.as(office.make("chief", Office.ELSEWHERE, "domain-admin"));
        var user = office.make("subject", Office.ELSEWHERE, "user");
        assertThat(chief.get("/domains").good().list("domains"))
                .extracting(domain -> domain.get("domain"))
                .isEqualTo(List.of(Office.ELSEWHERE));
        assertThat(chief.get("/users").good().list("users"))
                .allSatisfy(each -> assertThat(each.get("jid")).asString().endsWith("@" + Office.ELSEWHERE));
        chief.patch(user.path(), "{\"disabled\":true}").good();
        chief.put(user.path() + "/password", "{\"password\":\"x\"}").good();
        chief.get(user.path() + "/roster").good();
        chief.get(user.path() + "/offline").good();
        chief.delete(user.path()).good();
        chief.post("/users", "{\"jid\":\"" + user.jid() + "\",\"password\":\"x\"}")
                .good();
    }

    @Test
    void otherDomainsAreNotThereForHim(Office office) {
        var chief = office.as(office.make("chief", Office.ELSEWHERE, "domain-admin"));
        var user = office.user("foreigner");
        chief.get("/users?domain=" + Office.HERE).problem(404);
        chief.get("/sessions?domain=" + Office.HERE).problem(404);
        chief.get("/audit?domain=" + Office.HERE).problem(404);
        chief.get("/users?domain=nowhere.example").problem(404);
        assertThat(chief.get(user.path()).problem(404))
                .isEqualTo(chief.get("/users/nobody@" + Office.HERE).problem(404));
        chief.get(user.path() + "/roster").problem(404);
        chief.get(user.path() + "/offline").problem(404);
        chief.get(user.path() + "/tracing").problem(404);
        chief.put("/certificates/" + Office.HERE, "{\"chain\":\"x\",\"key\":\"x\"}")
                .problem(403);
        chief.post("/broadcasts", "{\"body\":\"x\",\"to\":\"all\",\"domain\":\"" + Office.HERE + "\"}")
                .problem(404);
        changesNothing(chief, user, 404);
        try (var client = office.login(user, "one")) {
            client.ping();
            chief.get("/sessions/" + user.jid() + "/one").problem(404);
            assertThat(chief.get("/sessions").good().list("sessions")).isEmpty();
        }
        assertThat(chief.get("/audit").good().list("entries"))
                .allSatisfy(entry -> assertThat(entry.get("subject")).asString().endsWith("@" + Office.ELSEWHERE));
    }

    @Test
    void whoGovernsADomainGivesNobodyPowerAndTakesItFromNobody(Office office) {
        var own = office.make("chief", Office.HERE, "domain-admin");
        var chief = office.as(own);
        var user = office.user("subject");
        for (var role : List.of("admin", "auditor", "domain-admin")) {
            chief.patch(user.path(), "{\"role\":\"" + role + "\"}").problem(403);
            chief.post("/users", "{\"jid\":\"new@" + Office.HERE + "\",\"password\":\"x\",\"role\":\"" + role + "\"}")
                    .problem(403);
        }
        chief.put("/users/" + Office.ADMIN + "/password", "{\"password\":\"x\"}")
                .problem(403);
        chief.patch("/users/" + Office.ADMIN, "{\"disabled\":true}").problem(403);
        chief.delete("/users/" + Office.ADMIN).problem(403);
        var auditor = office.make("auditor", Office.HERE, "auditor");
        chief.put(auditor.path() + "/password", "{\"password\":\"x\"}").problem(403);
        chief.patch(own.path(), "{\"role\":\"admin\"}").problem(403);
        office.admin().get("/users/" + Office.ADMIN).good();
    }

    /** The number of a token opens nothing to anybody else, not even to an administrator. */
    @Test
    void theTokensOfOthersAreNotThere(Office office) {
        var owner = office.as(office.user("owner"));
        owner.post("/tokens", "{\"name\":\"mine\",\"scopes\":[\"read\"]}").good();
        var id = owner.get("/tokens").good().list("tokens").get(0).get("id");
        office.as(office.user("thief")).delete("/tokens/" + id).problem(404);
        office.admin().delete("/tokens/" + id).problem(404);
        assertThat(owner.get("/tokens").good().list("tokens")).hasSize(1);
        owner.delete("/tokens/" + id).good();
    }

    @Test
    void whoLosesTheRoleLosesItWithTheNextRequest(Office office) {
        var person = office.make("fallen", Office.HERE, "admin");
        var token = office.as(person).post("/tokens", "{\"name\":\"x\",\"scopes\":[\"read\",\"write\"]}");
        var script = office.stranger().bearer(String.valueOf(token.get("token")));
        script.get("/users").good();
        office.admin().patch(person.path(), "{\"role\":\"user\"}").good();
        script.get("/users").problem(403);
        office.as(person).get("/users").problem(403);
    }
}
