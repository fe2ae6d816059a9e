package im.myna.blackbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How one comes in at the admin pages, and how not. */
@ExtendWith(Administered.class)
class DoorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Each is a way around some server's list of pages that need no log-in (CVE-2023-32315); here none leads to a page. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/",
                "/admin/about",
                "/admin/about.xhtml",
                "/admin/users",
                "/admin//users",
                "//admin/users",
                "/admin/./users",
                "/admin/%2e/users",
                "/admin/login/../users",
                "/admin/login/..;/users",
                "/admin/login;/../users",
                "/admin/login/%2e%2e/users",
                "/admin/login%2f..%2fusers",
                "/admin/login/%u002e%u002e/users",
                "/admin/login/users",
                "/admin/logout/../users",
                "/admin/preferences/../users",
                "/admin;x=/users",
                "/admin;/users",
                "/;/admin/users",
                "/admin/users;jsessionid=1",
                "/admin/users;myna-admin=1",
                "/admin/users%00",
                "/admin/users%20",
                "/admin\\users",
                "/admin/%75sers",
                "/%61dmin/users",
                "/ADMIN/users",
                "/web/../admin/users",
                "/web/..;/admin/users",
                "/web/%2e%2e/admin/users",
                "/chat/%252e%252e/admin/users",
                "/api/v1/prebind/../../../admin/users",
                "/admin/jakarta.faces.resource/core.js?ln=primefaces",
                "/admin/jakarta.faces.resource/../users",
                "/admin/jakarta.faces.resource/%2e%2e/users",
                "/admin/jakarta.faces.resource/theme.css;/../../users?ln=primefaces-saga-blue",
                "/admin/door",
                "/admin/door.xhtml",
                "/admin/mishap",
                "/admin/frame/page",
                "/WEB-INF/admin/users.xhtml",
                "/admin/WEB-INF/admin/users.xhtml",
                "/admin/../WEB-INF/web.xml",
                "/users.xhtml",
                "/faces/users.xhtml",
                "/users.jsf",
                "/jakarta.faces.resource/core.js.xhtml?ln=primefaces",
                "http://im.example.com/admin/users",
            })
    void noPathLeadsAroundTheDoor(String path, Site site) {
        var answer = site.raw(path);
        assertThat(answer).doesNotContain(Site.ADMIN, "ViewState", "PrimeFaces", "Exception", "ui:composition");
        assertThat(answer.lines().findFirst().orElse("")).doesNotContain(" 500");
        assertThat(answer).doesNotContain("Set-Cookie");
    }

    @Test
    void aStrangerIsLedToTheLogInAndThenToWhereHeWanted(Site site) {
        var asked = site.stranger().get("/users?search=juliet&role=ADMIN");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo("/admin/login?to=%2Fusers%3Fsearch%3Djuliet%26role%3DADMIN");
        var page = site.stranger().get(asked.header("Location").replace("/admin/", "/"));
        assertThat(page.body()).contains("value=\"/users?search=juliet&amp;role=ADMIN\"");
        var entered = site.stranger().login(Site.ADMIN, Site.PASSWORD, "/users?search=juliet&role=ADMIN");
        assertThat(entered.header("Location")).isEqualTo("/admin/users?search=juliet&role=ADMIN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "/a/../..//evil.example", "", "@x"})
    void nobodyIsLedElsewhere(String to, Site site) {
        var entered = site.stranger().login(Site.ADMIN, Site.PASSWORD, to);
        assertThat(entered.header("Location")).isEqualTo("/admin/dashboard");
    }

    /** Whoever gave a browser the name of a session before the log-in knows nothing of the one behind it. */
    @Test
    void aSessionHasANewNameAndItsCookieGoesNowhereElse(Site site) {
        var first = site.stranger().login(Site.ADMIN, Site.PASSWORD, "/about");
        var second = site.stranger().with("Cookie", first.cookie()).login(Site.ADMIN, Site.PASSWORD, "/about");
        assertThat(second.header("Set-Cookie"))
                .startsWith("myna-admin=")
                .doesNotStartWith(first.cookie())
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/admin");
        assertThat(site.stranger().with("Cookie", first.cookie()).get("/about").status())
                .isEqualTo(303);
        var chosen = site.stranger().with("Cookie", "myna-admin=chosen").login(Site.ADMIN, Site.PASSWORD, "/about");
        assertThat(chosen.cookie()).isNotEqualTo("myna-admin=chosen");
    }

    @Test
    void whoDidNotLogInHasNoSession(Site site) {
        for (var path : List.of("/login", "/login?why=wrong", "/about", "/users", "/jakarta.faces.resource/core.js")) {
            assertThat(site.stranger().get(path).header("Set-Cookie")).isEmpty();
        }
        assertThat(site.stranger().login(Site.ADMIN, "wrong", "").header("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void whoGoesIsOut(Site site) {
        var admin = site.admin();
        assertThat(admin.get("/about").status()).isEqualTo(200);
        assertThat(admin.post("/logout", Map.of()).header("Location")).isEqualTo("/admin/login?why=left");
        assertThat(admin.get("/about").status()).isEqualTo(303);
    }

    @Test
    void itIsSaidWhyNot(Site site) {
        var user = site.make("nobody", Site.HERE, "user");
        assertThat(why(site, user.jid(), user.password())).isEqualTo("role");
        assertThat(why(site, user.jid(), "wrong")).isEqualTo("wrong");
        assertThat(why(site, "nobody-at-all", "wrong")).isEqualTo("wrong");
        assertThat(why(site, user.jid(), "x".repeat(2000))).isEqualTo("wrong");
        site.rest("PATCH", "/users/" + user.jid(), "{\"disabled\":true}");
        assertThat(why(site, user.jid(), user.password())).isEqualTo("closed");
        for (var why : List.of("role", "wrong", "closed", "soon", "busy", "plain", "left")) {
            assertThat(site.stranger().get("/login?why=" + why).body()).contains("role=\"alert\"");
        }
        assertThat(site.stranger().get("/login?why=%3Cscript%3E").body()).doesNotContain("role=\"alert\"", "<script>");
    }

    private static String why(Site site, String user, String password) {
        return site.stranger().login(user, password, "").header("Location").replaceFirst(".*why=", "");
    }

    @Test
    void whoGuessesHasToWaitAndNobodyElse(Site site) {
        var auditor = site.make("guessed", Site.HERE, "auditor");
        var guesser = site.stranger().from("198.51.100.7", "https");
        for (int i = 0; i < 7; i++) {
            assertThat(guesser.login(auditor.jid(), "guess", "").header("Location"))
                    .endsWith("why=wrong");
        }
        var eighth = CompletableFuture.supplyAsync(() -> guesser.login(auditor.jid(), "guess", ""));
        eventually(() -> guesser.login(auditor.jid(), auditor.password(), "")
                .header("Location")
                .endsWith("why=soon"));
        var other = site.stranger().from("198.51.100.8", "https");
        assertThat(other.login(auditor.jid(), auditor.password(), "").header("Location"))
                .isEqualTo("/admin/dashboard");
        assertThat(eighth.join().header("Location")).endsWith("why=wrong");
    }

    /** Waits for it, but not for ever. */
    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it did not come to that");
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void aPasswordIsNotTakenWhereOthersCanSeeIt(Site site) {
        var far = site.stranger().from("203.0.113.1", "http");
        assertThat(far.login(Site.ADMIN, Site.PASSWORD, "").header("Location")).isEqualTo("/admin/login?why=plain");
        var cookie = site.admin().headers().get("Cookie");
        assertThat(far.with("Cookie", cookie).get("/about").status()).isEqualTo(303);
    }

    /** Fetch, 3.2: every browser says where a form comes from. */
    @Test
    void formsOfOtherSitesAreRefused(Site site) {
        var admin = site.admin();
        for (var path : List.of("/about", "/logout", "/preferences", "/login")) {
            for (var origin : List.of("https://evil.example", "null", site.origin() + ".evil.example")) {
                assertThat(admin.with("Origin", origin).post(path, Map.of()).status())
                        .as(path + " from " + origin)
                        .isEqualTo(403);
            }
            assertThat(admin.without("Origin").post(path, Map.of()).status()).isEqualTo(403);
        }
        assertThat(admin.get("/about").status()).isEqualTo(200);
    }

    @Test
    void otherMethodsThanThoseOfFormsAreRefused(Site site) {
        assertThat(site.raw("/admin/about").lines().findFirst().orElse("")).contains(" 303");
        assertThat(site.admin()
                        .with("X-HTTP-Method-Override", "DELETE")
                        .get("/about")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void languageAndLookAreRememberedByTheBrowserOnly(Site site) {
        var chosen = site.stranger().post("/preferences", Map.of("myna-language", "zh", "to", "/about"));
        assertThat(chosen.cookie()).isEqualTo("myna-language=zh");
        assertThat(chosen.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/admin");
        assertThat(site.stranger().with("Cookie", chosen.cookie()).get("/login").body())
                .contains("lang=\"zh-CN\"", "登录");
        assertThat(site.stranger()
                        .with("Accept-Language", "zh-CN,en;q=0.5")
                        .get("/login")
                        .body())
                .contains("登录");
        assertThat(site.stranger().with("Accept-Language", "fr").get("/login").body())
                .contains("Log in");
        assertThat(site.stranger()
                        .post("/preferences", Map.of("myna-look", "pink"))
                        .header("Set-Cookie"))
                .isEmpty();
    }
}
