package im.myna.entry;

import im.myna.administration.Passes;
import im.myna.administration.Portability;
import im.myna.administration.heritage.OwnersFolder;
import im.myna.entry.Conversation.Order;
import im.myna.jid.Jid;
import im.myna.routing.Reaction;
import im.myna.routing.Removal;
import im.myna.routing.Router;
import im.myna.session.Expulsions;
import im.myna.settings.LiveSettings;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Registrar;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets the owner of the data folder, and nobody else, govern the server while it runs: a socket in a folder of his. He hears at most
 * {@value #AT_ONCE} answers at once.
 */
@Singleton
@Startup
@DependsOn("Beginning")
@TransactionManagement(TransactionManagementType.BEAN)
public class Control {
    private static final System.Logger LOG = System.getLogger(Control.class.getName());
    private static final int SECONDS_FOR_AN_ORDER = 30;
    private static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Workers workers;

    @Inject
    private AccountStore accounts;

    @Inject
    private Removal removal;

    @Inject
    private Expulsions expulsions;

    @Inject
    private Router router;

    @Inject
    private Passes passes;

    @Inject
    private Portability portability;

    @Inject
    private LiveSettings settings;

    @Inject
    private Clock clock;

    private Path path;
    private ServerSocketChannel server;

    @PostConstruct
    void open() {
        try {
            var folder = new OwnersFolder(settings.now().data().resolve("control")).make();
            path = folder.path().resolve("socket");
            // Of a server that was killed.
            Files.deleteIfExists(path);
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            OwnersFolder.close(path);
            threads.newThread(this::serve).start();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(Level.WARNING, "control=none path=" + path + " reason=" + e.getMessage());
        }
    }

    @PreDestroy
    void close() {
        if (server != null) {
            try {
                server.close();
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "control=left path=" + path + " reason=" + e.getMessage());
            }
        }
    }

    private void serve() {
        while (server.isOpen()) {
            places.acquireUninterruptibly();
            try {
                var channel = server.accept();
                threads.newThread(() -> attend(channel)).start();
            } catch (IOException e) {
                places.release();
                broken(e);
            }
        }
    }

    private void attend(SocketChannel channel) {
        var patience = workers.timer().schedule(() -> interrupt(channel), SECONDS_FOR_AN_ORDER, TimeUnit.SECONDS);
        try (channel) {
            new Conversation(channel, (order, conversation) -> carryOut(order, conversation, patience)).hold();
        } catch (IOException e) {
            broken(e);
        } finally {
            patience.cancel(false);
            places.release();
        }
    }

    private void broken(IOException e) {
        if (server.isOpen()) {
            LOG.log(Level.DEBUG, "control=broken reason={0}", e.getMessage());
        }
    }

    private void carryOut(Order order, Conversation conversation, Future<?> patience) throws IOException {
        switch (order.text()) {
            case "pass" -> pass(passes.issue(), conversation);
            case "export" -> {
                patience.cancel(false);
                var document = conversation.document();
                portability.export(passes.owner(path.toString()), document);
                document.flush();
            }
            case "import", "import skip-existing" -> {
                patience.cancel(false);
                var outcome = portability.admit(
                        passes.owner(path.toString()),
                        order.rest(),
                        order.text().endsWith("existing"));
                conversation.answer(outcome.tally().users() + " " + outcome.skipped());
            }
            default -> {
                if (order.text().startsWith("pass as ")) {
                    pass(passes.as(Jid.of(order.text().substring("pass as ".length()))), conversation);
                } else {
                    registrar().carryOut(order.text(), order.password(), conversation::answer);
                }
            }
        }
    }

    /** The pass, and where it is good. */
    private void pass(String secret, Conversation conversation) {
        conversation.answer(secret);
        LocalDoor.of(settings.now()).ifPresent(door -> door.lines().forEach(conversation::answer));
    }

    private Registrar registrar() {
        return new Registrar(accounts, settings.now(), clock, this::remove, expulsions::expel);
    }

    private static void interrupt(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "control=broken reason={0}", e.getMessage());
        }
    }

    private boolean remove(Jid account) {
        var exists = accounts.exists(account);
        if (exists) {
            router.asked(removal.of(account, Reaction.NONE)).run(true);
        }
        return exists;
    }
}
