package im.myna.docker;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Command;
import im.myna.blackbox.server.Ports;
import im.myna.blackbox.server.Served;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The health check of the container, with a server and without. */
@ExtendWith(Served.class)
class HealthTest {
    private final Target server;

    HealthTest(Target server) {
        this.server = server;
    }

    @Test
    void aServerThatAnswersIsHealthy() throws Exception {
        assertThat(health(server.port()).code()).isZero();
    }

    @Test
    void aPortWhereNobodyAnswersIsNot() throws Exception {
        assertThat(health(Ports.free(1).get(0)).code()).isNotZero();
    }

    private Command.Result health(int port) throws Exception {
        return Command.run(
                Map.of("MYNA_DOMAIN", server.domain() + ",example.org", "MYNA_PORT_CLIENT", String.valueOf(port)),
                "",
                List.of("../docker/health"));
    }
}
