package im.myna.blackbox.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.filter.MessageWithBodiesFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

/** Smack, as an application uses it. */
public final class SmackClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int INBOX = 1000;

    static {
        // COMPAT Smack 4.4.8: it asserts that a default namespace has null for a prefix, and the parser says the empty
        // text.
        SmackClient.class
                .getClassLoader()
                .setClassAssertionStatus("org.jivesoftware.smack.parsing.StandardExtensionElementProvider", false);
    }

    private final XMPPTCPConnection connection;
    private final BlockingQueue<Message> messages = new ArrayBlockingQueue<>(INBOX);
    private final BlockingQueue<Presence> presences = new ArrayBlockingQueue<>(INBOX);

    private SmackClient(XMPPTCPConnectionConfiguration configuration) {
        connection = new XMPPTCPConnection(configuration);
        connection.setReplyTimeout(PATIENCE.toMillis());
        connection.setUseStreamManagement(false);
        Roster.getInstanceFor(connection).setSubscriptionMode(Roster.SubscriptionMode.manual);
        connection.addSyncStanzaListener(stanza -> messages.add((Message) stanza), MessageWithBodiesFilter.INSTANCE);
        connection.addSyncStanzaListener(stanza -> presences.add((Presence) stanza), Presence.class::isInstance);
    }

    /** STARTTLS, the log-in, initial presence. */
    public static SmackClient login(Target target, String username, String password) throws Exception {
        return login(new SmackClient(configuration(target)
                .setPort(target.port())
                .setSecurityMode(SecurityMode.required)
                .setCustomX509TrustManager(new Trust())
                .setUsernameAndPassword(username, password)
                .build()));
    }

    /** TLS from the first byte, the log-in, initial presence. */
    public static SmackClient loginDirectly(Target target, String username, String password) throws Exception {
        return login(new SmackClient(configuration(target)
                .setPort(target.directPort())
                .setSecurityMode(SecurityMode.disabled)
                .setSocketFactory(Trust.context().getSocketFactory())
                .setUsernameAndPassword(username, password)
                .build()));
    }

    /** Encrypted, but not logged in. */
    public static SmackClient connect(Target target) throws Exception {
        var client = new SmackClient(configuration(target)
                .setPort(target.port())
                .setSecurityMode(SecurityMode.required)
                .setCustomX509TrustManager(new Trust())
                .build());
        client.connection.connect();
        return client;
    }

    private static XMPPTCPConnectionConfiguration.Builder configuration(Target target) throws XmppStringprepException {
        return XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(target.domain())
                .setHost(target.address())
                .setHostnameVerifier((host, session) -> true)
                .setResource("smack");
    }

    private static SmackClient login(SmackClient client)
            throws SmackException, IOException, XMPPException, InterruptedException {
        try {
            client.connection.connect().login();
            return client;
        } catch (SmackException | IOException | XMPPException e) {
            client.close();
            throw e;
        }
    }

    public XMPPTCPConnection connection() {
        return connection;
    }

    public Roster roster() {
        return Roster.getInstanceFor(connection);
    }

    public BareJid jid() {
        return connection.getUser().asBareJid();
    }

    public void says(BareJid to, String body) throws Exception {
        connection.sendStanza(connection
                .getStanzaFactory()
                .buildMessageStanza()
                .ofType(Message.Type.chat)
                .to(to)
                .setBody(body)
                .build());
    }

    /** The next message with a body. */
    public Message hears() throws InterruptedException {
        var message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message came for " + PATIENCE);
        }
        return message;
    }

    /** The next presence of that kind; others are passed over. */
    public Presence sees(Predicate<Presence> kind) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var presence = next(deadline); presence != null; presence = next(deadline)) {
            if (kind.test(presence)) {
                return presence;
            }
        }
        throw new AssertionError("no such presence came for " + PATIENCE);
    }

    private Presence next(long deadline) throws InterruptedException {
        return presences.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** Each subscribes to the other's presence, is approved, and sees the other available. */
    public void befriends(SmackClient other) throws Exception {
        asks(other);
        other.asks(this);
    }

    private void asks(SmackClient other) throws Exception {
        roster().createItemAndRequestSubscription(other.jid(), "a friend", new String[] {"Friends"});
        other.sees(presence -> presence.getType() == Presence.Type.subscribe);
        other.connection.sendStanza(other.connection
                .getStanzaFactory()
                .buildPresenceStanza()
                .ofType(Presence.Type.subscribed)
                .to(jid())
                .build());
        sees(presence -> presence.getType() == Presence.Type.subscribed);
        sees(presence -> presence.isAvailable() && other.jid().isParentOf(presence.getFrom()));
    }

    /** A bare JID from text that is one. */
    public static BareJid bare(String jid) throws XmppStringprepException {
        return JidCreate.bareFrom(jid);
    }

    /** Closes the stream; may be done again. */
    public void leaves() {
        connection.disconnect();
    }

    @Override
    public void close() {
        leaves();
    }
}
