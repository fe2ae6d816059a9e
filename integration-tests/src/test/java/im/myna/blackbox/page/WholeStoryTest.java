package im.myna.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.blackbox.client.SmackClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts.Account;
import im.myna.blackbox.server.Command;
import im.myna.blackbox.server.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.roster.AbstractRosterListener;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.Jid;

/** A server from its first start on: it is set up in a browser, and governed there, while people use it. */
class WholeStoryTest {
    private static final long PATIENCE_SECONDS = 20;
    private static final Pattern PRINTED = Pattern.compile(" +Account +admin@localhost, password (\\S+) .*");
    private static final Account BOSS = new Account("boss", "arise, fair sun");
    private static final Account ROMEO = new Account("romeo", "secret of romeo");
    private static final Account JULIET = new Account("juliet", "secret of juliet");

    @BeforeAll
    static void aBrowserIsThere() {
        Scripts.chromiumIsThere();
    }

    @Test
    void fromTheFirstVisitToAnAccountThatIsLocked(@TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        try (var postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .start();
                var server = Server.startFresh(data)) {
            var database = new Account("postgres!127.0.0.1!" + postgres.getPort() + "!template1", "anything");
            Scripts.browse("first-visit.mjs", at(server, "localhost"), printed(server), BOSS, database);
            isKept(data);
            var target = at(server, Server.DOMAIN);
            for (var user : new Account[] {ROMEO, JULIET}) {
                Scripts.browse("admin-user.mjs", target, BOSS, user);
            }
            aGroupIsSharedAtOnce(target);
            aSessionIsWrittenToClosedAndItsAccountLocked(target);
        }
    }

    private static Target at(Server server, String domain) {
        var target = server.target();
        return new Target(
                domain, target.address(), target.port(), target.directPort(), target.httpPort(), target.httpsPort());
    }

    private static Account printed(Server server) {
        return server.output().stream()
                .map(PRINTED::matcher)
                .filter(line -> line.matches())
                .map(line -> new Account("admin", line.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no password was printed: " + server.output()));
    }

    /** For its owner only; and what the next start was to do is done. */
    private static void isKept(Path data) throws Exception {
        var file = data.resolve("setup.properties");
        assertThat(Files.readString(file)).contains("myna.domain=im.example.com", "myna.db.password=anything");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        var owner = Map.of("MYNA_DATA", data.toString());
        assertThat(Command.myna(owner, "", "user", "list").text()).contains("boss@im.example.com");
        var archive = data.resolveSibling("backup.zip");
        assertThat(Command.myna(owner, "", "backup", archive.toString()).code()).isZero();
        try (var zip = new ZipFile(archive.toFile())) {
            assertThat(zip.getEntry("setup.properties")).isNotNull();
        }
        assertThat(data.resolve("first-account")).doesNotExist();
        assertThat(data.resolve("first-password")).doesNotExist();
    }

    private static void aGroupIsSharedAtOnce(Target target) throws Exception {
        try (var juliet = SmackClient.login(target, JULIET.username(), JULIET.password())) {
            var seen = new CountDownLatch(1);
            juliet.roster().addRosterListener(new AbstractRosterListener() {
                @Override
                public void entriesAdded(Collection<Jid> addresses) {
                    if (addresses.stream().anyMatch(jid -> jid.toString().equals(target.jid("romeo")))) {
                        seen.countDown();
                    }
                }
            });
            Scripts.browse("admin-share.mjs", target, BOSS, ROMEO, JULIET);
            assertThat(seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(juliet.roster().getGroup("Verona").getEntryCount()).isEqualTo(1);
        }
    }

    private static void aSessionIsWrittenToClosedAndItsAccountLocked(Target target) throws Exception {
        try (var romeo = SmackClient.login(target, ROMEO.username(), ROMEO.password())) {
            var closed = new CountDownLatch(1);
            romeo.connection().addConnectionListener(new ConnectionListener() {
                @Override
                public void connectionClosedOnError(Exception reason) {
                    closed.countDown();
                }
            });
            Scripts.browse("all-pages.mjs", target, BOSS, ROMEO);
            Scripts.browse("admin-session.mjs", target, BOSS, ROMEO);
            var message = romeo.hears();
            assertThat(message.getSubject()).isEqualTo("tonight");
            assertThat(message.getBody()).isEqualTo("come to the balcony");
            assertThat(closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThatThrownBy(() -> SmackClient.login(target, ROMEO.username(), ROMEO.password())
                        .close())
                .isInstanceOf(SASLErrorException.class);
    }
}
