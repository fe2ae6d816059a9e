package im.myna.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Crowd;
import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts;
import im.myna.blackbox.server.Served;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The container's pools do not bound who can be there; only our own limits do. */
@ExtendWith(Served.class)
class CrowdTest {
    @Test
    void fiveHundredClientsAreThereAndOneMoreLogsIn(Target server, Accounts accounts) {
        var juliet = accounts.make("juliet");
        try (var crowd = Crowd.of(500, server);
                var client = RawClient.login(server, juliet.username(), juliet.password(), "balcony")) {
            client.ping();
            assertThat(crowd.leave()).isEqualTo(500);
        }
    }
}
