package im.myna.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.server.Accounts.Account;
import im.myna.blackbox.server.Server;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The admin pages in a browser. */
class AdminPagesTest {
    private static final Account ADMIN = new Account("admin", "the administrator's own");

    @TempDir
    private static Path data;

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        Scripts.chromiumIsThere();
        server = Server.start(data, Map.of("MYNA_ADMIN_PASSWORD", ADMIN.password(), "MYNA_REGISTRATION", "open"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void allPagesAreThereWideAndOnAPhoneLightAndDark() {
        var mercutio = new Account("mercutio", "secret of mercutio");
        try (var client = RawClient.connect(server.target())) {
            client.register(mercutio.username(), mercutio.password());
        }
        try (var away = RawClient.login(server.target(), mercutio.username(), mercutio.password(), "street")) {
            away.send("<presence/>");
            assertThat(Scripts.browse("admin.mjs", server.target(), ADMIN, mercutio))
                    .hasSizeGreaterThanOrEqualTo(32);
        }
    }
}
