package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Governed.class)
class AuditTest {
    private static List<String> actions(Answer page) {
        return page.good().list("entries").stream()
                .map(entry -> String.valueOf(entry.get("action")))
                .toList();
    }

    @Test
    void everyChangeIsWrittenDown(Office office) {
        var admin = office.admin();
        var user = office.user("audited");
        admin.patch(user.path(), "{\"role\":\"auditor\"}").good();
        admin.patch(user.path(), "{\"disabled\":true}").good();
        admin.patch(user.path(), "{\"disabled\":true}").good();
        admin.patch(user.path(), "{\"disabled\":false}").good();
        admin.put(user.path() + "/password", "{\"password\":\"new\"}").good();
        admin.delete(user.path()).good();
        var page = admin.get("/audit?subject=" + user.jid());
        assertThat(actions(page))
                .containsExactly("user.remove", "user.password", "user.lock", "user.lock", "user.role", "user.add");
        assertThat(page.response().body()).doesNotContain("\"new\"", user.password());
        var entry = page.list("entries").get(4);
        assertThat(entry)
                .containsEntry("who", Office.ADMIN)
                .containsEntry("address", "127.0.0.1")
                .containsEntry("subject", user.jid())
                .containsEntry("before", "role=USER")
                .containsEntry("after", "role=AUDITOR");
        assertThat(Duration.between(Instant.parse(entry.get("at").toString()), Instant.now()))
                .isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void whatWasRefusedChangedNothing(Office office) {
        var user = office.user("refused");
        office.as(user).delete("/users/" + Office.ADMIN).problem(403);
        office.admin().patch(user.path(), "{\"role\":\"emperor\"}").problem(400);
        assertThat(actions(office.admin().get("/audit?subject=" + user.jid()))).containsExactly("user.add");
        assertThat(actions(office.admin().get("/audit?who=" + user.jid()))).isEmpty();
    }

    @Test
    void sessionsAndTokensAreInItButNoSecretAndNoWord(Office office) {
        var user = office.user("visited");
        try (var client = office.login(user, "one")) {
            office.admin()
                    .post("/sessions/" + user.jid() + "/one/messages", "{\"body\":\"for your ears only\"}")
                    .good();
            client.expect("message");
            office.admin().delete("/sessions/" + user.jid() + "/one").good();
        }
        var token = office.as(user).post("/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}");
        var page = office.admin().get("/audit?subject=" + user.jid());
        assertThat(actions(page)).containsExactly("token.add", "session.close", "session.message", "user.add");
        assertThat(page.response().body())
                .contains("resource=one")
                .doesNotContain("ears", String.valueOf(token.get("token")));
    }

    @Test
    void itIsReadPageByPageAndFiltered(Office office) {
        var user = office.user("paged");
        office.admin().patch(user.path(), "{\"disabled\":true}").good();
        office.admin().delete(user.path()).good();
        var path = "/audit?subject=" + user.jid();
        var first = office.admin().get(path + "&max=2");
        assertThat(actions(first)).containsExactly("user.remove", "user.lock");
        var second = office.admin().get(path + "&max=2&before=" + first.get("next"));
        assertThat(actions(second)).containsExactly("user.add");
        assertThat(second.json()).doesNotContainKey("next");
        assertThat(actions(office.admin().get(path + "&action=user.lock"))).containsExactly("user.lock");
        assertThat(actions(office.admin().get("/audit?domain=" + Office.ELSEWHERE + "&subject=" + user.jid())))
                .isEmpty();
    }
}
