package im.myna.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.SmackClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts;
import im.myna.blackbox.server.Accounts.Account;
import im.myna.blackbox.server.Background;
import im.myna.blackbox.server.Command;
import im.myna.blackbox.server.Served;
import im.myna.specification.Shows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.packet.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same as with Smack, with a client of another make; and the two of them with each other. */
@ExtendWith(Served.class)
@Shows({
    "XEP-0054",
    "XEP-0153",
    "RFC 6120",
    "RFC 6121",
    "RFC 5802",
    "XEP-0030",
    "XEP-0050",
    "XEP-0077",
    "XEP-0092",
    "XEP-0133",
    "XEP-0160",
    "XEP-0199",
    "XEP-0203"
})
class SlixmppTest {
    // Debian's own, for which python3-slixmpp is packaged, whatever else comes first on the path.
    private static final String PYTHON = "/usr/bin/python3";
    private static final String SCRIPT = "src/test/python/slixmpp_client.py";

    private final Target server;
    private final Accounts accounts;

    @TempDir
    private Path folder;

    SlixmppTest(Target server, Accounts accounts) {
        this.server = server;
        this.accounts = accounts;
    }

    @BeforeEach
    void slixmppIsThere() throws Exception {
        if (Files.isExecutable(Path.of(PYTHON))
                && Command.run(Map.of(), "", List.of(PYTHON, "-c", "import slixmpp"))
                                .code()
                        == 0) {
            return;
        }
        assertThat(System.getenv("CI"))
                .as("python3-slixmpp is not installed, but CI=true wants it")
                .isNotEqualTo("true");
        abort("skipped: python3-slixmpp not installed");
    }

    @Test
    void twoSpendADay() throws Exception {
        var day = Command.run(Map.of(), "", script("talk", accounts.make("juliet"), accounts.make("romeo")));
        day.output().forEach(System.out::println);
        assertThat(day.code()).as(day.text()).isZero();
        assertThat(day.output()).filteredOn(line -> line.startsWith("ok - ")).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void smackAndSlixmppBecomeFriendsAndTalk() throws Exception {
        var romeo = accounts.make("romeo");
        var romeosJid = SmackClient.bare(server.jid(romeo.username()));
        var account = accounts.make("juliet");
        try (var echo = Background.run(script("echo", romeo));
                var juliet = SmackClient.login(server, account.username(), account.password())) {
            echo.waitFor("ok - ready");
            juliet.roster().createItemAndRequestSubscription(romeosJid, "Romeo", new String[0]);
            juliet.sees(presence -> presence.getType() == Presence.Type.subscribed);
            juliet.sees(presence -> presence.isAvailable() && romeosJid.isParentOf(presence.getFrom()));
            juliet.says(romeosJid, "Good night");
            assertThat(juliet.hears().getBody()).isEqualTo("You said: Good night");
            echo.endInput();
            juliet.sees(presence -> presence.getType() == Presence.Type.unavailable);
            assertThat(echo.code()).isZero();
        }
    }

    @Test
    void anAdministratorGoverns() throws Exception {
        var admin = new Account("admin", Served.ADMIN_PASSWORD);
        var work = Command.run(Map.of(), "", script("govern", admin, accounts.make("juliet")));
        work.output().forEach(System.out::println);
        assertThat(work.code()).as(work.text()).isZero();
        assertThat(work.output()).filteredOn(line -> line.startsWith("ok - ")).hasSize(9);
    }

    private List<String> script(String mode, Account... users) throws Exception {
        var command = new ArrayList<>(List.of(
                PYTHON,
                SCRIPT,
                mode,
                server.address(),
                String.valueOf(server.port()),
                certificate().toString()));
        for (var user : users) {
            command.add(server.jid(user.username()));
            command.add(user.password());
        }
        return command;
    }

    /** What the server shows, so that the client trusts that and nothing else. */
    private Path certificate() throws Exception {
        try (var client = RawClient.connect(server)) {
            var text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(client.certificate().getEncoded());
            return Files.writeString(
                    folder.resolve("server.pem"),
                    "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
        }
    }
}
