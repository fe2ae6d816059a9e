package im.myna.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts;
import im.myna.blackbox.server.Served;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** strophe.js by WebSocket and by BOSH, and xmpp.js by WebSocket: it knows no other door. */
@ExtendWith(Served.class)
@Shows({"RFC 5802", "RFC 7395", "XEP-0124", "XEP-0206"})
class NodeClientsTest {
    @Test
    void theLibrariesOfWebProgrammersLogInAndExchangeMessages(Target server, Accounts accounts) {
        var seen = Scripts.run("clients.mjs", server, accounts.make("juliet"), accounts.make("romeo"));
        assertThat(seen).hasSize(10);
    }
}
