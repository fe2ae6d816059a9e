package im.myna.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.administration.container.Threshold;
import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.jid.Jid;
import im.myna.link.LinkListener;
import im.myna.sasl.ScramVerifier;
import im.myna.settings.Settings;
import im.myna.stanza.Head;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import im.myna.store.offline.Letter;
import im.myna.store.offline.OfflineStore;
import im.myna.store.roster.RosterChange;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.RosterLimits;
import im.myna.store.roster.RosterOutcome;
import im.myna.store.roster.RosterStore;
import im.myna.stream.Frame;
import im.myna.stream.StreamHeader;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the application server makes of the beans: the way in from a socket, the routing bean that doors share, the stores. */
@ExtendWith({Surroundings.class, ArquillianExtension.class})
class InContainerTest {
    private static final RosterLimits NO_LIMITS = new RosterLimits(0, 0);

    @EJB
    private LinkListener inflow;

    @Inject
    private AccountStore accounts;

    @Inject
    private RosterStore rosters;

    @Inject
    private OfflineStore offline;

    @Inject
    private Threshold threshold;

    @Inject
    private Settings settings;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static WebArchive application() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, Surroundings.built("web-module/target", ".war"))
                .addPackage(RawClient.class.getPackage())
                .addPackage(InContainerTest.class.getPackage())
                .addAsLibraries(new File(Assertions.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()));
    }

    @Test
    void theRoutingBeanAnswersWhateverLinkItIsHanded() {
        var link = new RecordedLink();
        inflow.opened(link);
        inflow.received(
                link,
                List.of(new Frame.Opened(new StreamHeader("", Surroundings.DOMAIN, "", "1.0", "en", "jabber:client"))));
        assertThat(link.next()).isInstanceOfSatisfying(Frame.Opened.class, opened -> assertThat(
                        opened.header().from())
                .isEqualTo(Surroundings.DOMAIN));
        assertThat(link.next()).isInstanceOfSatisfying(Frame.Nonza.class, features -> assertThat(
                        features.element().child("urn:ietf:params:xml:ns:xmpp-tls", "starttls"))
                .isPresent());
        inflow.received(link, List.of(new Frame.Closed()));
        assertThat(link.next()).isInstanceOf(Frame.Closed.class);
        inflow.closed(link);
    }

    @Test
    void whatASocketBringsReachesTheBeansAndTheDatabase() {
        var juliet = account("juliet");
        var target = new Target(
                Surroundings.DOMAIN,
                "127.0.0.1",
                settings.ports().client(),
                settings.ports().clientTls(),
                0,
                0);
        try (var client = RawClient.login(target, "juliet", "secret", "balcony")) {
            client.ping();
            client.demand(
                    "set",
                    "",
                    "<query xmlns='jabber:iq:roster'><item jid='nurse@" + Surroundings.DOMAIN
                            + "' name='Nurse'/></query>");
            client.send("<message to='" + juliet + "' type='chat'><body>to myself</body></message>");
            client.ping();
            client.leave();
        }
        assertThat(rosters.load(juliet).items().values())
                .extracting(RosterItem::name)
                .containsExactly("Nurse");
        assertThat(offline.count(juliet)).isEqualTo(1);
    }

    /** Whoever came here without having been proved to be somebody. */
    @Test
    void theContainerLetsNobodyOverTheThresholdWhomItDoesNotKnow() {
        assertThatThrownBy(() -> threshold.cross()).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void aStoreCommitsWhenItsMethodReturns() {
        var romeo = account("romeo");
        var contact = Jid.of("juliet", Surroundings.DOMAIN, "");
        var changed = rosters.change(romeo, NO_LIMITS, List.of(new RosterChange.Put(RosterItem.of(contact))));
        assertThat(changed).isInstanceOf(RosterOutcome.Changed.class);
        assertThat(rosters.load(romeo).item(contact)).isPresent();
        assertThat(offline.keep(letter(romeo), 0)).isTrue();
        assertThat(offline.page(romeo, 0, 10)).hasSize(1);
        assertThat(accounts.remove(romeo)).isTrue();
        assertThat(rosters.load(romeo).items()).isEmpty();
        assertThat(offline.count(romeo)).isZero();
    }

    @Test
    void storesJoinATransactionThatIsUnderWay() throws Exception {
        transaction.begin();
        var tybalt = account("tybalt");
        assertThat(offline.keep(letter(tybalt), 0)).isTrue();
        transaction.rollback();
        assertThat(accounts.exists(tybalt)).isFalse();
        assertThat(offline.count(tybalt)).isZero();
    }

    private Jid account(String name) {
        var jid = Jid.of(name, Surroundings.DOMAIN, "");
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        assertThat(accounts.add(new Account(jid, Role.USER, ScramVerifier.all("secret", 4096), now)))
                .isTrue();
        return jid;
    }

    private static Letter letter(Jid owner) {
        var head = new Head(Jid.of("nurse", Surroundings.DOMAIN, ""), owner, "letter", "chat", "");
        return new Letter(owner, new Message(head, Payload.EMPTY), Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
