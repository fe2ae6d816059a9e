package im.myna.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.SmackClient;
import im.myna.blackbox.server.Accounts.Account;
import im.myna.blackbox.server.Server;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.sasl.SASLErrorException;
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
    void aUserIsMadeWrittenToSentAwayAndLocked() throws Exception {
        var romeo = new Account("romeo", "secret of romeo");
        Scripts.browse("admin-user.mjs", server.target(), ADMIN, romeo);
        try (var client = SmackClient.login(server.target(), romeo.username(), romeo.password())) {
            var closed = new CountDownLatch(1);
            client.connection().addConnectionListener(new ConnectionListener() {
                @Override
                public void connectionClosedOnError(Exception reason) {
                    closed.countDown();
                }
            });
            Scripts.browse("admin-session.mjs", server.target(), ADMIN, romeo);
            var message = client.hears();
            assertThat(message.getSubject()).isEqualTo("tonight");
            assertThat(message.getBody()).isEqualTo("come to the balcony");
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThatThrownBy(() -> SmackClient.login(server.target(), romeo.username(), romeo.password())
                        .close())
                .isInstanceOf(SASLErrorException.class);
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
