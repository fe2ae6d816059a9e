package im.myna.trace.otlp;

import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.trace.Span;
import im.myna.trace.Trace;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tells the collector what becomes of the stanzas of those who are traced; of what it does not take in time, nothing is kept. */
@ApplicationScoped
public class Reporter {
    private static final System.Logger LOG = System.getLogger(Reporter.class.getName());
    /** Spans that wait for the collector; what comes when there are so many is dropped. */
    private static final int MOST = 8192;

    private static final int AT_ONCE = 1024;
    private static final int GOOD = 2;
    private static final int HUNDRED = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    private Settings settings;

    @Inject
    private Sessions sessions;

    private BlockingQueue<Span> waiting;
    private ThreadPoolExecutor courier;
    private HttpClient http;
    // Used by the courier.
    private boolean failing;

    @PostConstruct
    void open() {
        waiting = new ArrayBlockingQueue<>(MOST);
        // One thread, and one task behind that which is being done: it will take all that waits.
        courier = new ThreadPoolExecutor(
                1,
                1,
                PATIENCE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                Reporter::thread,
                new ThreadPoolExecutor.DiscardPolicy());
        courier.allowCoreThreadTimeOut(true);
        http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    @PreDestroy
    void close() {
        courier.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "myna-traces");
        thread.setDaemon(true);
        thread.setContextClassLoader(Reporter.class.getClassLoader());
        return thread;
    }

    /**
     * For a stanza that came in just now, in the link's own thread.
     *
     * @return empty when its sender is not traced any more
     */
    public Optional<Trace> begin(String stanza, Session sender) {
        if (sessions.tracedUntil(sender.jid().bare()).isEmpty()) {
            sender.traced(false);
            return Optional.empty();
        }
        var link = sender.link();
        var attributes = Map.of(
                "myna.account",
                sender.jid().bare().toString(),
                "myna.link",
                link.id(),
                "myna.door",
                link.door().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return Optional.of(new Trace(stanza, attributes, link.lastHeard(), this::take));
    }

    private void take(List<Span> spans) {
        spans.forEach(waiting::offer);
        courier.execute(this::deliver);
    }

    private void deliver() {
        var parcel = new ArrayList<Span>();
        while (waiting.drainTo(parcel, AT_ONCE) > 0) {
            send(parcel);
            parcel.clear();
        }
    }

    private void send(List<Span> spans) {
        try {
            var request = HttpRequest.newBuilder(URI.create(settings.tracing().collector() + "/v1/traces"))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Document.of(spans)))
                    .build();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            result(status / HUNDRED == GOOD ? "" : "status " + status);
        } catch (IOException e) {
            result(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Logged when it changes, not each time. */
    private void result(String fault) {
        if (fault.isEmpty() == failing) {
            failing = !failing;
            LOG.log(
                    failing ? Level.WARNING : Level.INFO,
                    failing ? "event=traces-lost collector={0} reason={1}" : "event=traces-taken collector={0}",
                    settings.tracing().collector(),
                    fault);
        }
    }
}
