package im.myna.blackbox.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.blackbox.client.SmackClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts;
import im.myna.blackbox.server.Served;
import im.myna.specification.Shows;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.admin.ServiceAdministrationManager;
import org.jivesoftware.smackx.commands.AdHocCommandManager;
import org.jivesoftware.smackx.commands.RemoteCommand;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.disco.packet.DiscoverItems;
import org.jivesoftware.smackx.xdata.form.FillableForm;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jxmpp.jid.impl.JidCreate;

/** Commands, with Smack. */
@ExtendWith(Served.class)
@Shows({"XEP-0004", "XEP-0050", "XEP-0128", "XEP-0133", "XEP-0157"})
class SmackCommandTest {
    private static final String ROLE = "im.myna/change-role";

    private final Target server;
    private final Accounts accounts;

    SmackCommandTest(Target server, Accounts accounts) {
        this.server = server;
        this.accounts = accounts;
    }

    private SmackClient admin() throws Exception {
        return SmackClient.login(server, "admin", Served.ADMIN_PASSWORD);
    }

    private RemoteCommand command(SmackClient client, String node) throws Exception {
        return AdHocCommandManager.getAddHocCommandsManager(client.connection())
                .getRemoteCommand(JidCreate.domainBareFrom(server.domain()), node);
    }

    // XEP-0050, 2.2
    @Test
    void commandsAreFoundByThoseWhoMayCallThem() throws Exception {
        var juliet = accounts.make("juliet");
        try (var admin = admin();
                var user = SmackClient.login(server, juliet.username(), juliet.password())) {
            assertThat(found(admin).getItems())
                    .extracting(DiscoverItems.Item::getNode)
                    .contains("http://jabber.org/protocol/admin#add-user", ROLE);
            assertThat(found(user).getItems()).isEmpty();
        }
    }

    private DiscoverItems found(SmackClient client) throws Exception {
        return AdHocCommandManager.getAddHocCommandsManager(client.connection())
                .discoverCommands(JidCreate.domainBareFrom(server.domain()));
    }

    // XEP-0133, 4.1 and 4.2
    @Test
    void anAccountIsMadeAndRemoved() throws Exception {
        var jid = JidCreate.entityBareFrom(server.jid(accounts.fresh("paris")));
        try (var admin = admin()) {
            var administration = ServiceAdministrationManager.getInstanceFor(admin.connection());
            administration.addUser(jid, "C0unty");
            try (var paris = SmackClient.login(server, jid.getLocalpart().toString(), "C0unty")) {
                assertThat(paris.jid().toString()).isEqualTo(jid.toString());
            }
            administration.deleteUser(jid);
            var refused = catchThrowableOfType(XMPPErrorException.class, () -> administration.deleteUser(jid));
            assertThat(refused.getStanzaError().getCondition()).isEqualTo(StanzaError.Condition.item_not_found);
        }
    }

    // XEP-0050, 2.4.2
    @Test
    void aCommandOfTwoStagesIsGoneThrough() throws Exception {
        var juliet = accounts.make("juliet");
        try (var admin = admin()) {
            var command = command(admin, ROLE);
            command.execute();
            var whose = new FillableForm(command.getForm());
            whose.setAnswer("accountjid", JidCreate.entityBareFrom(server.jid(juliet.username())));
            command.next(whose);
            command.prev();
            command.next(whose);
            var which = new FillableForm(command.getForm());
            which.setAnswer("role", "auditor");
            command.complete(which);
            assertThat(command.isCompleted()).isTrue();
            assertThat(command.getNotes().get(0).getValue()).endsWith(" is auditor");
        }
    }

    @Test
    void whoMayNotIsRefused() throws Exception {
        var juliet = accounts.make("juliet");
        try (var user = SmackClient.login(server, juliet.username(), juliet.password())) {
            var refused = catchThrowableOfType(
                    XMPPErrorException.class, () -> command(user, ROLE).execute());
            assertThat(refused.getStanzaError().getCondition()).isEqualTo(StanzaError.Condition.forbidden);
        }
    }

    // XEP-0157, 3
    @Test
    void whomToTurnToIsFound() throws Exception {
        var juliet = accounts.make("juliet");
        try (var user = SmackClient.login(server, juliet.username(), juliet.password())) {
            var info = ServiceDiscoveryManager.getInstanceFor(user.connection())
                    .discoverInfo(JidCreate.domainBareFrom(server.domain()));
            var form = DataForm.from(info, "http://jabber.org/network/serverinfo");
            assertThat(form.getField("abuse-addresses").getValuesAsString())
                    .containsExactly("mailto:abuse@example.com");
        }
    }
}
