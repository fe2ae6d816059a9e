package im.myna.blackbox.command;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.SmackClient;
import im.myna.blackbox.server.Server;
import im.myna.specification.Shows;
import java.nio.file.Path;
import java.util.Map;
import org.jivesoftware.smackx.commands.AdHocCommandManager;
import org.jivesoftware.smackx.xdata.form.FillableForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;

@Shows("XEP-0133")
class ShutdownTest {
    private static final String PASSWORD = "the first administrator's";

    @TempDir
    private Path folder;

    // XEP-0133, 4.31
    @Test
    void anAdministratorShutsTheServerDown() throws Exception {
        try (var server = Server.start(folder, Map.of("MYNA_ADMIN_PASSWORD", PASSWORD));
                var admin = SmackClient.login(server.target(), "admin", PASSWORD)) {
            var command = AdHocCommandManager.getAddHocCommandsManager(admin.connection())
                    .getRemoteCommand(
                            JidCreate.domainBareFrom(Server.DOMAIN), "http://jabber.org/protocol/admin#shutdown");
            command.execute();
            var form = new FillableForm(command.getForm());
            form.setAnswer("delay", "1");
            form.setAnswer("announcement", "Good night.");
            command.complete(form);
            assertThat(command.isCompleted()).isTrue();
            assertThat(admin.hears().getBody()).isEqualTo("Good night.");
            assertThat(server.ends()).isZero();
        }
    }
}
