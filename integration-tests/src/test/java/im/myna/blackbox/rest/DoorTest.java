package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How one comes in, and how not. */
@ExtendWith(Governed.class)
class DoorTest {
    /** RFC 9110, 11.6.1. */
    @Test
    void whoSaysNothingIsAskedWhoHeIs(Office office) {
        for (var path : List.of("/users", "/status", "", "/", "/nothing", "/prebind/", "/application.wadl")) {
            var answer = office.stranger().get(path);
            answer.problem(401);
            assertThat(answer.header("WWW-Authenticate")).contains("Basic realm=\"Myna\"", "Bearer");
        }
    }

    /** Each is a way around some server's list of what must be protected; without a password none leads to anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users",
                "/api/v1//users",
                "//api/v1/users",
                "/api//v1/users",
                "/api/v1/./users",
                "/api/v1/%2e/users",
                "/api/v1/%2e%2e/v1/users",
                "/api/v1/prebind/../users",
                "/api/v1/prebind/..;/users",
                "/api/v1/prebind;/users",
                "/api/v1/prebind/%2e%2e/users",
                "/api/v1/prebind%2f..%2fusers",
                "/api/v1/prebind%3b/../users",
                "/api/v1/prebind/%u002e%u002e/users",
                "/api/v1;x=/users",
                "/api/v1;/users",
                "/api;/v1/users",
                "/;/api/v1/users",
                "/api/v1/users;jsessionid=1",
                "/api/v1/users/",
                "/api/v1/users%00",
                "/api/v1/users%20",
                "/api/v1/users.json",
                "/api/v1\\users",
                "/api\\v1\\users",
                "/api/v1/%75sers",
                "/%61pi/v1/users",
                "/api%2fv1%2fusers",
                "/API/v1/users",
                "/web/../api/v1/users",
                "/web/..;/api/v1/users",
                "/web/%2e%2e/api/v1/users",
                "/chat/%252e%252e/api/v1/users",
                "/.well-known/host-meta/../../api/v1/users",
                "/http-bind/../api/v1/users",
                "http://im.example.com/api/v1/users",
                "/api/v1/users?x=/prebind",
                "/api/v1/users#/prebind",
            })
    void noPathLeadsAroundTheDoor(String path, Office office) {
        var answer = office.stranger().raw(path);
        assertThat(answer).doesNotContain("\"users\"", Office.ADMIN, "Exception");
        assertThat(answer).doesNotContain("Content-Type: application/json");
        assertThat(answer.lines().findFirst().orElse("")).doesNotContain(" 500");
    }

    @Test
    void theSamePathsSayWithAPasswordWhereTheyLead(Office office) {
        assertThat(office.admin().raw("/api/v1/users")).contains(" 200 ", Office.ADMIN);
        assertThat(office.admin().raw("/api/v1/users?search=admin")).contains(" 200 ", Office.ADMIN);
        assertThat(office.admin().raw("/api/v1/prebind/../users")).contains(" 404 ", "application/problem+json");
    }

    @Test
    void whatIsNotEncryptedIsNotListenedTo(Office office) {
        var plain = office.admin().with("X-Forwarded-For", "203.0.113.1").with("X-Forwarded-Proto", "http");
        assertThat(plain.get("/status").problem(403)).contains("https");
        office.admin().from("203.0.113.1").get("/status").good();
    }

    @Test
    void whoGuessesHasToWaitAndNobodyElse(Office office) {
        var user = office.user("guessed-at");
        var address = "198.51.100.7";
        var guesser = office.stranger().as(user.jid(), "guess").from(address);
        for (int i = 0; i < 7; i++) {
            guesser.get("/tokens").problem(401);
        }
        long begun = System.nanoTime();
        var eighth = CompletableFuture.supplyAsync(() -> guesser.get("/tokens"));
        Office.eventually(() -> office.as(user).from(address).get("/tokens").status() == 429);
        var refused = office.as(user).from(address).get("/tokens");
        refused.problem(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 2);
        office.as(user).from("198.51.100.8").get("/tokens").good();
        eighth.join().problem(401);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(900));
        Office.eventually(() -> office.as(user).from(address).get("/tokens").status() == 200);
    }

    /** RFC 6120, 13.11: the same for who is not there. */
    @Test
    void whetherAnAccountExistsIsNotTold(Office office) {
        var wrong =
                office.stranger().as(Office.ADMIN, "wrong").from("192.0.2.10").get("/status");
        var nobody = office.stranger()
                .as("nobody@" + Office.HERE, "wrong")
                .from("192.0.2.11")
                .get("/status");
        var nowhere = office.stranger()
                .as("admin@nowhere.example", "wrong")
                .from("192.0.2.12")
                .get("/status");
        assertThat(nobody.problem(401)).isEqualTo(wrong.problem(401)).isEqualTo(nowhere.problem(401));
    }

    @Test
    void aClosedAccountHearsSoOnlyWithItsPassword(Office office) {
        var user = office.user("shut");
        office.admin().patch(user.path(), "{\"disabled\":true}").good();
        assertThat(office.as(user).get("/tokens").problem(403)).contains("closed");
        office.stranger()
                .as(user.jid(), "wrong")
                .from("192.0.2.20")
                .get("/tokens")
                .problem(401);
    }

    /** The main domain goes without saying. */
    @Test
    void aNameIsEnough(Office office) {
        office.stranger().as("admin", Governed.PASSWORD).get("/status").good();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic YWRtaW4=", "Basic //8=", "Digest x", "Bearer", "Negotiate"})
    void aHeaderThatIsBrokenProvesNothing(String header, Office office) {
        office.stranger().with("Authorization", header).get("/status").problem(401);
    }

    /** Fetch, 3.2: a page of another site could use a password that the browser remembers. */
    @Test
    void pagesOfOtherSitesAreRefused(Office office) {
        office.admin().with("Origin", "https://evil.example").get("/status").problem(403);
        office.admin().with("Origin", "null").get("/status").problem(403);
        office.stranger()
                .with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "DELETE")
                .send("OPTIONS", "/users/" + Office.ADMIN, "")
                .problem(403);
        var own = "http://127.0.0.1:" + office.target().httpPort();
        office.admin().with("Origin", own).get("/status").good();
    }

    @Test
    void aFormIsNoRequest(Office office) {
        var user = office.user("formed");
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            office.admin()
                    .with("Content-Type", type)
                    .patch(user.path(), "{\"disabled\":true}")
                    .problem(415);
        }
        assertThat(office.admin().get(user.path()).get("disabled")).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"x\"",
                "{\"disabled\":true}x",
                "{\"disabled\":true}{}",
                "{\"disabled\":\"true\"}",
                "{\"disabled\":1}",
                "{\"disabled\":null}",
                "{\"role\":3}",
                "{\"role\":null}",
                "{\"role\":\"ADMIN\"}",
                "{\"lockedUntil\":\"soon\"}",
                "{\"lockedUntil\":5}",
                "{\"unknown\":true}",
                "{\"disabled\":true,\"Disabled\":true}",
            })
    void aBodyThatMakesNoSenseIsRefusedAndNothingIsDone(String body, Office office) {
        var path = "/users/" + Office.ADMIN;
        office.admin().patch(path, body).problem(400);
        assertThat(office.admin().get(path).get("disabled")).isEqualTo(false);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused(Office office) {
        office.admin()
                .post("/users", "{\"jid\":\"large@im.example.com\",\"password\":\"" + "x".repeat(70_000) + "\"}")
                .problem(413);
        office.admin().post("/users", "[".repeat(60_000)).problem(400);
        office.admin().post("/users", "{\"jid\":".repeat(7_000)).problem(400);
    }

    @Test
    void whatIsNotThereAndWhatCannotBeDoneIsAProblem(Office office) {
        office.admin().get("/nothing").problem(404);
        office.admin().get("").problem(404);
        office.admin().get("/users/" + Office.ADMIN + "/nothing").problem(404);
        office.admin().get("/application.wadl").problem(404);
        var refused = office.admin().put("/users", "{}");
        refused.problem(405);
        assertThat(refused.header("Allow")).contains("GET", "POST");
        office.admin().with("Accept", "text/html").get("/status").problem(406);
        office.admin().get("/users?max=many").problem(400);
    }

    @Test
    void theStatusTellsHowTheServerIs(Office office) {
        var status = office.admin().get("/status").good();
        assertThat(status.json())
                .containsKeys("version", "java", "started", "uptimeSeconds", "sessions", "memory", "threads")
                .containsEntry("database", "h2");
        assertThat(status.get("sessions")).asString().contains("tcp=", "direct-tls=", "websocket=", "bosh=");
        assertThat(office.admin().get("/domains").good().list("domains"))
                .extracting(domain -> domain.get("domain"))
                .isEqualTo(List.of(Office.HERE, Office.ELSEWHERE));
    }
}
