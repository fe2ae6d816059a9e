package im.myna.blackbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.admin.Site.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees and changes what on the admin pages. */
@ExtendWith(Administered.class)
class RightsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard",
                "/users",
                "/newuser",
                "/sessions",
                "/audit",
                "/tokens",
                "/about",
                "/groups",
                "/settings",
                "/certificates",
                "/logs?text=nothing+says+this",
                "/database",
                "/broadcast"
            })
    void anAdministratorSeesEveryPageAndOnlyItsOwnScriptsRun(String path, Site site) {
        var page = site.admin().get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(Site.ADMIN).doesNotContain("???", "#{");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        var policies = String.join(" ", page.response().headers().allValues("Content-Security-Policy"));
        assertThat(policies)
                .contains(
                        "default-src 'none'",
                        "frame-ancestors 'none'",
                        "form-action 'self'",
                        "script-src 'self' 'nonce-")
                .doesNotContain("unsafe-eval")
                .doesNotContainPattern("script-src[^;]*unsafe");
        assertThat(page.body()).doesNotContainPattern("<[^>]+ on(click|load|submit|change)=");
    }

    /** The page at the door is the one that is worth most to whoever lays another page over it. */
    @Test
    void thePageAtTheDoorIsNotShownWithinOthersAndRunsNoScripts(Site site) {
        var page = site.stranger().get("/login");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        // What one policy forbids, no other allows.
        assertThat(page.response().headers().allValues("Content-Security-Policy"))
                .anySatisfy(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("script-src"));
    }

    @Test
    void whatIsNotThereIsSaid(Site site) {
        for (var path : List.of(
                "/nothing",
                "/user?jid=nobody@im.example.com",
                "/user?jid=@@",
                "/user",
                "/session?jid=a@im.example.com/b",
                "/users?domain=x")) {
            var answer = site.admin().get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("There is no such page").doesNotContain("Exception", "Payara");
        }
    }

    @Test
    void whoGovernsADomainSeesNoOther(Site site) {
        var governor = site.login(site.make("governor", Site.ELSEWHERE, "domain-admin"));
        var own = site.make("own", Site.ELSEWHERE, "user");
        var foreign = site.make("foreign", Site.HERE, "user");
        assertThat(governor.get("/users").body()).contains(own.jid()).doesNotContain(Site.HERE);
        assertThat(governor.get("/user?jid=" + own.jid()).status()).isEqualTo(200);
        assertThat(governor.get("/user?jid=" + foreign.jid()).status()).isEqualTo(404);
        assertThat(governor.get("/users?domain=" + Site.HERE).status()).isEqualTo(404);
        assertThat(governor.get("/sessions?domain=" + Site.HERE).status()).isEqualTo(404);
        assertThat(governor.get("/audit").body()).contains(own.jid()).doesNotContain(foreign.jid());
        var group = "foreign@" + Site.HERE;
        site.rest("POST", "/groups", "{\"id\":\"" + group + "\",\"members\":[\"" + foreign.jid() + "\"]}");
        assertThat(site.admin().get("/group?id=" + group).body()).contains(foreign.jid());
        for (var path : List.of("/group?id=" + group, "/groups?domain=" + Site.HERE)) {
            assertThat(governor.get(path).status()).as(path).isEqualTo(404);
        }
        for (var path : List.of("/settings", "/certificates", "/logs", "/database")) {
            assertThat(governor.get(path).status()).as(path).isEqualTo(403);
        }
        for (var path : List.of("/dashboard", "/sessions", "/about", "/newuser")) {
            assertThat(governor.get(path).body()).as(path).doesNotContain(foreign.jid(), Site.ADMIN);
        }
    }

    @Test
    void whoGovernsLocksAUser(Site site) {
        var user = site.make("locked", Site.HERE, "user");
        press(site.admin(), user, "form:lock", Map.of("form:hours", "0"));
        assertThat(site.rest("GET", "/users/" + user.jid(), "")).contains("\"disabled\":true");
        press(site.admin(), user, "form:unlock", Map.of());
        assertThat(site.rest("GET", "/users/" + user.jid(), "")).contains("\"disabled\":false");
        assertThat(site.rest("GET", "/audit?subject=" + user.jid(), "")).contains("user.lock");
    }

    /** He is shown no button; to press one that is not there does nothing. */
    @Test
    void anAuditorSeesAllAndChangesNothing(Site site) {
        var auditor = site.login(site.make("auditor", Site.HERE, "auditor"));
        var user = site.make("audited", Site.HERE, "user");
        var page = auditor.get("/user?jid=" + user.jid());
        assertThat(page.body()).contains(user.jid()).doesNotContain("form:lock", "form:remove", "form:passwd");
        for (var button : List.of("form:lock", "form:remove", "form:passwd", "form:give")) {
            press(auditor, user, button, Map.of("form:hours", "0", "form:password", "x", "form:role", "ADMIN"));
        }
        assertThat(site.rest("GET", "/users/" + user.jid(), "")).contains("\"disabled\":false", "\"role\":\"user\"");
        assertThat(auditor.get("/users").body()).doesNotContain("/admin/newuser");
        var made = auditor.press(
                "/newuser",
                auditor.get("/newuser"),
                "form:add",
                Map.of("form:name", "sneaked", "form:domain", Site.HERE, "form:password", "x", "form:role", "USER"));
        assertThat(made.body()).contains("That is not for you to do.");
    }

    @Test
    void theStateOfAPageIsGoodInItsOwnSessionOnly(Site site) {
        var user = site.make("kept", Site.HERE, "user");
        var path = "/user?jid=" + user.jid();
        var page = site.admin().get(path);
        assertThat(page.state()).isNotEmpty();
        var answer = site.admin().press(path, page, "form:lock", Map.of("form:hours", "0"));
        assertThat(answer.body()).contains("<redirect");
        assertThat(site.rest("GET", "/users/" + user.jid(), "")).contains("\"disabled\":false");
    }

    @Test
    void whoLosesHisRoleIsOutAtTheNextClick(Site site) {
        var person = site.make("fallen", Site.HERE, "auditor");
        assertOut(site, person, () -> site.rest("PATCH", "/users/" + person.jid(), "{\"role\":\"user\"}"));
    }

    @Test
    void whoIsLockedIsOutAtTheNextClick(Site site) {
        var person = site.make("shut", Site.HERE, "auditor");
        assertOut(site, person, () -> site.rest("PATCH", "/users/" + person.jid(), "{\"disabled\":true}"));
    }

    @Test
    void whosePasswordIsChangedIsOutAtTheNextClick(Site site) {
        var person = site.make("changed", Site.HERE, "auditor");
        assertOut(
                site, person, () -> site.rest("PUT", "/users/" + person.jid() + "/password", "{\"password\":\"new\"}"));
    }

    private static void assertOut(Site site, Person person, Runnable change) {
        var visitor = site.login(person);
        assertThat(visitor.get("/about").status()).isEqualTo(200);
        change.run();
        assertThat(visitor.get("/about").status()).isEqualTo(303);
        assertThat(visitor.with("Faces-Request", "partial/ajax")
                        .post("/about", Map.of())
                        .body())
                .contains("<redirect url=\"/admin/login");
    }

    private static void press(Visitor visitor, Person user, String button, Map<String, String> fields) {
        var path = "/user?jid=" + user.jid();
        visitor.press(path, visitor.get(path), button, fields);
    }
}
