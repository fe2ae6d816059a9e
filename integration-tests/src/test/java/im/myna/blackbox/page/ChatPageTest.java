package im.myna.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts;
import im.myna.blackbox.server.Served;
import im.myna.specification.Shows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people in a browser: one by WebSocket, one by BOSH. */
@ExtendWith(Served.class)
@Shows({"RFC 6121", "RFC 5802", "RFC 7395", "XEP-0124", "XEP-0206"})
class ChatPageTest {
    @BeforeAll
    static void aBrowserIsThere() {
        Scripts.chromiumIsThere();
    }

    @Test
    void twoMeetAtTheChatReloadAndGoOn(Target server, Accounts accounts) {
        var seen = Scripts.browse("chat.mjs", server, accounts.make("juliet"), accounts.make("romeo"));
        assertThat(seen).hasSizeGreaterThanOrEqualTo(11);
    }

    /** RFC 6120, 6.5.1. */
    @Test
    void whoseAccountIsLockedIsToldSo(Target server, Accounts accounts) {
        var tybalt = accounts.make("tybalt");
        accounts.disable(tybalt);
        assertThat(Scripts.browse("locked.mjs", server, tybalt)).hasSize(2);
    }

    @Test
    void twoMeetInTheExampleForProgrammersReloadAndGoOn(Target server, Accounts accounts) {
        var seen = Scripts.browse("demo.mjs", server, accounts.make("juliet"), accounts.make("romeo"));
        assertThat(seen).hasSizeGreaterThanOrEqualTo(8);
    }
}
