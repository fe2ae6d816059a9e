package im.myna.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import im.myna.blackbox.server.Background;
import im.myna.blackbox.server.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entry script of the directory's container, with Debian's slapd. */
class DirectoryTest {
    private static final String SUFFIX = "dc=example,dc=org";
    private static final String ADMIN = "cn=admin," + SUFFIX;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final int port = Ports.free(1).get(0);

    @BeforeEach
    void slapdIsThere() {
        if (!Files.isExecutable(Path.of("/usr/sbin/slapd"))) {
            assertThat(System.getenv("CI"))
                    .as("slapd is not installed, but CI=true wants it")
                    .isNotEqualTo("true");
            abort("skipped: slapd not installed");
        }
    }

    @Test
    void theFirstStartMakesADirectoryThatTheSecondKeeps() throws Exception {
        try (var slapd = entry();
                var admin = connect(slapd, ADMIN, "of the directory")) {
            admin.add(
                    "dn: uid=juliet,ou=people," + SUFFIX,
                    "objectClass: inetOrgPerson",
                    "uid: juliet",
                    "cn: Juliet",
                    "sn: Capulet",
                    "userPassword: fair sun");
        }
        try (var slapd = entry();
                var juliet = connect(slapd, "uid=juliet,ou=people," + SUFFIX, "fair sun")) {
            var found = juliet.search(SUFFIX, SearchScope.SUB, Filter.createEqualityFilter("uid", "juliet"));
            assertThat(found.getSearchEntries()).hasSize(1);
            assertThat(found.getSearchEntries().get(0).hasAttribute("userPassword"))
                    .isFalse();
            assertThatThrownBy(() -> new LDAPConnection("127.0.0.1", port, ADMIN, "wrong").close())
                    .isInstanceOf(LDAPException.class);
        }
    }

    private Background entry() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "of the directory");
        return Background.run(List.of(
                "env",
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
                "DIRECTORY_SUFFIX=" + SUFFIX,
                "DIRECTORY_PASSWORD_FILE=" + secret,
                "DIRECTORY_DATA=" + folder,
                "DIRECTORY_URL=ldap://127.0.0.1:" + port + "/",
                "sh",
                "../docker/directory/entry"));
    }

    private LDAPConnection connect(Background slapd, String name, String password) throws LDAPException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new LDAPConnection("127.0.0.1", port, name, password);
            } catch (LDAPException notYet) {
                if (System.nanoTime() > deadline || !slapd.running()) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }
}
