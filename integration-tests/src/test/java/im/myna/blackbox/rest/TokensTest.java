package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 6750. */
@ExtendWith(Governed.class)
class TokensTest {
    private static Answer issued(Rest who, String scopes) {
        return who.post("/tokens", "{\"name\":\"a script\",\"scopes\":[" + scopes + "]}")
                .good();
    }

    private static String secret(Answer issued) {
        return String.valueOf(issued.get("token"));
    }

    @Test
    void aTokenStandsForItsOwner(Office office) {
        var token = issued(office.admin(), "\"read\",\"write\"");
        assertThat(token.status()).isEqualTo(201);
        assertThat(secret(token)).matches("myna_[A-Za-z0-9_-]{43}");
        var script = office.stranger().bearer(secret(token));
        assertThat(script.get("/users/" + Office.ADMIN).good().get("role")).isEqualTo("admin");
        script.post("/users", "{\"jid\":\"by-token@im.example.com\",\"password\":\"x\"}")
                .good();
        script.delete("/users/by-token@im.example.com").good();
    }

    @Test
    void theSecretIsToldOnceAndNotKept(Office office) {
        var user = office.user("tokens");
        var token = issued(office.as(user), "\"read\"");
        var list = office.as(user).get("/tokens").good();
        assertThat(list.response().body()).doesNotContain(secret(token));
        assertThat(list.list("tokens")).hasSize(1);
        assertThat(list.list("tokens").get(0))
                .containsEntry("id", token.get("id"))
                .containsEntry("name", "a script")
                .containsEntry("used", null)
                .doesNotContainKey("token");
        var expires = Instant.parse(list.list("tokens").get(0).get("expires").toString());
        assertThat(Duration.between(Instant.now(), expires).toDays()).isBetween(89L, 90L);
    }

    @Test
    void aTokenThatReadsChangesNothing(Office office) {
        var script = office.stranger().bearer(secret(issued(office.admin(), "\"read\"")));
        script.get("/status").good();
        var refused = script.post("/users", "{\"jid\":\"never@im.example.com\",\"password\":\"x\"}");
        refused.problem(403);
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
        script.delete("/users/" + Office.ADMIN).problem(403);
        script.post("/tokens", "{\"name\":\"more\",\"scopes\":[\"write\"]}").problem(403);
        office.admin().get("/users/never@im.example.com").problem(404);
    }

    @Test
    void aTokenThatIsTakenBackIsGoodForNothing(Office office) {
        var token = issued(office.admin(), "\"read\"");
        var script = office.stranger().bearer(secret(token));
        script.get("/status").good();
        assertThat(office.admin().delete("/tokens/" + token.get("id")).status()).isEqualTo(204);
        var refused = script.get("/status");
        refused.problem(401);
        assertThat(refused.header("WWW-Authenticate")).contains("Bearer", "invalid_token");
        office.admin().delete("/tokens/" + token.get("id")).problem(404);
    }

    @Test
    void usingATokenIsNoted(Office office) {
        var user = office.user("noted");
        var token = issued(office.as(user), "\"read\"");
        office.stranger().bearer(secret(token)).get("/tokens").good();
        assertThat(office.as(user).get("/tokens").list("tokens").get(0).get("used"))
                .isNotNull();
    }

    @Test
    void everybodyHasHisOwnTokensAndNoOthers(Office office) {
        var one = office.user("one");
        var other = office.user("other");
        var token = issued(office.as(one), "\"read\"");
        assertThat(office.as(other).get("/tokens").good().list("tokens")).isEmpty();
        office.as(other).delete("/tokens/" + token.get("id")).problem(404);
        office.admin().delete("/tokens/" + token.get("id")).problem(404);
        office.stranger().bearer(secret(token)).get("/tokens").good();
    }

    @Test
    void aTokenEndsWithItsOwnersAccount(Office office) {
        var user = office.user("ended");
        var script = office.stranger().bearer(secret(issued(office.as(user), "\"read\"")));
        script.get("/tokens").good();
        office.admin().patch(user.path(), "{\"disabled\":true}").good();
        script.get("/tokens").problem(401);
        office.admin().patch(user.path(), "{\"disabled\":false}").good();
        script.get("/tokens").good();
        office.admin().delete(user.path()).good();
        office.admin()
                .post("/users", "{\"jid\":\"" + user.jid() + "\",\"password\":\"another\"}")
                .good();
        script.get("/tokens").problem(401);
    }

    @Test
    void whatIsNoTokenIsRefused(Office office) {
        for (var secret : new String[] {"", "myna_", "myna_AAAA", "x".repeat(4000)}) {
            office.stranger().bearer(secret).get("/status").problem(401);
        }
    }

    @Test
    void aWishThatMakesNoSenseIsRefused(Office office) {
        var admin = office.admin();
        admin.post("/tokens", "{\"name\":\"\",\"scopes\":[\"read\"]}").problem(400);
        admin.post("/tokens", "{\"name\":\"x\",\"scopes\":[]}").problem(400);
        assertThat(admin.post("/tokens", "{\"name\":\"x\",\"scopes\":[\"all\"]}")
                        .problem(400))
                .contains("read, write");
        admin.post("/tokens", "{\"name\":\"x\",\"scopes\":\"read\"}").problem(400);
        admin.post("/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires\":\"2020-01-01T00:00:00Z\"}")
                .problem(400);
        admin.post("/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires\":\"tomorrow\"}")
                .problem(400);
        admin.post("/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires\":\"9999-01-01T00:00:00Z\"}")
                .problem(400);
    }

    @Test
    void nobodyHasMoreTokensThanFifty(Office office) {
        var user = office.user("collector");
        for (int i = 0; i < 50; i++) {
            issued(office.as(user), "\"read\"");
        }
        office.as(user)
                .post("/tokens", "{\"name\":\"one more\",\"scopes\":[\"read\"]}")
                .problem(409);
    }
}
