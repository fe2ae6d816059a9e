package im.myna.conversation;

import im.myna.administration.Groups;
import im.myna.entry.Container;
import im.myna.entry.Streams;
import im.myna.entry.Workers;
import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.settings.Settings;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import im.myna.store.group.Group;
import im.myna.store.group.Sharing;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** The whole server in this process, on a real database, without sockets: its only event loop is one thread. */
final class MemoryStage implements Stage {
    /** The same iterations for all accounts of plays, few, because a play logs in often. */
    private static final int ITERATIONS = 4096;

    private static final Map<String, String> DEFAULTS = Map.of(
            "myna.domain", DOMAIN + ",other.example.com",
            "myna.tls.required", "false",
            "myna.login.throttle", "false",
            "myna.login.iterations", Integer.toString(ITERATIONS),
            "myna.port.http", "0",
            "myna.port.https", "0");

    private static final int PATIENCE_SECONDS = 20;

    // All stages of the process share one database, so there is one stage at a time.
    private static MemoryStage current;

    private final Map<String, String> differences;
    private final ExecutorService loop =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "myna-loop-memory"));
    private final ScheduledThreadPoolExecutor workers = new ScheduledThreadPoolExecutor(4);
    private final Map<String, List<ScramVerifier>> verifiers = new HashMap<>();
    private final Settings settings;
    private final WeldContainer container;

    private MemoryStage(Map<String, String> differences) {
        this.differences = differences;
        settings = Settings.read(key -> Optional.ofNullable(differences.getOrDefault(key, DEFAULTS.get(key))));
        container = new Weld()
                .addExtensions(new StoresExtension(Engine.H2), new Lent(settings, new Workers(workers, workers)))
                .initialize();
    }

    static synchronized MemoryStage with(Map<String, String> differences) {
        if (current == null || !current.differences.equals(differences)) {
            if (current != null) {
                current.close();
            }
            current = new MemoryStage(differences);
        }
        return current;
    }

    @Override
    public void account(String username, String password) {
        account(username, password, Role.USER);
    }

    @Override
    public void administrator(String username, String password) {
        account(username, password, Role.ADMIN);
    }

    private void account(String username, String password, Role role) {
        forget(username);
        var known = verifiers.computeIfAbsent(password, text -> ScramVerifier.all(text, ITERATIONS));
        bean(AccountStore.class).add(new Account(jid(username), role, known, Instant.now()));
    }

    @Override
    public void forget(String username) {
        settle();
        bean(AccountStore.class).remove(jid(username));
    }

    @Override
    public void group(String name, String displayName, String audience, List<String> members) {
        var group = Group.of(jid(name)).displayName(displayName);
        var accounts = members.stream().map(MemoryStage::jid).collect(Collectors.toSet());
        bean(Groups.class).add(governor(), shared(group, audience), accounts);
    }

    /** Until what the play before left behind is done: somebody's leaving is written down after he is gone. */
    private void settle() {
        try {
            rest();
            // What the workers handed back to the loop may have given them more to do.
            rest();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private void rest() throws InterruptedException, ExecutionException, TimeoutException {
        loop.submit(() -> {}).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS); isBusy(); ) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the workers do not come to rest");
            }
            Thread.onSpinWait();
        }
    }

    private boolean isBusy() {
        return workers.getActiveCount() > 0
                || workers.getQueue().stream().anyMatch(task -> ((Delayed) task).getDelay(TimeUnit.NANOSECONDS) <= 0);
    }

    private static Group shared(Group group, String audience) {
        return switch (audience) {
            case "nobody" -> group;
            case "everybody" -> group.shared(Sharing.EVERYBODY, Set.of());
            default -> group.shared(Sharing.GROUPS, Set.of(jid(audience)));
        };
    }

    @Override
    public void disband(String name) {
        var domain = new Groups.Filter(DOMAIN, "", Jid.NONE);
        bean(Groups.class).list(governor(), domain).stream()
                .map(circle -> circle.group().id())
                .filter(jid(name)::equals)
                .forEach(group -> bean(Groups.class).remove(governor(), group));
    }

    @Override
    public void join(String group, String username) {
        bean(Groups.class).join(governor(), jid(group), jid(username));
    }

    @Override
    public void leave(String group, String username) {
        bean(Groups.class).leave(governor(), jid(group), jid(username));
    }

    private static im.myna.administration.Actor governor() {
        return new im.myna.administration.Actor(jid("governor"), Role.ADMIN, true, "192.0.2.1");
    }

    @Override
    public Wire connect() {
        return new MemoryWire(bean(Streams.class), loop, settings);
    }

    @Override
    public boolean has(Map<String, String> wanted) {
        return differences.equals(wanted);
    }

    private <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    private void close() {
        container.shutdown();
        loop.shutdownNow();
        workers.shutdownNow();
    }

    private static Jid jid(String username) {
        return Jid.of(username, DOMAIN, "");
    }

    /** What an application server would lend. */
    // CDI calls the observers.
    @SuppressWarnings("UnusedMethod")
    private record Lent(Settings settings, Workers workers) implements Extension {
        void container(@Observes ProcessAnnotatedType<Container> type) {
            type.veto();
        }

        void lend(@Observes AfterBeanDiscovery discovery) {
            discovery.addBean().types(Settings.class).scope(Singleton.class).createWith(context -> settings);
            discovery.addBean().types(Clock.class).scope(Singleton.class).createWith(context -> Clock.systemUTC());
            discovery.addBean().types(Workers.class).scope(Singleton.class).createWith(context -> workers);
        }
    }
}
