package im.myna.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.server.Accounts.Account;
import im.myna.blackbox.server.Server;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the server itself, in a browser: wide and on a phone, in light and dark, in English and Chinese. */
class AdminServerTest {
    private static final String PASSWORD = "the administrator's own";

    @BeforeAll
    static void aBrowserIsThere() {
        Scripts.chromiumIsThere();
    }

    @Test
    void anAdministratorGovernsTheServerItself(@TempDir Path data) throws Exception {
        try (var server = Server.start(data, Map.of("MYNA_ADMIN_PASSWORD", PASSWORD))) {
            var seen = Scripts.browse("admin-server.mjs", server.target(), new Account("admin", PASSWORD));
            assertThat(seen).hasSizeGreaterThanOrEqualTo(16);
        }
    }
}
