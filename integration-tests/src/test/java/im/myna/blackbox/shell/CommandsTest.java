package im.myna.blackbox.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.blackbox.client.Node;
import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.server.Server;
import im.myna.specification.Shows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
@Shows("XEP-0227")
class CommandsTest {
    private static final String PASSWORD = "the administrator's own";
    private static final String ADMIN = "admin@" + Server.DOMAIN;

    private Path folder;
    private Server server;
    private Shell owner;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        server = Server.start(folder.resolve("data"), Map.of("MYNA_ADMIN_PASSWORD", PASSWORD));
        owner = Shell.owner(server);
    }

    @AfterAll
    void end() {
        server.close();
    }

    @Test
    void anAccountIsMadeComesInIsSeenWrittenToSentAwayAndLockedOut() throws Exception {
        assertThat(owner.types("fair sun\n", "user", "add", "juliet")).containsExactly("added juliet@im.example.com");
        try (var juliet = RawClient.login(server.target(), "juliet", "fair sun", "bal cony")) {
            assertThat(String.join("\n", owner.says("session", "list", "--search", "juli")))
                    .startsWith("juliet@im.example.com/bal cony  tcp  TLSv1.3  PLAIN  127.0.0.1  unavailable");
            var session = "juliet@im.example.com/bal cony";
            owner.says("session", "message", session, "Wherefore <art> thou?", "--subject", "Romeo");
            var message = juliet.expect("message");
            assertThat(message.child("body").orElseThrow().text()).isEqualTo("Wherefore <art> thou?");
            assertThat(message.child("subject").orElseThrow().text()).isEqualTo("Romeo");
            assertThat(owner.says("session", "show", session)).anyMatch(line -> line.matches("door +tcp"));
            owner.says("session", "close", session);
            assertThat(juliet.receive().child("policy-violation")).isPresent();
        }
        owner.says("user", "lock", "juliet");
        assertThatThrownBy(() -> RawClient.login(server.target(), "juliet", "fair sun", "balcony"))
                .hasMessageContaining("account-disabled");
        assertThat(owner.says("user", "list", "--locked")).containsExactly("juliet@im.example.com  disabled");
        assertThat(owner.says("audit", "--subject", "juliet@im.example.com", "--json"))
                .hasSize(4)
                .allMatch(line -> line.contains("\"who\":\"im.example.com\""))
                .first()
                .asString()
                .contains("user.lock");
        assertThat(owner.refused("session", "show", "juliet@im.example.com/x")).contains("there is no session");
    }

    @Test
    void whatAnAccountIsAndHasCanBeSeen() throws Exception {
        owner.types("secret\n", "user", "add", "nurse@im.example.com", "--role", "auditor", "--json");
        assertThat(owner.says("user", "show", "nurse")).anyMatch(line -> line.matches("role +auditor"));
        owner.says("user", "set-role", "nurse", "user");
        assertThat(owner.says("user", "show", "nurse", "--json").get(0)).contains("\"role\":\"user\"");
        assertThat(owner.says("user", "roster", "nurse")).isEmpty();
        assertThat(owner.says("user", "offline", "nurse")).containsExactly("0 messages wait");
        assertThat(owner.refused("user", "set-role", "nurse", "king")).contains("user, auditor, domain-admin, admin");
        assertThat(owner.refused("user", "show", "nobody")).contains("there is no account nobody@im.example.com");
        assertThat(String.join("\n", owner.says("status"))).contains("uptimeSeconds", "database", "h2");
        assertThat(owner.says("domains").get(0)).startsWith("im.example.com  ");
    }

    @Test
    void aGroupThatIsSharedIsOnContactListsAtOnce() throws Exception {
        owner.types("fair sun\n", "user", "add", "rosaline");
        owner.types("night\n", "user", "add", "mercutio");
        try (var rosaline = RawClient.login(server.target(), "rosaline", "fair sun", "balcony")) {
            rosaline.demand("get", "", "<query xmlns='jabber:iq:roster'/>");
            owner.says("group", "add", "verona", "--display-name", "Verona", "--share-with", "everybody");
            assertThat(owner.says("group", "join", "verona", "mercutio"))
                    .containsExactly("put mercutio@im.example.com into verona@im.example.com");
            assertThat(rosaline.expect("iq").toString()).contains("mercutio@im.example.com", "Verona");
        }
        assertThat(owner.says("group", "list")).containsExactly("verona@im.example.com  Verona  everybody    1");
        assertThat(owner.says("group", "members", "verona")).containsExactly("mercutio@im.example.com");
        owner.says("group", "change", "verona", "--share-with", "groups", "--audience", "verona");
        assertThat(owner.says("group", "show", "verona", "--json").get(0))
                .contains("\"sharing\":\"groups\"", "\"audience\":[\"verona@im.example.com\"]");
        var list = Files.writeString(folder.resolve("members"), "rosaline\n\nmercutio@im.example.com\n");
        owner.says("group", "members", "verona", "--set", list.toString());
        assertThat(owner.says("group", "members", "verona"))
                .containsExactly("mercutio@im.example.com", "rosaline@im.example.com");
        owner.says("group", "leave", "verona", "mercutio", "rosaline");
        assertThat(owner.says("group", "members", "verona")).isEmpty();
        assertThat(owner.says("group", "join", "verona", "rosaline", "mercutio"))
                .containsExactly("put rosaline@im.example.com, mercutio@im.example.com into verona@im.example.com");
        owner.says("group", "leave", "verona", "mercutio");
        assertThat(owner.refused("group", "leave", "verona", "mercutio")).contains("is not in");
        owner.says("group", "delete", "verona");
        assertThat(owner.refused("group", "show", "verona")).contains("verona@im.example.com");
        assertThat(owner.refused("group", "change", "verona")).contains("what shall change?");
    }

    @Test
    void theServerIsToldSomethingElseWhileItRuns() throws Exception {
        assertThat(owner.says("settings", "set", "myna.limits.roster-items", "3000"))
                .containsExactly("myna.limits.roster-items = 3000");
        assertThat(owner.says("settings", "list"))
                .anyMatch(line -> line.matches("myna\\.limits\\.roster-items +3000 +here +im\\.example\\.com"));
        owner.says("settings", "reset", "myna.limits.roster-items");
        assertThat(owner.says("settings", "show", "myna.limits.roster-items", "--json")
                        .get(0))
                .contains("\"value\":\"2000\"", "\"origin\":\"default\"");
        assertThat(owner.refused("settings", "set", "myna.limits.roster-items", "many"))
                .contains("roster-items");
        assertThat(owner.says("certificate", "list").get(0)).startsWith("im.example.com  ");
        owner.says("certificate", "renew");
        owner.says("log", "level", "im.myna.entry", "debug");
        assertThat(owner.says("log", "levels")).anyMatch(line -> line.matches("im\\.myna\\.entry +debug"));
        owner.says("log", "reset", "im.myna.entry");
        assertThat(owner.says("log", "tail", "--max", "5", "--json"))
                .hasSizeLessThanOrEqualTo(5)
                .isNotEmpty();
    }

    @Test
    void everybodyWhoIsHereIsTold() throws Exception {
        owner.types("s\n", "user", "add", "benvolio");
        try (var benvolio = RawClient.login(server.target(), "benvolio", "s", "street")) {
            benvolio.send("<presence/>");
            benvolio.expect("presence");
            owner.says("broadcast", "The server rests at noon", "--subject", "Noon");
            assertThat(benvolio.expect("message").child("body").orElseThrow().text())
                    .isEqualTo("The server rests at noon");
        }
        assertThat(owner.says("broadcast", "The server rested", "--to", "all").get(0))
                .startsWith("on its way to ");
    }

    @Test
    void fromElsewhereOneProvesWhoHeIs() throws Exception {
        var elsewhere = Shell.stranger(server);
        assertThat(elsewhere.refused("status")).contains("who are you there?");
        assertThat(elsewhere.types(PASSWORD + "\n", "domains", "--login", ADMIN))
                .hasSize(1);
        assertThat(elsewhere.with("MYNA_TOKEN", "myna_AAAA").refused("status")).contains("token is not good");
        var reading = owner.says("token", "add", "to look", "--read-only", "--as", "admin")
                .get(0);
        var reader = elsewhere.with("MYNA_TOKEN", reading);
        assertThat(reader.says("user", "list", "im.example.com")).contains(ADMIN + "  administrator");
        assertThat(reader.refused("user", "lock", "juliet@im.example.com")).contains("only reads");
        var file = Files.writeString(
                folder.resolve("token"),
                owner.says("token", "add", "all", "--as", ADMIN).get(0));
        assertThat(elsewhere.types("pw\n", "user", "add", "paris@im.example.com", "--token-file", file.toString()))
                .containsExactly("added paris@im.example.com");
        assertThat(elsewhere.says("user", "delete", "paris@im.example.com", "--token-file", file.toString()))
                .containsExactly("deleted paris@im.example.com");
        assertThat(elsewhere.refused("export", folder.resolve("no.xml").toString()))
                .contains("machine of the server");
        var id = owner.says("token", "list", "--as", ADMIN).get(0).split(" ", 2)[0];
        owner.says("token", "revoke", id, "--as", ADMIN);
        assertThat(owner.says("token", "list", "--as", ADMIN)).hasSize(1);
    }

    @Test
    void aServerElsewhereIsKnownByACertificateThatIsBelieved() throws Exception {
        var elsewhere = Shell.stranger(server)
                .with("MYNA_URL", "https://127.0.0.1:" + server.target().httpsPort())
                .with("MYNA_TOKEN", "x");
        assertThat(elsewhere.refused("status")).containsIgnoringCase("certifi");
        assertThat(elsewhere.refused(
                        "status",
                        "--authority",
                        server.data().resolve("tls/self-signed.pem").toString()))
                .containsIgnoringCase("name");
    }

    @Test
    void theOwnersServerIsKnownByItsCertificateWhereOnlyHttpsIsOpen() throws Exception {
        try (var encrypted = Server.start(folder.resolve("encrypted"), Map.of("MYNA_PORT_HTTP", "0"))) {
            assertThat(Shell.owner(encrypted).says("domains")).containsExactly("im.example.com  1");
        }
    }

    @Test
    void usersGoOutAndComeInWhileTheServerRuns() throws Exception {
        owner.types("a dateless bargain\n", "user", "add", "romeo");
        owner.types("Prince of Cats\n", "user", "add", "tybalt");
        try (var tybalt = RawClient.login(server.target(), "tybalt", "Prince of Cats", "street")) {
            tybalt.send("<message to='romeo@im.example.com' type='chat'><body>turn thee</body></message>");
            tybalt.ping();
        }
        var file = folder.resolve("users.xml").toString();
        owner.says("export", file);
        assertThat(owner.refused("import", file)).contains("there is an account ", " already");
        owner.says("user", "delete", "romeo");
        assertThat(owner.says("import", file, "--skip-existing"))
                .last()
                .asString()
                .startsWith("imported 1 users, left ");
        try (var romeo = RawClient.login(server.target(), "romeo", "a dateless bargain", "street")) {
            romeo.send("<presence/>");
            var texts = Stream.of(romeo.receive(), romeo.receive())
                    .flatMap(node -> node.child("body").stream())
                    .map(Node::text);
            assertThat(texts).containsExactly("turn thee");
        }
        assertThat(owner.says("audit", "--action", "users.import"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("users=1"));
    }

    @Test
    void usersOfAnotherServerComeInWithTheirPasswordsOrNobodyDoes() throws Exception {
        var broken = write("broken.xml", "<user name='capulet' password='old'/>\n<user name='lady capulet'/>");
        assertThat(owner.refused("import", broken)).contains("broken.xml, line 3: ");
        var taken = write("taken.xml", "<user name='capulet' password='old'/>\n<user name='admin'/>");
        assertThat(owner.refused("import", taken)).contains("there is an account " + ADMIN + " already");
        assertThat(owner.refused("user", "show", "capulet")).contains("there is no account");
        var good = write("good.xml", "<user name='capulet' password='old'><query xmlns='jabber:iq:private'/></user>");
        assertThat(owner.says("import", good))
                .contains("left out: {jabber:iq:private}query, 1 times", "imported 1 users");
        RawClient.login(server.target(), "capulet", "old", "hall").close();
    }

    private String write(String name, String users) throws Exception {
        return Files.writeString(
                        folder.resolve(name),
                        "<?xml version='1.0'?><server-data xmlns='urn:xmpp:pie:0'>\n<host jid='im.example.com'>" + users
                                + "</host></server-data>")
                .toString();
    }
}
