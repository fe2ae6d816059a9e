package im.myna.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.blackbox.client.SmackClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts;
import im.myna.blackbox.server.Served;
import im.myna.specification.Shows;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.roster.RosterEntry;
import org.jivesoftware.smack.roster.RosterGroup;
import org.jivesoftware.smack.roster.packet.RosterPacket.ItemType;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jivesoftware.smackx.iqregister.AccountManager;
import org.jivesoftware.smackx.iqversion.VersionManager;
import org.jivesoftware.smackx.ping.PingManager;
import org.jivesoftware.smackx.time.EntityTimeManager;
import org.jivesoftware.smackx.vcardtemp.VCardManager;
import org.jivesoftware.smackx.vcardtemp.packet.VCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Localpart;

/** What people do every day, with Smack. */
@ExtendWith(Served.class)
@Shows({
    "RFC 6120",
    "RFC 6121",
    "RFC 7622",
    "RFC 5802",
    "XEP-0030",
    "XEP-0054",
    "XEP-0153",
    "XEP-0077",
    "XEP-0092",
    "XEP-0160",
    "XEP-0199",
    "XEP-0202",
    "XEP-0203",
    "XEP-0368"
})
class SmackTest {
    private final Target server;
    private final Accounts accounts;

    SmackTest(Target server, Accounts accounts) {
        this.server = server;
        this.accounts = accounts;
    }

    // RFC 6120, 5 and 6
    @Test
    void logsInByScramOverStartTls() throws Exception {
        var juliet = accounts.make("juliet");
        try (var client = SmackClient.login(server, juliet.username(), juliet.password())) {
            assertThat(client.connection().isSecureConnection()).isTrue();
            assertThat(client.connection().getUsedSaslMechansism()).startsWith("SCRAM-SHA-1");
            assertThat(client.jid().toString()).isEqualTo(server.jid(juliet.username()));
        }
    }

    // XEP-0368
    @Test
    void logsInOverDirectTls() throws Exception {
        var juliet = accounts.make("juliet");
        try (var client = SmackClient.loginDirectly(server, juliet.username(), juliet.password())) {
            assertThat(client.connection().getUsedSaslMechansism()).startsWith("SCRAM-SHA-1");
            assertThat(PingManager.getInstanceFor(client.connection()).pingMyServer())
                    .isTrue();
        }
    }

    // RFC 6120, 6.5.10: the same for a wrong password and for somebody who does not exist.
    @Test
    void wrongPasswordsAndUnknownNamesAreRefusedAlike() {
        var juliet = accounts.make("juliet");
        for (var username : new String[] {juliet.username(), "nobody-" + juliet.username()}) {
            assertThatThrownBy(() -> SmackClient.login(server, username, "wrong"))
                    .isInstanceOfSatisfying(SASLErrorException.class, e -> assertThat(
                                    e.getSASLFailure().getSASLErrorString())
                            .isEqualTo("not-authorized"));
        }
    }

    // RFC 6121, 3.1, 4.2, 4.5
    @Test
    void twoSubscribeToEachOtherAndSeeEachOtherComeAndGo() throws Exception {
        try (var juliet = enter("juliet");
                var romeo = enter("romeo")) {
            juliet.befriends(romeo);
            assertThat(entry(juliet, romeo).getType()).isEqualTo(ItemType.both);
            assertThat(entry(romeo, juliet).getType()).isEqualTo(ItemType.both);

            juliet.connection()
                    .sendStanza(juliet.connection()
                            .getStanzaFactory()
                            .buildPresenceStanza()
                            .setMode(Presence.Mode.dnd)
                            .setStatus("on the balcony")
                            .build());
            var seen = romeo.sees(presence -> presence.getMode() == Presence.Mode.dnd);
            assertThat(seen.getStatus()).isEqualTo("on the balcony");
            assertThat(seen.getFrom().toString()).isEqualTo(juliet.jid() + "/smack");

            juliet.leaves();
            romeo.sees(presence -> presence.getType() == Presence.Type.unavailable);
            assertThat(romeo.roster().getPresence(entry(romeo, juliet).getJid()).isAvailable())
                    .isFalse();
        }
    }

    // RFC 6121, 5 and 8.5.2.1.1
    @Test
    void twoChat() throws Exception {
        try (var juliet = enter("juliet");
                var romeo = enter("romeo")) {
            juliet.says(romeo.jid(), "Art thou not Romeo, & a <Montague>?");
            var heard = romeo.hears();
            assertThat(heard.getBody()).isEqualTo("Art thou not Romeo, & a <Montague>?");
            assertThat(heard.getFrom().toString()).isEqualTo(juliet.jid() + "/smack");
            romeo.says(juliet.jid(), "Neither, fair saint \uD83C\uDF39");
            assertThat(juliet.hears().getBody()).isEqualTo("Neither, fair saint \uD83C\uDF39");
        }
    }

    // XEP-0054, 3; XEP-0153, 3.1
    @Test
    void aPhotoIsAnnouncedAndReadWhetherItsOwnerIsThereOrNot() throws Exception {
        try (var romeo = enter("romeo")) {
            BareJid owner;
            try (var juliet = enter("juliet")) {
                owner = juliet.jid();
                juliet.befriends(romeo);
                var card = new VCard();
                card.setFirstName("Juliet");
                card.setNickName("jule & co");
                card.setAvatar(new byte[] {1, 2, 3}, "image/png");
                VCardManager.getInstanceFor(juliet.connection()).saveVCard(card);
                romeo.sees(presence -> presence.toXML()
                        .toString()
                        .contains("<photo>7037807198c22a7d2b0807371d763779a84fdfcf</photo>"));
            }
            var read = VCardManager.getInstanceFor(romeo.connection()).loadVCard(owner.asEntityBareJidOrThrow());
            assertThat(read.getFirstName()).isEqualTo("Juliet");
            assertThat(read.getNickName()).isEqualTo("jule & co");
            assertThat(read.getAvatar()).containsExactly(1, 2, 3);
            assertThatThrownBy(() ->
                            VCardManager.getInstanceFor(romeo.connection()).loadVCard())
                    .isInstanceOfSatisfying(XMPPErrorException.class, e -> assertThat(
                                    e.getStanzaError().getCondition())
                            .isEqualTo(StanzaError.Condition.item_not_found));
        }
    }

    // XEP-0160, 2; XEP-0203, 4
    @Test
    void whoWasAwayGetsItsMessagesAtTheNextLogInWithTheirTime() throws Exception {
        var romeo = accounts.make("romeo");
        try (var juliet = enter("juliet")) {
            juliet.says(SmackClient.bare(server.jid(romeo.username())), "first");
            juliet.says(SmackClient.bare(server.jid(romeo.username())), "second");
            PingManager.getInstanceFor(juliet.connection()).pingMyServer();
        }
        try (var back = SmackClient.login(server, romeo.username(), romeo.password())) {
            var first = back.hears();
            assertThat(first.getBody()).isEqualTo("first");
            assertThat(DelayInformation.from(first).getStamp()).isToday();
            assertThat(DelayInformation.from(first).getFrom()).isEqualTo(server.domain());
            assertThat(back.hears().getBody()).isEqualTo("second");
        }
        try (var again = SmackClient.login(server, romeo.username(), romeo.password())) {
            again.says(again.jid(), "nothing was kept twice");
            assertThat(again.hears().getBody()).isEqualTo("nothing was kept twice");
        }
    }

    // RFC 6121, 2
    @Test
    void theContactListKeepsNamesAndGroupsUntilTheyAreRemoved() throws Exception {
        var owner = accounts.make("juliet");
        var nurse = SmackClient.bare(server.jid("nurse"));
        try (var juliet = SmackClient.login(server, owner.username(), owner.password())) {
            juliet.roster().createItem(nurse, "Nurse", new String[] {"Servants", "Capulets"});
        }
        try (var juliet = SmackClient.login(server, owner.username(), owner.password())) {
            var entry = loaded(juliet, nurse);
            assertThat(entry.getName()).isEqualTo("Nurse");
            assertThat(entry.getGroups())
                    .extracting(RosterGroup::getName)
                    .containsExactlyInAnyOrder("Servants", "Capulets");
            entry.setName("Angelica");
            juliet.roster().removeEntry(entry);
            juliet.roster().reloadAndWait();
            assertThat(juliet.roster().getEntries()).isEmpty();
        }
    }

    // XEP-0077, 3.3
    @Test
    void aChangedPasswordReplacesTheOldOne() throws Exception {
        var juliet = accounts.make("juliet");
        try (var client = SmackClient.login(server, juliet.username(), juliet.password())) {
            AccountManager.getInstance(client.connection()).changePassword("O, be some other name!");
        }
        assertThatThrownBy(() -> SmackClient.login(server, juliet.username(), juliet.password()))
                .isInstanceOf(SASLErrorException.class);
        SmackClient.login(server, juliet.username(), "O, be some other name!").close();
    }

    // XEP-0077, 3.1
    @Test
    void strangersMakeAccountsWhereThatIsOpen() throws Exception {
        var name = accounts.fresh("mercutio");
        try (var stranger = SmackClient.connect(server)) {
            var registration = AccountManager.getInstance(stranger.connection());
            assertThat(registration.supportsAccountCreation()).isTrue();
            registration.createAccount(Localpart.from(name), "Queen Mab");
            assertThatThrownBy(() -> registration.createAccount(Localpart.from(name), "again"))
                    .isInstanceOfSatisfying(XMPPErrorException.class, e -> assertThat(
                                    e.getStanzaError().getCondition())
                            .isEqualTo(StanzaError.Condition.conflict));
        }
        SmackClient.login(server, name, "Queen Mab").close();
    }

    private static void remove(SmackClient leaver) throws Exception {
        try {
            AccountManager.getInstance(leaver.connection()).deleteAccount();
        } catch (SmackException.NotConnectedException e) {
            // Smack hands on the answer by another thread than the error that ends the stream after it; either may be
            // told first.
            assertThat(e).hasMessageContaining("not-authorized");
        }
    }

    // XEP-0077, 3.2
    @Test
    void aRemovedAccountIsGoneWithItsSubscriptions() throws Exception {
        var leaver = accounts.make("juliet");
        try (var romeo = enter("romeo")) {
            try (var juliet = SmackClient.login(server, leaver.username(), leaver.password())) {
                juliet.befriends(romeo);
                remove(juliet);
                juliet.connection().instantShutdown();
            }
            romeo.sees(presence -> presence.getType() == Presence.Type.unavailable);
        }
        assertThatThrownBy(() -> SmackClient.login(server, leaver.username(), leaver.password()))
                .isInstanceOf(SASLErrorException.class);
    }

    // XEP-0030, 3.1; XEP-0092; XEP-0202
    @Test
    void theServerSaysWhatItIsAndWhatTimeItIs() throws Exception {
        try (var juliet = enter("juliet")) {
            var domain = JidCreate.domainBareFrom(server.domain());
            var info =
                    ServiceDiscoveryManager.getInstanceFor(juliet.connection()).discoverInfo(domain);
            assertThat(info.hasIdentity("server", "im")).isTrue();
            assertThat(info.containsFeature("urn:xmpp:ping")).isTrue();
            assertThat(VersionManager.getInstanceFor(juliet.connection())
                            .getVersion(domain)
                            .getName())
                    .isEqualTo("Myna");
            assertThat(EntityTimeManager.getInstanceFor(juliet.connection())
                            .getTime(domain)
                            .getTime())
                    .isToday();
        }
    }

    private SmackClient enter(String name) throws Exception {
        var account = accounts.make(name);
        return SmackClient.login(server, account.username(), account.password());
    }

    private static RosterEntry entry(SmackClient of, SmackClient contact) throws Exception {
        return loaded(of, contact.jid());
    }

    private static RosterEntry loaded(SmackClient client, BareJid contact) throws Exception {
        client.roster().reloadAndWait();
        return client.roster().getEntry(contact);
    }
}
