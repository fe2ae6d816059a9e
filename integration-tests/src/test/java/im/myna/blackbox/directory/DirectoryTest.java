package im.myna.blackbox.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.blackbox.client.SmackClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Command;
import java.nio.file.Path;
import java.util.Map;
import org.jivesoftware.smack.packet.Mechanisms;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smackx.ping.PingManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company of five thousand logs in with the passwords of its directory. */
class DirectoryTest {
    @TempDir
    private static Path folder;

    private static Works works;

    @BeforeAll
    static void start() throws Exception {
        works = new Works(folder, "cache-seconds", "0", "sync-seconds", "2");
    }

    @AfterAll
    static void stop() {
        if (works != null) {
            works.close();
        }
    }

    private static SmackClient login(int person) throws Exception {
        return SmackClient.login(works.here(), Company.uid(person), Company.password(person));
    }

    private static void isRefused(String condition, Target target, String user, String password) {
        assertThatThrownBy(() -> SmackClient.login(target, user, password))
                .isInstanceOfSatisfying(
                        SASLErrorException.class,
                        e -> assertThat(e.getSASLFailure().getSASLErrorString()).isEqualTo(condition));
    }

    private static void change(String... ldif) throws Exception {
        try (var root = works.slapd().root()) {
            root.modify(ldif);
        }
    }

    @Test
    void smackLogsInWhileTheServerAsksByStartTls() throws Exception {
        try (var juliet = login(10)) {
            assertThat(juliet.connection().getUsedSaslMechansism()).isEqualTo("PLAIN");
            assertThat(juliet.jid().toString()).isEqualTo("person10@" + Works.HERE);
            assertThat(PingManager.getInstanceFor(juliet.connection()).pingMyServer())
                    .isTrue();
        }
    }

    @Test
    void andWhileItAsksByLdaps() throws Exception {
        try (var juliet = SmackClient.loginDirectly(works.elsewhere(), Company.uid(10), Company.password(10))) {
            assertThat(juliet.jid().toString()).isEqualTo("person10@" + Works.ELSEWHERE);
        }
    }

    // RFC 6120, 6.3.3: only what can work is offered.
    @Test
    void onlyWhatGivesThePasswordItselfIsOffered() throws Exception {
        try (var somebody = SmackClient.connect(works.here())) {
            assertThat(somebody.connection().getFeature(Mechanisms.class).getMechanisms())
                    .containsExactly("PLAIN");
        }
    }

    // RFC 6120, 6.5.10
    @Test
    void wrongPasswordsAndUnknownNamesAreRefusedAlike() {
        isRefused("not-authorized", works.here(), Company.uid(20), "wrong");
        isRefused("not-authorized", works.here(), "nobody", "wrong");
        isRefused("not-authorized", works.here(), "person2*", Company.password(20));
    }

    // RFC 6120, 6.5.1 and 6.5.3
    @Test
    void whoMayNotLogInIsToldWhy() throws Exception {
        change("dn: " + Company.dn(31), "changetype: modify", "add: employeeType", "employeeType: left");
        isRefused("account-disabled", works.here(), Company.uid(31), Company.password(31));
        isRefused("not-authorized", works.here(), Company.uid(31), "wrong");
        change("dn: " + Company.dn(32), "changetype: modify", "add: pwdReset", "pwdReset: TRUE");
        isRefused("credentials-expired", works.here(), Company.uid(32), Company.password(32));
        for (int i = 0; i < 5; i++) {
            isRefused("not-authorized", works.here(), Company.uid(33), "guess " + i);
        }
        isRefused("account-disabled", works.here(), Company.uid(33), Company.password(33));
    }

    @Test
    void groupsWithinGroupsMakeAdministrators() throws Exception {
        var director = Company.uid(0) + "@" + Works.HERE;
        assertThat(works.rest(director, Company.password(0), "GET", "/settings", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(works.rest(director, "wrong", "GET", "/settings", "").statusCode())
                .isEqualTo(401);
        assertThat(works.rest(Company.uid(40) + "@" + Works.HERE, Company.password(40), "GET", "/settings", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(works.enters(director, Company.password(0))).endsWith("/admin/dashboard");
        assertThat(works.enters(director, "wrong")).contains("why=");
        assertThat(works.enters(Company.uid(40) + "@" + Works.HERE, Company.password(40)))
                .contains("why=role");
    }

    @Test
    void anAccountWithAPasswordHereNeedsNoDirectory() throws Exception {
        try (var admin = SmackClient.login(works.here(), "admin", Works.ADMIN_PASSWORD)) {
            assertThat(admin.jid().toString()).isEqualTo("admin@" + Works.HERE);
        }
    }

    @Test
    void whoIsHereDoesNotNoticeThatTheDirectoryIsAway() throws Exception {
        try (var juliet = login(50);
                var romeo = login(51)) {
            works.slapd().stop();
            try {
                juliet.says(romeo.jid(), "The orchard walls are high");
                assertThat(romeo.hears().getBody()).isEqualTo("The orchard walls are high");
                isRefused("temporary-auth-failure", works.here(), Company.uid(52), Company.password(52));
                isRefused("temporary-auth-failure", works.here(), Company.uid(52), "wrong");
                SmackClient.login(works.here(), "admin", Works.ADMIN_PASSWORD).close();
                romeo.says(juliet.jid(), "With love's light wings");
                assertThat(juliet.hears().getBody()).isEqualTo("With love's light wings");
            } finally {
                works.slapd().start();
            }
            Works.eventually(() -> comesIn(52));
            juliet.says(romeo.jid(), "Good night");
            assertThat(romeo.hears().getBody()).isEqualTo("Good night");
        }
    }

    @Test
    void aChangeOfAGroupReachesAClient() throws Exception {
        isFollowed();
        try (var juliet = login(100)) {
            Works.eventually(() -> contacts(juliet) == 99);
            change(
                    "dn: cn=team01," + Company.GROUPS,
                    "changetype: modify",
                    "add: member",
                    "member: " + Company.dn(300));
            Works.eventually(() -> contacts(juliet) == 100);
            var added = juliet.roster().getEntry(SmackClient.bare("person300@" + Works.HERE));
            assertThat(added.getGroups()).singleElement().matches(group -> group.getName()
                    .equals("team01"));
            change(
                    "dn: cn=team01," + Company.GROUPS,
                    "changetype: modify",
                    "delete: member",
                    "member: " + Company.dn(300));
            Works.eventually(() -> contacts(juliet) == 99);
        }
    }

    private static int contacts(SmackClient client) {
        return client.roster().getEntryCount();
    }

    private static void isFollowed() throws Exception {
        Works.eventually(
                () -> works.admin("GET", "/directories/here", "").body().contains("\"people\":5000")
                        || works.admin("GET", "/directories/here", "").body().contains("\"people\":499"));
    }

    @Test
    void whoIsGoneLosesHisSession() throws Exception {
        isFollowed();
        try (var leaver = login(4999);
                var root = works.slapd().root()) {
            root.delete(Company.dn(4999));
            Works.eventually(() -> !leaver.connection().isConnected());
            isRefused("not-authorized", works.here(), Company.uid(4999), Company.password(4999));
            assertThat(works.admin("GET", "/users/person4999@" + Works.HERE, "").body())
                    .contains("\"disabled\":true");
        }
    }

    @Test
    void administratorsSeeHowItIsButNoPassword() throws Exception {
        isFollowed();
        var list = works.admin("GET", "/directories", "");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("\"here\"", "\"elsewhere\"", "\"origin\":\"file\"", "\"passwordSet\":true");
        assertThat(works.admin("GET", "/directories/here", "").body())
                .contains("\"bind-dn\"")
                .doesNotContain(Company.CLERKS);
        assertThat(works.admin("GET", "/directories/here/explain?user=person0", "")
                        .body())
                .contains("uid=person0", "cn=board", "ADMIN", "binds as")
                .doesNotContain(Company.CLERKS);
        assertThat(works.admin("GET", "/directories/here/explain?user=*", "").body())
                .contains("nobody is found");
        assertThat(works.admin("POST", "/directories/here/test", "{}").body())
                .contains("TLSv1.3", "is let in")
                .doesNotContain(Company.CLERKS);
        assertThat(works.admin("GET", "/directories/nowhere", "").statusCode()).isEqualTo(404);
        assertThat(works.admin("PUT", "/directories/here", "{}").statusCode()).isEqualTo(409);
        assertThat(works.admin("DELETE", "/directories/here", "").statusCode()).isEqualTo(409);
        assertThat(works.admin("PUT", "/groups/team01@" + Works.HERE + "/members/admin@" + Works.HERE, "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(works.rest(Company.uid(40) + "@" + Works.HERE, Company.password(40), "GET", "/directories", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theOwnerOfTheMachineAsksByCommands() throws Exception {
        assertThat(types("directory", "list")).contains("here", "elsewhere", "file");
        assertThat(types("directory", "explain", "here", "person10")).contains("find the user", "cn=team00");
        assertThat(types("directory", "test", "elsewhere")).contains("is let in");
        assertThat(types("directory", "show", "here")).contains("bind-dn").doesNotContain(Company.CLERKS);
    }

    private static String types(String... words) throws Exception {
        var environment = Map.of("MYNA_DATA", works.server().data().toString(), "MYNA_DOMAIN", Works.HERE);
        var result = Command.myna(environment, "", words);
        assertThat(result.code()).as(result.text()).isZero();
        return String.join("\n", result.output());
    }

    private static boolean comesIn(int person) throws Exception {
        try (var somebody = login(person)) {
            return somebody.connection().isAuthenticated();
        } catch (SASLErrorException e) {
            assertThat(e.getSASLFailure().getSASLErrorString()).isEqualTo("temporary-auth-failure");
            return false;
        }
    }
}
