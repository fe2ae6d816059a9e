package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.RawClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Governed.class)
class UsersTest {
    private static List<String> names(Answer page) {
        return page.list("users").stream()
                .map(user -> String.valueOf(user.get("jid")))
                .toList();
    }

    @Test
    void anAccountIsMadeFoundAndUsed(Office office) {
        var made =
                office.admin().post("/users", "{\"jid\":\"Bob.The.Builder@im.example.com\",\"password\":\"can we\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/api/v1/users/bob.the.builder@im.example.com");
        assertThat(made.json())
                .containsEntry("jid", "bob.the.builder@im.example.com")
                .containsEntry("role", "user")
                .containsEntry("disabled", false)
                .containsEntry("lockedUntil", null)
                .containsEntry("sessions", 0);
        try (var bob = RawClient.login(office.target(), "bob.the.builder", "can we", "site")) {
            bob.ping();
            assertThat(office.admin()
                            .get("/users/BOB.the.builder@im.example.com")
                            .good()
                            .json())
                    .containsEntry("jid", "bob.the.builder@im.example.com")
                    .containsEntry("sessions", 1);
        }
    }

    @Test
    void whatCannotBeAnAccountIsRefusedWithTheReason(Office office) {
        var admin = office.admin();
        var user = office.user("taken");
        assertThat(admin.post("/users", "{\"jid\":\"" + user.jid() + "\",\"password\":\"x\"}")
                        .problem(409))
                .contains(user.jid());
        for (var wrong : List.of("im.example.com", "a@elsewhere.example", "a@im.example.com/r", "a b@im.example.com")) {
            admin.post("/users", "{\"jid\":\"" + wrong + "\",\"password\":\"x\"}")
                    .problem(400);
        }
        assertThat(admin.post("/users", "{\"jid\":\"empty@im.example.com\",\"password\":\"\"}")
                        .problem(400))
                .contains("password");
        admin.get("/users/empty@im.example.com").problem(404);
        admin.get("/users/@im.example.com").problem(404);
    }

    @Test
    void aListIsReadPageByPage(Office office) {
        for (int i = 0; i < 5; i++) {
            office.user("page");
        }
        var read = new ArrayList<String>();
        var page = office.admin().get("/users?search=PAGE&max=2").good();
        read.addAll(names(page));
        while (page.json().containsKey("next")) {
            assertThat(page.list("users")).hasSize(2);
            page = office.admin()
                    .get("/users?search=page&max=2&after=" + page.get("next"))
                    .good();
            read.addAll(names(page));
        }
        assertThat(read).hasSize(5).doesNotHaveDuplicates();
        assertThat(page.get("count")).isEqualTo(5);
    }

    @Test
    void aListIsSearchedByRoleAndLockAndDomain(Office office) {
        var admin = office.admin();
        var auditor = office.make("searched", Office.HERE, "auditor");
        var locked = office.user("searched");
        var other = office.make("searched", Office.ELSEWHERE, "user");
        admin.patch(locked.path(), "{\"disabled\":true}").good();
        assertThat(names(admin.get("/users?search=searched&role=auditor"))).containsExactly(auditor.jid());
        assertThat(names(admin.get("/users?search=searched&locked=true"))).containsExactly(locked.jid());
        assertThat(names(admin.get("/users?search=searched&locked=false"))).containsExactly(auditor.jid());
        assertThat(names(admin.get("/users?search=searched&domain=" + Office.ELSEWHERE)))
                .containsExactly(other.jid());
        admin.get("/users?domain=elsewhere.example").problem(404);
        assertThat(admin.get("/users?serach=typo").problem(400)).contains("serach", "search");
        assertThat(admin.get("/users?role=king").problem(400)).contains("domain-admin");
        admin.get("/users?max=0").problem(400);
        admin.get("/users?max=1001").problem(400);
    }

    /** RFC 6120, 4.9.3.14 and 6.5.1. */
    @Test
    void whoIsDisabledIsSentAwayAndComesInAgainOnlyWhenHeMay(Office office) {
        var user = office.user("disabled");
        try (var client = office.login(user, "one")) {
            assertThat(office.admin()
                            .patch(user.path(), "{\"disabled\":true}")
                            .good()
                            .get("disabled"))
                    .isEqualTo(true);
            assertThat(client.expect("error").child("policy-violation")).isPresent();
        }
        try (var client = RawClient.connect(office.target())) {
            client.send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
                    + Base64.getEncoder()
                            .encodeToString(
                                    ("\0" + user.name() + "\0" + user.password()).getBytes(StandardCharsets.UTF_8))
                    + "</auth>");
            assertThat(client.expect("failure").child("account-disabled")).isPresent();
        }
        office.admin().patch(user.path(), "{\"disabled\":false}").good();
        try (var client = office.login(user, "two")) {
            client.ping();
        }
    }

    @Test
    void aLockHasATimeThatCanBeTakenBack(Office office) {
        var user = office.user("locked");
        var until = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        var admin = office.admin();
        var lock =
                admin.patch(user.path(), "{\"lockedUntil\":\"" + until + "\"}").good();
        assertThat(lock.get("lockedUntil")).isEqualTo(until.toString());
        assertThat(lock.get("disabled")).isEqualTo(false);
        office.as(user).get("/tokens").problem(403);
        assertThat(admin.patch(user.path(), "{\"lockedUntil\":null}").good().get("lockedUntil"))
                .isNull();
        office.as(user).get("/tokens").good();
    }

    @Test
    void aNewPasswordIsTheOnlyOne(Office office) {
        var user = office.user("password");
        try (var client = office.login(user, "one")) {
            assertThat(office.admin()
                            .put(user.path() + "/password", "{\"password\":\"new one\"}")
                            .status())
                    .isEqualTo(204);
            assertThat(client.expect("error").child("reset")).isPresent();
        }
        office.as(user).from("203.0.113.99").get("/tokens").problem(401);
        office.stranger().as(user.jid(), "new one").get("/tokens").good();
    }

    @Test
    void whoIsDeletedIsGoneWithEverything(Office office) {
        var user = office.user("deleted");
        var friend = office.user("friend");
        try (var client = office.login(user, "one")) {
            client.demand("set", "", "<query xmlns='jabber:iq:roster'><item jid='" + friend.jid() + "'/></query>");
            assertThat(office.admin().delete(user.path()).status()).isEqualTo(204);
            assertThat(client.expect("error").child("not-authorized")).isPresent();
        }
        office.admin().get(user.path()).problem(404);
        office.admin().delete(user.path()).problem(404);
        office.admin()
                .post("/users", "{\"jid\":\"" + user.jid() + "\",\"password\":\"again\"}")
                .good();
        assertThat(office.admin().get(user.path() + "/roster").good().list("contacts"))
                .isEmpty();
    }

    @Test
    void aRosterIsReadWhetherItsOwnerIsThereOrNot(Office office) {
        var user = office.user("roster");
        var contact = Map.of(
                "jid", "romeo@example.net",
                "name", "Romeo",
                "groups", List.of("Friends"),
                "subscription", "none",
                "ask", false);
        try (var client = office.login(user, "one")) {
            client.demand(
                    "set",
                    "",
                    "<query xmlns='jabber:iq:roster'><item jid='romeo@example.net' name='Romeo'><group>Friends</group></item></query>");
            assertThat(office.admin().get(user.path() + "/roster").good().list("contacts"))
                    .isEqualTo(List.of(contact));
            client.leave();
        }
        assertThat(office.admin().get(user.path() + "/roster").good().list("contacts"))
                .isEqualTo(List.of(contact));
    }

    private static void hears(RawClient client, String part) {
        var heard = client.receive();
        while (!heard.toString().replace('"', '\'').contains(part)) {
            heard = client.receive();
        }
    }

    @Test
    void aContactIsPutOnAListAndTakenOffAndBothAreToldAtOnce(Office office) {
        var user = office.user("owner");
        var friend = office.user("friend");
        var path = user.path() + "/roster/" + friend.jid();
        var admin = office.admin();
        try (var client = office.login(user, "one");
                var other = office.login(friend, "one")) {
            client.demand("get", "", "<query xmlns='jabber:iq:roster'/>");
            other.demand("get", "", "<query xmlns='jabber:iq:roster'/>");
            assertThat(admin.put(path, "{\"name\":\"Friend\",\"groups\":[\"Work\"]}")
                            .good()
                            .json())
                    .containsEntry("name", "Friend")
                    .containsEntry("subscription", "none");
            hears(client, "<group>Work</group>");
            other.send("<presence/>");
            client.send("<presence type='subscribe' to='" + friend.jid() + "'/>");
            hears(other, "type='subscribe'");
            other.send("<presence type='subscribed' to='" + user.jid() + "'/>");
            hears(client, "subscription='to'");
            assertThat(admin.delete(path).status()).isEqualTo(204);
            hears(client, "subscription='remove'");
            hears(other, "type='unsubscribe'");
        }
        admin.delete(path).problem(404);
        admin.put(user.path() + "/roster/" + user.jid(), "{}").problem(409);
        admin.put(path, "{\"groups\":[\"a\",\"a\"]}").problem(400);
        admin.put(path, "{\"colour\":\"red\"}").problem(400);
    }

    @Test
    void messagesThatWaitAreCountedAndThrownAway(Office office) {
        var absent = office.user("absent");
        var sender = office.user("sender");
        try (var client = office.login(sender, "one")) {
            for (int i = 0; i < 3; i++) {
                client.send("<message type='chat' to='" + absent.jid() + "'><body>" + i + "</body></message>");
            }
            client.ping();
        }
        var path = absent.path() + "/offline";
        Office.eventually(() -> office.admin().get(path).good().get("messages").equals(3));
        assertThat(office.admin().delete(path).good().get("messages")).isEqualTo(3);
        assertThat(office.admin().get(path).good().get("messages")).isEqualTo(0);
    }

    @Test
    void nobodyTakesHisOwnPowerAway(Office office) {
        var admin = office.admin();
        admin.patch("/users/" + Office.ADMIN, "{\"disabled\":true}").problem(409);
        admin.patch("/users/" + Office.ADMIN, "{\"role\":\"user\"}").problem(409);
        admin.delete("/users/" + Office.ADMIN).problem(409);
        assertThat(admin.get("/users/" + Office.ADMIN).good().get("role")).isEqualTo("admin");
    }
}
