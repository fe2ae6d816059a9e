package im.myna.company;

import im.myna.directory.LdapDirectory;
import im.myna.directory.definition.DefinitionException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A directory in service, with the threads that ask it. */
public final class Branch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Branch.class.getName());
    /** Log-ins that wait for a thread. */
    private static final int WAITING = 2000;

    private static final int IDLE_SECONDS = 60;

    private final Notion notion;
    private final String problem;
    private final Optional<LdapDirectory> directory;
    private final Optional<ThreadPoolExecutor> threads;
    private final BindCache cache;
    private final AtomicLong looked = new AtomicLong();

    private Branch(Notion notion, LdapDirectory directory) {
        this.notion = notion;
        this.directory = Optional.of(directory);
        problem = "";
        var definition = directory.definition();
        cache = new BindCache(definition.cached(), System::nanoTime);
        int most = definition.patience().connections();
        var pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);
        pool.allowCoreThreadTimeOut(true);
        threads = Optional.of(pool);
    }

    private Branch(Notion notion, String problem) {
        this.notion = notion;
        this.problem = problem;
        directory = Optional.empty();
        threads = Optional.empty();
        cache = new BindCache(Duration.ZERO, System::nanoTime);
    }

    /** Nothing is asked yet. One that cannot be meant like that is in service, too: it is away. */
    static Branch of(Notion notion) {
        try {
            return new Branch(notion, new LdapDirectory(notion.read()));
        } catch (DefinitionException e) {
            LOG.log(Level.ERROR, "directory={0} cannot be used: {1}", notion.name(), e.getMessage());
            return new Branch(notion, e.getMessage());
        }
    }

    private Thread thread(Runnable task) {
        var thread = new Thread(task, "myna-directory-" + notion.name());
        thread.setDaemon(true);
        thread.setContextClassLoader(Branch.class.getClassLoader());
        return thread;
    }

    public Notion notion() {
        return notion;
    }

    /** Why it cannot be asked; empty when it can. */
    public String problem() {
        return problem;
    }

    /** The domains that it serves; those it names, even if the rest of what was told is wrong. */
    public List<String> domains() {
        var told = notion.values().getOrDefault("domains", "");
        return List.of(told.split(",")).stream()
                .map(String::strip)
                .filter(domain -> !domain.isEmpty())
                .toList();
    }

    /** Empty when there is a problem. */
    public Optional<LdapDirectory> directory() {
        return directory;
    }

    /** True once in each pause, and at the first time. */
    boolean isDue(Duration pause) {
        long now = System.nanoTime();
        long before = looked.get();
        return (before == 0 || now - before >= pause.toNanos()) && looked.compareAndSet(before, now);
    }

    BindCache cache() {
        return cache;
    }

    /** Log-ins that wait, or are being asked about. */
    public int busy() {
        return threads.map(pool -> pool.getActiveCount() + pool.getQueue().size())
                .orElse(0);
    }

    /**
     * Asks it on a thread of its own.
     *
     * @throws RejectedExecutionException when it is closed, has a problem, or too many wait
     */
    <T> CompletableFuture<T> ask(Function<LdapDirectory, T> question) {
        var pool = threads.orElseThrow(() -> new RejectedExecutionException(problem));
        return CompletableFuture.supplyAsync(() -> question.apply(directory.orElseThrow()), pool);
    }

    /** Who waits for an answer gets none. */
    @Override
    public void close() {
        threads.ifPresent(ThreadPoolExecutor::shutdownNow);
        directory.ifPresent(LdapDirectory::close);
    }
}
